import type { Event } from 'js-yaml';
import { EVENT_ID, getScalarValue, load, parseEvents, YAMLException } from 'js-yaml';

/** A YAML document as plain values, or why it is none. Lines count from 1. */
export type ParsedYaml =
  | {
      readonly value: unknown;
      /** The line of what stands at a path, or else of the nearest thing around it. */
      readonly lineOf: (path: readonly PropertyKey[]) => number | undefined;
    }
  | { readonly fault: string; readonly line: number | undefined };

/** Reads one YAML 1.2 document; dates stay strings. Never throws. */
export function parseYaml(text: string): ParsedYaml {
  try {
    return { value: load(text), lineOf: (path) => findLine(text, path) };
  } catch (error) {
    if (!(error instanceof YAMLException)) return { fault: 'cannot be read', line: undefined };
    return { fault: error.reason, line: error.mark && error.mark.line + 1 };
  }
}

function findLine(text: string, path: readonly PropertyKey[]): number | undefined {
  const nodes = createNodes(text);
  // The first event opens the document.
  let node = 1;
  for (const [depth, key] of path.entries()) {
    const child = nodes.childOf(node, String(key));
    if (child === undefined) return depth === 0 ? undefined : nodes.lineOf(node);
    node = child;
  }
  return nodes.lineOf(node);
}

/** The nodes of a document by the number of the event that begins each. */
function createNodes(text: string) {
  const events = parseEvents(text, {});
  const after = (node: number): number => {
    let open = 0;
    let at = node;
    do {
      const type = events[at]?.type;
      if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE) open += 1;
      else if (type === EVENT_ID.POP) open -= 1;
      at += 1;
    } while (open > 0 && at < events.length);
    return at;
  };
  const isOpen = (node: number): boolean => (events[node]?.type ?? EVENT_ID.POP) !== EVENT_ID.POP;
  return {
    lineOf: (node: number) => toLine(text, events[node]),
    childOf(node: number, key: string): number | undefined {
      const isMapping = events[node]?.type === EVENT_ID.MAPPING;
      if (!isMapping && events[node]?.type !== EVENT_ID.SEQUENCE) return undefined;
      let index = 0;
      for (let at = node + 1; isOpen(at); index += 1) {
        const name = isMapping ? toKey(text, events[at]) : String(index);
        if (isMapping) at = after(at);
        if (name === key) return at;
        at = after(at);
      }
      return undefined;
    },
  };
}

function toKey(text: string, event: Event | undefined): string | undefined {
  return event?.type === EVENT_ID.SCALAR ? getScalarValue(text, event) : undefined;
}

function toLine(text: string, event: Event | undefined): number | undefined {
  const start = toStart(event);
  return start === undefined ? undefined : text.slice(0, start).split('\n').length;
}

function toStart(event: Event | undefined): number | undefined {
  switch (event?.type) {
    case EVENT_ID.SCALAR:
      return event.valueStart;
    case EVENT_ID.ALIAS:
      return event.anchorStart;
    case EVENT_ID.MAPPING:
    case EVENT_ID.SEQUENCE:
      return event.start;
    default:
      return undefined;
  }
}
