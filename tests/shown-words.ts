import type { Message } from '../src/reply/message.ts';
import type { MarkdownNode } from '../src/sandbox/page/markdown-tree.ts';
import { parseMarkdown, toPlainText } from '../src/sandbox/page/markdown.ts';

/** What Discord shows of a message in block quotes, as plain text: one string a quote. */
export function shownQuotes({ content, embeds }: Message): string[] {
  return [content, ...embeds.map(({ description = '' }) => description)].flatMap((markdown) =>
    quotesIn(parseMarkdown(markdown)),
  );
}

function quotesIn(tree: readonly MarkdownNode[]): string[] {
  return tree.flatMap((node) =>
    node.type === 'quote' ? [toPlainText(node.children).replace(/\n$/u, '')] : [],
  );
}

/** Every kind of markup that stands within the quotes of a message. */
export function markupInQuotes({ embeds }: Message): Set<string> {
  const kinds = new Set<string>();
  const note = (tree: readonly MarkdownNode[]): void => {
    for (const node of tree) {
      kinds.add(node.type);
      if ('children' in node) note(node.children);
    }
  };
  for (const { description = '' } of embeds) {
    for (const node of parseMarkdown(description)) if (node.type === 'quote') note(node.children);
  }
  return kinds;
}
