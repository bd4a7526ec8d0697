import { createId, element } from './dom.ts';
import { icon } from './icons.ts';
import type { IconName } from './icons.ts';

/** An entry of a menu: it does something, or opens a menu of its own. */
export interface MenuItem {
  readonly label: string;
  readonly icon?: IconName;
  readonly picture?: Node;
  readonly isDanger?: boolean;
  /** For one of several that exclude each other: whether it is the present one. */
  readonly checked?: boolean;
  readonly run?: () => void;
  readonly items?: readonly MenuItem[];
}

/** A menu with the keys of the WAI-ARIA Authoring Practices: arrows, Home, End, Enter, Space. */
export function menuView(
  label: string,
  items: readonly MenuItem[],
  close: () => void,
): HTMLElement {
  const menu = element('div', { class: 'menu', role: 'menu', 'aria-label': label });
  menu.append(...items.map((item) => toEntry(item, close)));
  menu.addEventListener('keydown', (event) => moveInMenu(event, menu));
  return menu;
}

/** Puts the focus on the first entry. */
export function enterMenu(menu: HTMLElement): void {
  entriesOf(menu)[0]?.focus();
}

function toEntry(item: MenuItem, close: () => void): HTMLElement {
  const entry = element(
    'div',
    {
      class: item.isDanger === true ? 'menu-item danger' : 'menu-item',
      role: item.checked === undefined ? 'menuitem' : 'menuitemradio',
      'aria-checked': item.checked,
      tabindex: -1,
    },
    item.picture,
    element('span', { class: 'menu-label' }, item.label),
    item.icon && icon(item.icon, 18),
    item.checked === true ? icon('check', 18) : undefined,
    item.items && icon('right', 16),
  );
  entry.addEventListener('mousemove', () => entry.focus({ preventScroll: true }));
  if (item.items !== undefined) return toSubmenu(entry, menuView(item.label, item.items, close));
  onActivate(entry, ['Enter', ' '], () => {
    close();
    item.run?.();
  });
  return entry;
}

/** An entry beside whose right edge a menu opens while one of the two has the focus. */
function toSubmenu(entry: HTMLElement, submenu: HTMLElement): HTMLElement {
  submenu.id = createId('menu');
  entry.setAttribute('aria-haspopup', 'menu');
  entry.setAttribute('aria-controls', submenu.id);
  onActivate(entry, ['Enter', ' ', 'ArrowRight'], () => enterMenu(submenu));
  submenu.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowLeft') return;
    event.stopPropagation();
    entry.focus();
  });
  return element('div', { class: 'submenu-holder', role: 'none' }, entry, submenu);
}

function onActivate(entry: HTMLElement, keys: readonly string[], run: () => void): void {
  entry.addEventListener('click', run);
  entry.addEventListener('keydown', (event) => {
    if (!keys.includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  });
}

function moveInMenu(event: KeyboardEvent, menu: HTMLElement): void {
  const entries = entriesOf(menu);
  const present = entries.findIndex((entry) => entry === document.activeElement);
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: (present + 1) % entries.length,
    ArrowUp: present <= 0 ? entries.length - 1 : present - 1,
    Home: 0,
    End: entries.length - 1,
  };
  const target = targets[event.key];
  if (target === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  entries[target]?.focus();
}

/** The entries of this menu, not those of its submenus. */
function entriesOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.children].flatMap((child) => {
    const entry = child.classList.contains('submenu-holder') ? child.firstElementChild : child;
    return entry instanceof HTMLElement ? [entry] : [];
  });
}
