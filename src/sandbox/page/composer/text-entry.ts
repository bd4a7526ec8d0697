import { ApplicationCommandType } from 'discord-api-types/payloads/v10';
import type { APIApplicationCommand } from 'discord-api-types/payloads/v10';
import { avatar } from '../controls/avatar.ts';
import {
  commandsIn,
  matchCommands,
  optionsOf,
  toLocalDescription,
  toLocalName,
} from '../session/commands.ts';
import { element } from '../controls/dom.ts';
import type { ListItem } from '../controls/listbox.ts';
import { toBotFace } from '../session/people.ts';
import type { Popup } from './popup.ts';
import type { Session } from '../session/session.ts';

export interface TextEntryContext {
  readonly session: Session;
  readonly popup: Popup;
  readonly say: (content: string) => void;
  /** Goes on with a command, and with what was already written behind its name. */
  readonly choose: (command: APIApplicationCommand, rest?: string) => void;
}

export interface TextEntry {
  readonly node: HTMLTextAreaElement;
  setPlaceholder(text: string): void;
  setText(text: string): void;
  submit(): void;
}

const longestMessage = 2000;

/** The composer's text field; a slash at its beginning opens the palette of commands. */
export function createTextEntry({ session, popup, say, choose }: TextEntryContext): TextEntry {
  const node = element('textarea', {
    rows: 1,
    maxlength: longestMessage,
    autocomplete: 'off',
    'aria-autocomplete': 'list',
    'aria-haspopup': 'listbox',
    on: { input: handleInput, keydown: handleKey, blur: () => popup.close(), focus: handleInput },
  });

  function handleInput(): void {
    fit();
    const typed = /^\/(\S*)$/.exec(node.value)?.[1];
    const [, complete, rest] = /^\/(\S+)\s+(.*)$/s.exec(node.value) ?? [];
    const { locale } = session.state();
    const commands = commandsIn(session.state(), ApplicationCommandType.ChatInput);
    const named = commands.find((command) => toLocalName(command, locale) === complete);
    if (named !== undefined) choose(named, rest);
    else if (typed === undefined) popup.close();
    else showPalette(matchCommands(commands, typed, locale));
  }

  function showPalette(commands: readonly APIApplicationCommand[]): void {
    const bot = toBotFace(session.state());
    if (commands.length === 0) return popup.close();
    popup.setHeading(avatar(bot, 16), element('strong', {}, bot.name));
    popup.listbox.show(node, commands.map(toItem), 0);
  }

  function toItem(command: APIApplicationCommand): ListItem {
    const state = session.state();
    const name = `/${toLocalName(command, state.locale)}`;
    const description = toLocalDescription(command, state.locale);
    const options = optionsOf(command).map((option) => toLocalName(option, state.locale));
    const text = element(
      'span',
      { class: 'option-text' },
      element(
        'span',
        { class: 'option-name' },
        name,
        element('span', { class: 'option-names' }, options.join(' ')),
      ),
      element('span', { class: 'option-description' }, description),
    );
    const app = element('span', { class: 'option-app' }, state.welcome.application.name);
    return { label: `${name}, ${description}`, content: [text, app], pick: () => choose(command) };
  }

  function handleKey(event: KeyboardEvent): void {
    if (event.isComposing || popup.listbox.handleKey(event)) return;
    const isEnter = event.key === 'Enter' && !event.shiftKey;
    const isTab = event.key === 'Tab' && !event.shiftKey;
    if ((isEnter || isTab) && popup.listbox.isOpen()) {
      event.preventDefault();
      popup.listbox.pickActive();
    } else if (isEnter) {
      event.preventDefault();
      submit();
    } else if (event.key === 'Escape') popup.close();
  }

  function submit(): void {
    const content = node.value.trim();
    if (content !== '') say(content);
    setText('');
  }

  function setText(text: string): void {
    node.value = text;
    handleInput();
  }

  /** As high as its text, up to what the style sheet allows. */
  function fit(): void {
    node.style.height = 'auto';
    node.style.height = `${node.scrollHeight}px`;
  }

  return {
    node,
    submit,
    setText,
    setPlaceholder(text) {
      node.placeholder = text;
      node.setAttribute('aria-label', text);
    },
  };
}
