import { element } from './dom.ts';

/** Where the page speaks outside of the messages. */
export interface Notices {
  readonly node: HTMLElement;
  /** Says something to screen readers only. */
  announce(text: string): void;
  /** Shows a line for a few seconds. */
  toast(text: string): void;
}

const shownFor = 4000;
const spokenFor = 8000;

/** Two live regions: one that is heard (new messages), one that is also seen. */
export function createNotices(): Notices {
  const log = element('div', {
    class: 'unseen',
    role: 'log',
    'aria-live': 'polite',
    'aria-label': 'New messages',
  });
  const toasts = element('div', { class: 'toasts', role: 'status' });

  return {
    node: element('div', {}, log, toasts),
    announce: (text) => put(log, text, spokenFor),
    toast: (text) => put(toasts, text, shownFor),
  };
}

function put(region: HTMLElement, text: string, milliseconds: number): void {
  const line = element('div', {}, text);
  region.append(line);
  setTimeout(() => line.remove(), milliseconds);
}
