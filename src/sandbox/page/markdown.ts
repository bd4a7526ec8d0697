import { findBlock } from './markdown/markdown-blocks.ts';
import { findInline } from './markdown/markdown-inline.ts';
import type { Found, MarkdownNode, Scope } from './markdown-tree.ts';

/** Deeper than any message is meant, shallow enough for every stack. */
const maximumDepth = 50;

/**
 * Reads a message's content (or an embed's description) as Discord's desktop client does.
 * Takes any text, never throws, and knows neither the page nor Discord's servers, so that tests can
 * ask it what a reader will see.
 */
export function parseMarkdown(source: string): MarkdownNode[] {
  return parse(source, { lineStart: true, inQuote: false, listDepth: 0, depth: 0 });
}

function parse(source: string, scope: Scope): MarkdownNode[] {
  if (scope.depth > maximumDepth) return [{ type: 'text', text: source }];
  const nodes: MarkdownNode[] = [];
  let { lineStart } = scope;
  for (let rest = source; rest !== '';) {
    const here = { ...scope, lineStart };
    const found = findBlock(rest, here, parse) ?? findInline(rest, here, parse) ?? readText(rest);
    append(nodes, found.node);
    const taken = rest.slice(0, found.length);
    lineStart = /\n *$/.test(taken) || (lineStart && /^ *$/.test(taken));
    rest = rest.slice(found.length);
  }
  return nodes;
}

/**
 * Text up to where something else may begin: a mark, a line break or an address. A line break stands
 * alone, so that what follows it is tried as the beginning of a line.
 */
function readText(source: string): Found {
  const run = /^(?:\n|[^\n](?:(?!https?:\/\/)[0-9A-Za-z\u00c0-\uffff]|[^\S\n])*)/i.exec(source);
  const text = run?.[0] ?? source;
  return { length: text.length, node: { type: 'text', text } };
}

function append(nodes: MarkdownNode[], node: MarkdownNode): void {
  const last = nodes.at(-1);
  if (node.type === 'text' && last?.type === 'text') {
    nodes[nodes.length - 1] = { type: 'text', text: last.text + node.text };
  } else nodes.push(node);
}

/**
 * What somebody reads who sees neither type nor colour: the characters on the screen, one line for
 * each line shown, `•` or the number before an item of a list, the label of a link.
 */
export function toPlainText(tree: readonly MarkdownNode[]): string {
  return tree
    .map((node, index) => {
      const text = toPlainNode(node);
      return isBlock(node) && index < tree.length - 1 ? `${text}\n` : text;
    })
    .join('');
}

function isBlock(node: MarkdownNode): boolean {
  return ['quote', 'heading', 'subtext', 'list', 'codeBlock'].includes(node.type);
}

function toPlainNode(node: MarkdownNode): string {
  switch (node.type) {
    case 'text':
    case 'code':
    case 'codeBlock':
      return node.text;
    case 'list':
      return node.items.map((item, index) => toPlainItem(item, index, node.start)).join('\n');
    case 'mention':
      return toPlainMention(node.kind, node.id);
    case 'timestamp':
      return `<t:${node.seconds}:${node.style}>`;
    case 'emoji':
      return node.glyph ?? `:${node.name}:`;
    case 'link':
    case 'quote':
    case 'heading':
    case 'subtext':
    case 'bold':
    case 'italic':
    case 'underline':
    case 'strike':
    case 'spoiler':
      return toPlainText(node.children);
  }
}

function toPlainItem(item: readonly MarkdownNode[], index: number, start?: number): string {
  return `${start === undefined ? '•' : `${start + index}.`} ${toPlainText(item)}`;
}

function toPlainMention(kind: string, id: string): string {
  if (kind === 'channel') return `#${id}`;
  return kind === 'command' ? `/${id}` : `@${id}`;
}
