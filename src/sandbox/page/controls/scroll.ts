import { element } from './dom.ts';

const near = 80;

export interface Scroll {
  readonly node: HTMLElement;
  toEnd(): void;
  /** Changes the content; stays at the end if the reader was there, else offers to go there. */
  follow(change: () => void, isNew: boolean): void;
}

/** The part of the page that scrolls, with a bar that leads back to the newest message. */
export function createScroll(...content: readonly Element[]): Scroll {
  const bar = element(
    'button',
    { class: 'jump-bar', type: 'button', hidden: true, on: { click: toEnd } },
    element('span', {}, 'New messages'),
    element('span', {}, 'Jump to present'),
  );
  const scroller = element('div', { class: 'scroller' }, ...content);
  let wasAtEnd = true;
  scroller.addEventListener('scroll', () => {
    wasAtEnd = isAtEnd();
    if (wasAtEnd) bar.hidden = true;
  });
  // The end stays in view when the window shrinks (an opening keyboard) or a message grows.
  const sizes = new ResizeObserver(() => wasAtEnd && toEnd());
  for (const part of [scroller, ...content]) sizes.observe(part);

  function isAtEnd(): boolean {
    return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < near;
  }

  function toEnd(): void {
    scroller.scrollTop = scroller.scrollHeight;
    bar.hidden = true;
  }

  return {
    node: element('div', { class: 'conversation' }, scroller, bar),
    toEnd,
    follow(change, isNew) {
      const atEnd = isAtEnd();
      change();
      if (atEnd) toEnd();
      else if (isNew) bar.hidden = false;
    },
  };
}
