import { element } from '../controls/dom.ts';
import { createListbox } from '../controls/listbox.ts';
import type { Listbox } from '../controls/listbox.ts';

/** The panel above the composer: a heading, a problem if there is one, and a list to choose from. */
export interface Popup {
  readonly node: HTMLElement;
  readonly listbox: Listbox;
  setHeading(...heading: readonly (Node | string)[]): void;
  setProblem(problem: string): void;
  /** Says that the list is still to come; an empty text says nothing. */
  setState(text: string): void;
  close(): void;
}

export function createPopup(label: string): Popup {
  const listbox = createListbox(label);
  const heading = element('div', { class: 'popup-heading' });
  const problem = element('div', { class: 'problem', role: 'alert' });
  const state = element('div', { class: 'popup-state', role: 'status' });
  const node = element(
    'div',
    { class: 'popup', hidden: true },
    heading,
    problem,
    state,
    listbox.node,
  );

  return {
    node,
    listbox,
    setHeading(...content) {
      heading.replaceChildren(...content);
      node.hidden = content.length === 0;
    },
    setProblem: (text) => problem.replaceChildren(text),
    setState: (text) => state.replaceChildren(text),
    close() {
      listbox.hide();
      problem.replaceChildren();
      state.replaceChildren();
      node.hidden = true;
    },
  };
}
