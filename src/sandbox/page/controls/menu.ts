import { element } from './dom.ts';
import { enterMenu, menuView } from './menu-entries.ts';
import type { MenuItem } from './menu-entries.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

let closeOpenMenu: (() => void) | undefined;

/**
 * Opens a menu at a point of the window, keeps it inside the window, and gives the focus back when
 * it closes. On a narrow window the style sheet makes it a sheet at the bottom, where submenus stand
 * open.
 */
export function openMenu(label: string, items: readonly MenuItem[], point: Point): void {
  closeOpenMenu?.();
  const opener = document.activeElement;
  const menu = menuView(label, items, close);
  const layer = element('div', { class: 'menu-layer' }, menu);
  document.body.append(layer);
  place(menu, point);
  enterMenu(menu);

  function close(): void {
    closeOpenMenu = undefined;
    layer.remove();
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
  }
  closeOpenMenu = close;
  layer.addEventListener('pointerdown', (event) => {
    if (event.target === layer) close();
  });
  layer.addEventListener('contextmenu', (event) => event.preventDefault());
  layer.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' && event.key !== 'Tab') return;
    event.preventDefault();
    close();
  });
}

const margin = 8;

function place(menu: HTMLElement, { x, y }: Point): void {
  const { width, height } = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(margin, Math.min(x, innerWidth - width - margin))}px`;
  menu.style.top = `${Math.max(margin, Math.min(y, innerHeight - height - margin))}px`;
  // A submenu opens to the left where the right has no room for it.
  menu.classList.toggle('opens-left', x + width * 2 > innerWidth);
}
