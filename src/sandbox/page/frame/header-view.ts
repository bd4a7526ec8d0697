import { avatar } from '../controls/avatar.ts';
import { element, setAttribute } from '../controls/dom.ts';
import { icon } from '../controls/icons.ts';
import type { IconName } from '../controls/icons.ts';
import { toBotFace, toPlaceName } from '../session/people.ts';
import type { SessionState } from '../session/session-state.ts';
import type { Session } from '../session/session.ts';

export interface HeaderContext {
  readonly session: Session;
  readonly openPlaces: () => void;
  readonly toggleTraces: () => void;
}

export interface Header {
  readonly node: HTMLElement;
  setTracesOpen(isOpen: boolean): void;
}

/** The bar above the conversation: where one is, and the developer panel's switch. */
export function createHeader({ session, openPlaces, toggleTraces }: HeaderContext): Header {
  const place = element('div', { class: 'header-place' });
  const menu = headerButton('menu', 'Open channels', openPlaces);
  menu.classList.add('narrow-only');
  const traces = headerButton('code', 'Developer panel', toggleTraces);
  setAttribute(traces, 'aria-expanded', false);

  function render(): void {
    const state = session.state();
    const name = toPlaceName(state.place, state);
    document.title = `${state.place.kind === 'guild' ? '#' : '@'}${name} | Sandbox`;
    const topic = element('span', { class: 'topic' }, state.place.description);
    place.replaceChildren(picture(state), element('h1', {}, name), topic);
  }

  session.subscribe(({ type }) => {
    if (type === 'frame') render();
  });
  return {
    node: element('header', { class: 'header' }, menu, place, sandboxMark(), traces),
    setTracesOpen: (isOpen) => setAttribute(traces, 'aria-expanded', isOpen),
  };
}

function picture(state: SessionState): Node {
  if (state.place.kind === 'bot_dm') return avatar(toBotFace(state), 24);
  return icon(state.place.kind === 'guild' ? 'hash' : 'people', 22);
}

/** So that nobody takes it for the real thing. */
function sandboxMark(): HTMLElement {
  const title = 'This page runs on your own machine and is not Discord.';
  return element('span', { class: 'sandbox-mark', title }, 'Sandbox');
}

function headerButton(name: IconName, label: string, click: () => void): HTMLElement {
  const properties = { class: 'bar-button', type: 'button', 'aria-label': label, title: label };
  return element('button', { ...properties, on: { click } }, icon(name, 22));
}
