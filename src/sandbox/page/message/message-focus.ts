/**
 * Redraws a part of the page without losing the reader's place: what had the focus has it again if
 * it still exists, else the message around it.
 */
export function keepFocus(container: HTMLElement, redraw: () => void): void {
  const focused = document.activeElement;
  const isInside = focused !== null && container.contains(focused);
  const key = focused?.getAttribute('data-key');
  redraw();
  if (!isInside) return;
  const successor = [...container.querySelectorAll<HTMLElement>('[data-key]')].find(
    (node) => node.getAttribute('data-key') === key,
  );
  (successor ?? container.querySelector('article'))?.focus({ preventScroll: true });
}

/** Arrow keys lead from message to message, as in Discord; Home and End to the first and last. */
export function moveBetweenMessages(event: KeyboardEvent, list: HTMLElement): void {
  const articles = [...list.querySelectorAll('article')];
  const present = articles.findIndex((article) => article === event.target);
  const targets: Readonly<Record<string, number>> = {
    ArrowUp: present - 1,
    ArrowDown: present + 1,
    Home: 0,
    End: articles.length - 1,
  };
  const next = articles[targets[event.key] ?? -1];
  if (present === -1 || next === undefined) return;
  event.preventDefault();
  next.focus();
}
