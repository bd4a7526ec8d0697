import { parseInside } from '../markdown-tree.ts';
import type { MarkdownNode, Rule } from '../markdown-tree.ts';

const label = /^\[((?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))+)\]\(/;

/**
 * `[label](https://…)`. A backslash does not keep the label's bracket from closing, as in
 * simple-markdown; a label that pretends to be an address makes the whole thing plain text.
 */
export const maskedLink: Rule = (source, scope, parse) => {
  const opening = label.exec(source);
  if (opening === null) return undefined;
  const [{ length: start }, text = ''] = opening;
  const target = readTarget(source, start, true) ?? readTarget(source, start, false);
  if (target === undefined || text.trim() === '') return undefined;
  const url = target.address.replace(/\\([^0-9A-Za-z\s])/g, '$1');
  if (!/^https?:\/\/[^\s/]/i.test(url)) return undefined;
  if (/https?:\/\/\S/i.test(text)) {
    return { length: target.end, node: { type: 'text', text: source.slice(0, target.end) } };
  }
  const children = parseInside(text, scope, parse).flatMap(withoutLink);
  return { length: target.end, node: { type: 'link', url, children } };
};

interface Target {
  readonly address: string;
  /** Offset behind the closing bracket. */
  readonly end: number;
}

/**
 * The address from `start` to the bracket that closes the link, with or without taking `(…)` inside
 * it as one piece. Scanned by hand: as a regular expression this is exponential.
 */
function readTarget(source: string, start: number, groups: boolean): Target | undefined {
  const from = start + (/^\s*<?/.exec(source.slice(start))?.[0].length ?? 0);
  for (let at = from; at < source.length;) {
    const closing = /^>?(?:\s+(?:'[^']*'|"[^"]*"))?\s*\)/.exec(source.slice(at));
    if (closing !== null) {
      return { address: source.slice(from, at), end: at + closing[0].length };
    }
    if (/\s/.test(source.charAt(at))) return undefined;
    at = stepOver(source, at, groups);
  }
  return undefined;
}

function stepOver(source: string, at: number, groups: boolean): number {
  const character = source.charAt(at);
  if (character === '\\') return at + 2;
  const close = groups && character === '(' ? source.indexOf(')', at) : -1;
  return close === -1 ? at + 1 : close + 1;
}

/** A link inside a link is its text alone. */
function withoutLink(node: MarkdownNode): readonly MarkdownNode[] {
  return node.type === 'link' ? node.children : [node];
}
