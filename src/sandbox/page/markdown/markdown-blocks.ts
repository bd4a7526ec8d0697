import { parseInside } from '../markdown-tree.ts';
import type { Found, MarkdownNode, Parse, Rule, Scope } from '../markdown-tree.ts';

// Discord's client derives from simple-markdown: a rule is tried where a line begins, in this order.
// The shapes are those that the desktop client shows (Discord, "Markdown Text 101", and what
// dismark, a parser that follows the client fault by fault, has recorded).

const maximumListDepth = 11;

/** `> ` before each line, or `>>> ` before all that follows. A quote holds no further quote. */
const quote: Rule = (source, scope, parse) => {
  if (scope.inQuote) return undefined;
  const match = /^ *>>> ([\s\S]*)/.exec(source) ?? /^(?: *> [^\n]*(?:\n|$))+/.exec(source);
  if (match === null) return undefined;
  const inner = match[1] ?? match[0].replace(/^ *> /gm, '').replace(/\n$/, '');
  const children = parseInside(inner, { ...scope, inQuote: true, lineStart: true }, parse);
  return { length: match[0].length, node: { type: 'quote', children } };
};

/** `# `, `## ` or `### `; a second `#` right after the space makes it ordinary text. */
const heading: Rule = (source, scope, parse) => {
  const match = /^ *(#{1,3}) (?!#) *(?=\S)([^\n]+)(?:\n|$)/.exec(source);
  if (match === null) return undefined;
  const [whole, marks = '', line = ''] = match;
  const children = parseInside(line, { ...scope, lineStart: true }, parse);
  return { length: whole.length, node: { type: 'heading', level: marks.length, children } };
};

/** `-# `: small grey print. */
const subtext: Rule = (source, scope, parse) => {
  const match = /^ *-# (?!-#) *(?=\S)([^\n]+)(?:\n|$)/.exec(source);
  if (match === null) return undefined;
  const children = parseInside(match[1] ?? '', { ...scope, lineStart: true }, parse);
  return { length: match[0].length, node: { type: 'subtext', children } };
};

const bullet = /^( *)([+*-]|\d+\.) +(?=\S)/;

/** Bullets or numbers; lines that begin with a space belong to the item above them. */
const list: Rule = (source, scope, parse) => {
  const first = bullet.exec(source);
  if (first === null || scope.listDepth >= maximumListDepth) return undefined;
  const { items, length } = readItems(source, (first[1] ?? '').length);
  const inside = { ...scope, lineStart: true, listDepth: scope.listDepth + 1 };
  const number = Number.parseInt(first[2] ?? '', 10);
  const node: MarkdownNode = {
    type: 'list',
    ...(Number.isNaN(number) ? {} : { start: number }),
    items: items.map((item) => parseInside(item, inside, parse)),
  };
  return { length, node };
};

function readItems(source: string, indent: number): { items: string[]; length: number } {
  const items: string[][] = [];
  let length = 0;
  let width = 0;
  for (const line of source.split(/(?<=\n)/)) {
    const head = bullet.exec(line);
    const text = line.replace(/\n$/, '');
    if (head !== null && (head[1] ?? '').length <= indent) {
      width = head[0].length;
      items.push([text.slice(width)]);
    } else if (/^ +\S/.test(line)) {
      items.at(-1)?.push(text.replace(new RegExp(`^ {0,${width}}`), ''));
    } else break;
    length += line.length;
  }
  return { items: items.map((lines) => lines.join('\n')), length };
}

const rules = [quote, list, heading, subtext];

/** The block that begins here, if a line begins here. */
export function findBlock(source: string, scope: Scope, parse: Parse): Found | undefined {
  if (!scope.lineStart) return undefined;
  for (const rule of rules) {
    const found = rule(source, scope, parse);
    if (found !== undefined) return found;
  }
  return undefined;
}
