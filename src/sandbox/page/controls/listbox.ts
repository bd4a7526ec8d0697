import { createId, element, setAttribute } from './dom.ts';

/** One line of a list that is operated from a text field or a button. */
export interface ListItem {
  /** What it is called, for screen readers and tests. */
  readonly label: string;
  readonly content: readonly (Node | string)[];
  /** Where several or none can be chosen: whether this is one of them. Else the active one counts as chosen. */
  readonly checked?: boolean;
  readonly pick: () => void;
}

export interface Listbox {
  readonly node: HTMLElement;
  /** Shows these items with one of them (or none, -1) active. */
  show(owner: HTMLElement, items: readonly ListItem[], active: number): void;
  hide(): void;
  isOpen(): boolean;
  /** Arrow keys, Home, End, Page keys; true when the key was one of them. */
  handleKey(event: KeyboardEvent): boolean;
  /** Picks the active item; false when none is. */
  pickActive(): boolean;
}

/**
 * A list whose focus stays in the field that owns it (WAI-ARIA Authoring Practices, "Combobox"): the
 * active item is told by `aria-activedescendant`.
 */
export function createListbox(label: string): Listbox {
  const node = element('div', {
    class: 'listbox',
    role: 'listbox',
    'aria-label': label,
    hidden: true,
  });
  node.id = createId('listbox');
  let owner: HTMLElement | undefined;
  let items: readonly ListItem[] = [];
  let active = -1;

  function show(nextOwner: HTMLElement, nextItems: readonly ListItem[], nextActive: number): void {
    if (owner !== nextOwner) hide();
    owner = nextOwner;
    items = nextItems;
    node.hidden = items.length === 0;
    node.replaceChildren(...items.map(toOption));
    setAttribute(owner, 'aria-controls', node.id);
    if (owner.role === 'combobox') setAttribute(owner, 'aria-expanded', !node.hidden);
    activate(nextActive);
  }

  function hide(): void {
    node.hidden = true;
    items = [];
    active = -1;
    if (owner === undefined) return;
    owner.removeAttribute('aria-activedescendant');
    if (owner.role === 'combobox') setAttribute(owner, 'aria-expanded', false);
  }

  function toOption(item: ListItem, index: number): HTMLElement {
    return element(
      'div',
      {
        id: `${node.id}-${index}`,
        class: 'option',
        role: 'option',
        'aria-label': item.label,
        on: {
          // The field keeps the focus.
          mousedown: (event) => event.preventDefault(),
          mousemove: () => active === index || activate(index),
          click: () => item.pick(),
        },
      },
      ...item.content,
    );
  }

  function activate(index: number): void {
    active = index;
    for (const [position, option] of [...node.children].entries()) {
      option.classList.toggle('active', position === active);
      setAttribute(option, 'aria-selected', items[position]?.checked ?? position === active);
    }
    const option = node.children[active];
    if (owner !== undefined) setAttribute(owner, 'aria-activedescendant', option?.id);
    option?.scrollIntoView({ block: 'nearest' });
  }

  function handleKey(event: KeyboardEvent): boolean {
    const target = toTarget(event.key, active, items.length);
    if (node.hidden || target === undefined) return false;
    event.preventDefault();
    activate(target);
    return true;
  }

  function pickActive(): boolean {
    const item = node.hidden ? undefined : items[active];
    item?.pick();
    return item !== undefined;
  }

  return { node, show, hide, isOpen: () => !node.hidden, handleKey, pickActive };
}

/** Where a key leads from the active one of `count` items; arrows go round. */
function toTarget(key: string, active: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return (active + 1) % count;
    case 'ArrowUp':
      return active <= 0 ? count - 1 : active - 1;
    case 'PageDown':
      return Math.min(active + 8, count - 1);
    case 'PageUp':
      return Math.max(active - 8, 0);
    default:
      return undefined;
  }
}
