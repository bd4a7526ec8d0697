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
    blocks: [toCode(`${excerpt.text}\n\n${toCitation(article, locator)}`.trim())],
    rows: next === undefined ? [] : [{ buttons: [toCopyOn(passage, next)] }],
  };
}

function toCopyOn({ article, locator }: Passage, from: number): Button {
  const place = toLocatorText(locator);
  return { label: 'Copy on', customId: toCustomId('quote', article.id, 'copy', place, from) };
}

/** What a control of an answer of several passages was pressed for. */
export interface AnswerPress {
  readonly userId: string;
  /** The custom_id's fields after the article. */
  readonly fields: readonly string[];
}

/** The buttons under an answer of several passages. @param command The one that made it. */
export function toAnswerButtons(
  command: string,
  { id }: Article,
  visibility: Reply['visibility'],
): Row {
  const copy = { label: 'Copy text', customId: toCustomId(command, id, 'copy') };
  const post = { label: 'Post here', customId: toCustomId(command, id, 'post') };
  const remove = { label: 'Delete', customId: toCustomId('quote', id, 'delete') };
  return { buttons: [copy, visibility === 'private' ? post : remove] };
}

/** Answers those buttons: the answer for everybody, or as plain text to copy. */
export function pressAnswerButton(
  command: string,
  { userId, fields: [action, offset = '0'] }: AnswerPress,
  toReply: (visibility: Reply['visibility']) => Reply,
): Reply {
  if (action === 'post') return { ...toReply('public'), lead: { postedBy: userId } };
  return toCopyOfReply(command, toReply('private'), /^\d{1,6}$/u.test(offset) ? Number(offset) : 0);
}

function toCopyOfReply(command: string, { article, blocks }: Reply, from: number): Reply {
  const text = blocks.map(toPlainText).join('\n\n');
  const excerpt = toExcerpt(text, { limit: PIECE_LENGTH }, lineEnds(text), from);
  const next = nextStart(text, excerpt);
  const on = {
    label: 'Copy on',
    customId: toCustomId(command, article?.id ?? '', 'copy', next ?? 0),
  };
  return {
    visibility: 'private',
    blocks: [
      toCode(`${excerpt.text}\n\n${article === undefined ? '' : toCitation(article)}`.trim()),
    ],
    rows: next === undefined ? [] : [{ buttons: [on] }],
  };
}

function lineEnds(text: string): number[] {
  return Array.from(text.matchAll(/\n\n/gu), ({ index }) => index);
}

function toPlainText(block: Block): string {
  switch (block.kind) {
    case 'note':
      return block.markdown.replace(/^-# /u, '');
    case 'statement': {
      const heading = block.heading === undefined ? '' : `${block.heading}: `;
      return `${toLocatorText(block.at)} ${heading}${block.text}`;
    }
    case 'passage': {
      const heading = block.heading === undefined ? '' : ` (${block.heading})`;
      return `${toLocatorText(block.passage.locator)}${heading}\n${block.passage.text}`;
    }
  }
}

// Half a citation is none: one with a hundred authors is left to /cite.
function toCitation({ item }: Article, locator?: Locator): string {
  const citation = cite(item, 'apa', locator);
  return citation.length > CITATION_LENGTH ? '' : citation;
}

/** Plain text in a code block, which Discord shows as it is and phones copy with one touch. */
export function toCode(text: string): Block {
  // Nothing ends a code block but its fence; a text that has one is shown literally instead.
  const markdown = text.includes('```')
    ? cut(text, LIMITS.content, literal)
    : `\`\`\`\n${text}\n\`\`\``;
  return { kind: 'note', markdown };
}
