import type { Article } from '../article/article.ts';
import { cite } from '../article/citation.ts';
import { nextStart, toExcerpt } from '../article/excerpt.ts';
import type { Locator } from '../article/locator.ts';
import { toLocatorText } from '../article/locator.ts';
import type { Passage } from '../article/passage.ts';
import { sentenceEnds } from '../article/passage.ts';
import { toCustomId } from './custom-id.ts';
import { cut } from './echo.ts';
import { LIMITS } from './limits.ts';
import { literal } from './literal.ts';
import type { Block, Button, Reply, Row } from './reply.ts';

// Leaves the rest of a message (2000) to the citation and the fences.
const PIECE_LENGTH = 1200;
const CITATION_LENGTH = 600;
const MESSAGE_LENGTH = 1900;

/**
 * A passage and its citation as plain text to copy, on a phone too: privately, in a code block.
 * @param from Where in the passage to begin: a long one is copied in several messages.
 */
export function toCopyReply(passage: Passage, from: number): Reply {
  const { article, locator, text, start, end } = passage;
  const ends = sentenceEnds(article, { start, end });
  const excerpt = toExcerpt(text, { limit: PIECE_LENGTH }, ends, from);
  const next = nextStart(text, excerpt);
  return {
    visibility: 'private',
    blocks: [toCode(`${excerpt.text}\n\n${toCitation(article, locator)}`)],
    rows: next === undefined ? [] : [{ buttons: [toCopyOn(passage, next)] }],
  };
}

function toCopyOn({ article, locator }: Passage, from: number): Button {
  const place = toLocatorText(locator);
  return { label: 'Copy on', customId: toCustomId('quote', article.id, 'copy', place, from) };
}

/** What a reply says, as plain text to copy: privately, in a code block. */
export function toCopyOfReply(article: Article, { blocks }: Reply): Reply {
  const text = blocks.flatMap(toPlainText).join('\n\n');
  const room = MESSAGE_LENGTH - CITATION_LENGTH;
  return {
    visibility: 'private',
    blocks: [toCode(`${cut(text, room)}\n\n${toCitation(article)}`)],
  };
}

function toPlainText(block: Block): string[] {
  switch (block.kind) {
    case 'note':
      return [];
    case 'statement': {
      const heading = block.heading === undefined ? '' : `${block.heading}: `;
      return [`${toLocatorText(block.at)} ${heading}${block.text}`];
    }
    case 'passage': {
      const heading = block.heading === undefined ? '' : ` (${block.heading})`;
      return [`${toLocatorText(block.passage.locator)}${heading}\n${block.passage.text}`];
    }
  }
}

/** The buttons under an answer of several passages. @param command The one that makes the copy. */
export function toCopyButtons(
  command: string,
  { id }: Article,
  visibility: Reply['visibility'],
): Row {
  const copy = { label: 'Copy text', customId: toCustomId(command, id, 'copy') };
  const remove = { label: 'Delete', customId: toCustomId('quote', id, 'delete') };
  // What only one person sees Discord itself lets them dismiss.
  return { buttons: visibility === 'public' ? [copy, remove] : [copy] };
}

function toCitation({ item }: Article, locator?: Locator): string {
  return cut(cite(item, 'apa', locator), CITATION_LENGTH);
}

/** Plain text in a code block, which Discord shows as it is and phones copy with one touch. */
export function toCode(text: string): Block {
  // Nothing ends a code block but its fence; a text that has one is shown literally instead.
  const markdown = text.includes('```')
    ? cut(text, LIMITS.content, literal)
    : `\`\`\`\n${text}\n\`\`\``;
  return { kind: 'note', markdown };
}
