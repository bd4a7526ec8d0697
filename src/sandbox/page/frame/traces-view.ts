import type { Trace } from '../../protocol.ts';
import { element } from '../controls/dom.ts';
import { closeButton } from '../message/modal-view.ts';
import type { Session } from '../session/session.ts';

const kept = 100;

/** The developer panel: what the sandbox sent to the bot and what came back, newest first. */
export function createTracesView(session: Session, close: () => void): HTMLElement {
  const items = new Map<string, HTMLElement>();
  const empty = element(
    'p',
    { class: 'traces-empty' },
    'Use a command, and what was sent and answered is shown here.',
  );
  const list = element('div', { class: 'traces-list' }, empty);

  function put(id: string, item: HTMLDetailsElement): void {
    const present = items.get(id);
    empty.remove();
    if (present instanceof HTMLDetailsElement) {
      item.open = present.open;
      present.replaceWith(item);
    } else list.prepend(item);
    items.set(id, item);
    const [oldest] = items.keys();
    if (items.size > kept && oldest !== undefined) {
      items.get(oldest)?.remove();
      items.delete(oldest);
    }
  }

  /** What a trace has told already need not be told twice. */
  let told: readonly string[] = [];
  let failures = 0;
  session.subscribe((change) => {
    if (change.type === 'trace') {
      told = change.trace.warnings;
      put(change.trace.id, traceView(change.trace));
    }
    if (change.type === 'failure' && !told.includes(change.reason)) {
      failures += 1;
      put(`failure-${failures}`, failureView(change.title, change.reason));
    }
  });
  return element(
    'aside',
    { class: 'traces', 'aria-label': 'Developer panel', hidden: true },
    element(
      'div',
      { class: 'traces-heading' },
      element('h2', {}, 'Developer panel'),
      closeButton(close),
    ),
    list,
  );
}

function traceView(trace: Trace): HTMLDetailsElement {
  const elapsed = trace.elapsed === undefined ? '' : `${Math.round(trace.elapsed)} ms`;
  const count = trace.warnings.length;
  const details = element(
    'details',
    { class: `trace ${trace.status}` },
    element(
      'summary',
      {},
      element('span', { class: 'trace-title' }, trace.title),
      count === 0 ? undefined : mark('warnings', count === 1 ? '1 warning' : `${count} warnings`),
      mark(trace.status, trace.status),
      element('span', { class: 'trace-time' }, elapsed),
    ),
  );
  // Written when somebody looks at it: most traces are never opened.
  details.addEventListener('toggle', () => details.append(...contentOf(trace)), { once: true });
  return details;
}

function contentOf(trace: Trace): HTMLElement[] {
  const warnings = trace.warnings.map((warning) => element('li', {}, warning));
  return [
    ...(warnings.length === 0 ? [] : [element('ul', { class: 'trace-warnings' }, ...warnings)]),
    ...jsonView('Sent to the bot', trace.received),
    ...jsonView('Answered by the bot', trace.answered),
  ];
}

function failureView(title: string, reason: string): HTMLDetailsElement {
  return element(
    'details',
    { class: 'trace refused', open: true },
    element(
      'summary',
      {},
      element('span', { class: 'trace-title' }, title),
      mark('refused', 'failed'),
    ),
    element('p', {}, reason),
  );
}

function mark(kind: string, text: string): HTMLElement {
  return element('span', { class: `trace-mark ${kind}` }, text);
}

function jsonView(title: string, json: unknown): HTMLElement[] {
  if (json === undefined) return [];
  return [
    element('h3', {}, title),
    element('pre', {}, element('code', {}, JSON.stringify(json, undefined, 2))),
  ];
}
