import type { APIMessage } from 'discord-api-types/payloads/v10';
import { avatar } from '../controls/avatar.ts';
import type { Face } from '../controls/avatar.ts';
import { componentsView } from './components-view.ts';
import type { Press } from './components-view.ts';
import { contextLine, toCommandTitle } from './context-line.ts';
import { element } from '../controls/dom.ts';
import { embedView } from './embed-view.ts';
import { hidesEmbeds, isEphemeral, isThinking } from './message-flags.ts';
import { icon } from '../controls/icons.ts';
import { markdownView } from '../markdown/markdown-view.ts';
import type { Reading } from '../markdown/markdown-view.ts';
import { toFullTime, toMessageTime, toTimeOfDay } from '../session/moment.ts';
import { toAuthor } from '../session/people.ts';
import type { SessionState } from '../session/session-state.ts';

/** What a message lets the visitor do. */
export interface MessageActions {
  readonly press: Press;
  readonly jump: (messageId: string) => void;
  readonly openMenu: (opener: HTMLElement) => void;
  readonly dismiss: () => void;
}

/** A message as Discord shows it, with its author's picture and name when it starts a group. */
export function messageView(
  message: APIMessage,
  isStart: boolean,
  state: SessionState,
  reading: Reading,
  actions: MessageActions,
): HTMLElement {
  const author = toAuthor(message.author, state);
  const sent = new Date(message.timestamp);
  const command = toCommandTitle(message);
  const context = contextLine(message, state, reading, actions.jump);
  const embeds = hidesEmbeds(message) ? [] : message.embeds;
  const label = [author.name, command, toMessageTime(sent, state.locale)]
    .filter(Boolean)
    .join(', ');
  return element(
    'article',
    {
      class: ['message', isStart && 'start', isEphemeral(message) && 'ephemeral']
        .filter(Boolean)
        .join(' '),
      'aria-label': label,
      tabindex: -1,
    },
    context,
    isStart ? avatar(author, 40) : gutterTime(sent, state.locale),
    isStart ? authorLine(author, sent, state.locale) : undefined,
    contentView(message, reading),
    ...embeds.map((embed) => embedView(embed, reading)),
    componentsView(message.components ?? [], actions.press),
    isEphemeral(message) ? ephemeralLine(actions.dismiss) : undefined,
    moreButton(actions.openMenu),
  );
}

/** The author's name, with the mark of an application, and the time. */
export function authorLine(author: Face, sent: Date, locale: string): HTMLElement {
  const mark = element('span', { class: 'app-mark' }, 'APP');
  return element(
    'div',
    { class: 'author' },
    element('span', { class: 'author-name' }, author.name),
    author.isBot ? mark : undefined,
    timeView(sent, toMessageTime(sent, locale), locale),
  );
}

function timeView(sent: Date, text: string, locale: string): HTMLElement {
  const attributes = { datetime: sent.toISOString(), title: toFullTime(sent, locale) };
  return element('time', attributes, text);
}

function gutterTime(sent: Date, locale: string): HTMLElement {
  return element('div', { class: 'gutter' }, timeView(sent, toTimeOfDay(sent, locale), locale));
}

function contentView(message: APIMessage, reading: Reading): HTMLElement | undefined {
  if (isThinking(message)) return thinkingView(`${message.author.username} is thinking…`);
  const isEdited = message.edited_timestamp !== null;
  if (message.content === '' && !isEdited) return undefined;
  const mark = element('span', { class: 'edited' }, '(edited)');
  return element(
    'div',
    { class: 'content markdown' },
    markdownView(message.content, reading),
    isEdited ? mark : undefined,
  );
}

/** Three dots and a line: an answer is on its way. */
export function thinkingView(text: string): HTMLElement {
  const dots = element('span', { class: 'dots', 'aria-hidden': true });
  return element('div', { class: 'content thinking' }, dots, text);
}

/** What stands under a message that only the visitor sees. */
export function ephemeralLine(dismiss: () => void): HTMLElement {
  return element(
    'div',
    { class: 'ephemeral-line' },
    icon('eye', 16),
    'Only you can see this • ',
    element(
      'button',
      { class: 'text-link', type: 'button', on: { click: dismiss } },
      'Dismiss message',
    ),
  );
}

function moreButton(openMenu: (opener: HTMLElement) => void): HTMLElement {
  const button: HTMLElement = element(
    'button',
    {
      class: 'more',
      type: 'button',
      'aria-label': 'More',
      'aria-haspopup': 'menu',
      'data-key': 'more',
      on: { click: () => openMenu(button) },
    },
    icon('more'),
  );
  return button;
}
