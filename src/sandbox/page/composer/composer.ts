import type { APIApplicationCommand } from 'discord-api-types/payloads/v10';
import { createCommandEntry } from './command-entry.ts';
import type { CommandEntry } from './command-entry.ts';
import { element } from '../controls/dom.ts';
import { icon } from '../controls/icons.ts';
import type { IconName } from '../controls/icons.ts';
import { toPlaceName } from '../session/people.ts';
import { createPopup } from './popup.ts';
import type { CommandUse, Session } from '../session/session.ts';
import { createTextEntry } from './text-entry.ts';

export interface ComposerContext {
  readonly session: Session;
  readonly run: (use: CommandUse) => void;
}

export interface Composer {
  readonly node: HTMLElement;
  focus(): void;
}

/** Where the visitor writes: a message, or a command with its options. */
export function createComposer({ session, run }: ComposerContext): Composer {
  const popup = createPopup('Suggestions');
  const slot = element('div', { class: 'slot' });
  const text = createTextEntry({ session, popup, say: (content) => session.say(content), choose });
  const apps = button('apps', 'Use apps', () => {
    leave('/');
  });
  const cancel = button('close', 'Cancel the command', () => leave(''));
  const send = button('send', 'Send', () => (entry ?? text).submit());
  send.classList.add('send');
  const bar = element('div', { class: 'bar' }, slot, apps, cancel, send);
  let entry: CommandEntry | undefined;

  function choose(command: APIApplicationCommand, rest = ''): void {
    popup.close();
    entry = createCommandEntry({ session, command, popup, send: handleSend, cancel: leave });
    show();
    entry.fill(rest);
    entry.focus();
  }

  function handleSend(use: CommandUse): void {
    leave('');
    run(use);
  }

  /** Back to plain text. */
  function leave(content: string): void {
    popup.close();
    entry = undefined;
    show();
    text.setText(content);
    text.node.focus();
  }

  function show(): void {
    slot.replaceChildren(entry?.node ?? text.node);
    apps.hidden = entry !== undefined;
    cancel.hidden = entry === undefined;
  }

  let placeId = '';
  session.subscribe(({ type }) => {
    if (type !== 'frame') return;
    const state = session.state();
    const name = toPlaceName(state.place, state);
    text.setPlaceholder(`Message ${state.place.kind === 'guild' ? `#${name}` : `@${name}`}`);
    // A command that was begun elsewhere may not exist here.
    if (placeId !== state.place.id && entry !== undefined) leave('');
    placeId = state.place.id;
  });

  show();
  return {
    node: element('div', { class: 'composer' }, popup.node, bar),
    focus: () => (entry === undefined ? text.node.focus() : entry.focus()),
  };
}

function button(name: IconName, label: string, click: () => void): HTMLElement {
  const properties = { class: 'bar-button', type: 'button', 'aria-label': label, on: { click } };
  return element('button', properties, icon(name, 22));
}
