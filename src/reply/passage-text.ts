import type { Span } from '../article/article.ts';
import type { Excerpt } from '../article/excerpt.ts';
import { toExcerpt } from '../article/excerpt.ts';
import { toLocatorText } from '../article/locator.ts';
import type { Passage } from '../article/passage.ts';
import { sentenceEnds } from '../article/passage.ts';
import { cut } from './echo.ts';
import { literal } from './literal.ts';
import type { PassageBlock } from './reply.ts';

// Room for one piece of a long passage: leaves the rest of a description (4096) to what stands
// around it.
const PIECE_LENGTH = 3000;
const HEADING_LENGTH = 120;

/** As much of a passage, from an offset on, as is shown at once. */
export function toPiece({ article, start, end, text }: Passage, from: number): Excerpt {
  const ends = sentenceEnds(article, { start, end });
  return toExcerpt(text, { limit: PIECE_LENGTH, measure: measureQuote }, ends, from);
}

/**
 * The author's words as a block quote under their locator, in at most `room` code units. What is
 * left out before or after them is said outside the quote.
 */
export function toPassageText(block: PassageBlock, room: number): string {
  const { passage, from, heading } = block;
  const title = heading === undefined ? '' : ` · ${cut(heading, HEADING_LENGTH, literal)}`;
  const continued = from !== undefined && from > 0 ? ' (continued)' : '';
  const label = `**${toLocatorText(passage.locator)}**${continued}${title}\n`;
  if (from === undefined) return `${label}${toBeginning(block, room - label.length)}`;
  const excerpt = toPiece(passage, from);
  const more = excerpt.end < passage.text.length ? CUT_NOTE : '';
  return `${label}${toBlockQuote(excerpt, block)}${more}`;
}

const CUT_NOTE = '\n-# … the passage goes on';

// All of the passage if it fits, else what fits beside the note that there is more.
function toBeginning(block: PassageBlock, room: number): string {
  const { article, start, end, text } = block.passage;
  const write = (words: string): string =>
    toBlockQuote({ start: 0, end: words.length, text: words }, block);
  const whole = write(text);
  if (whole.length <= room) return whole;
  const limit = room - CUT_NOTE.length;
  const measure = (words: string): number => write(words).length;
  const excerpt = toExcerpt(text, { limit, measure }, sentenceEnds(article, { start, end }));
  return `${write(excerpt.text)}${CUT_NOTE}`;
}

function measureQuote(text: string): number {
  return quote(literal(text)).length;
}

function toBlockQuote({ start, text }: Excerpt, { marks = [] }: PassageBlock): string {
  const here = marks.map((span) => ({ start: span.start - start, end: span.end - start }));
  return quote(mark(text, here));
}

function quote(markdown: string): string {
  return `> ${markdown.replaceAll('\n', '\n> ')}`;
}

/** The text, literally, with the marked words in bold; marks beyond its ends are left out. */
function mark(text: string, marks: readonly Span[]): string {
  let at = 0;
  let marked = '';
  for (const { start, end } of join(marks, text)) {
    if (start < at || start >= text.length) continue;
    marked += `${literal(text.slice(at, start))}**${literal(text.slice(start, end))}**`;
    at = Math.min(end, text.length);
  }
  return marked + literal(text.slice(at));
}

// Words that follow each other are one mark.
function join(marks: readonly Span[], text: string): Span[] {
  const joined: Span[] = [];
  for (const { start, end } of marks) {
    const last = joined.at(-1);
    if (last !== undefined && text.slice(last.end, start).trim() === '') {
      joined[joined.length - 1] = { start: last.start, end };
    } else joined.push({ start, end });
  }
  return joined;
}
