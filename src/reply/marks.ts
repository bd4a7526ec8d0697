import type { Span } from '../article/article.ts';
import type { Passage } from '../article/passage.ts';
import { paragraphStart } from '../article/passage.ts';

/** The part of a paragraph's highlights that lies in a passage, as offsets into the passage. */
export function toMarks(passage: Passage, paragraph: number, highlights: readonly Span[]): Span[] {
  const shift = paragraphStart(passage.article, paragraph) - passage.start;
  return highlights
    .map(({ start, end }) => ({ start: start + shift, end: end + shift }))
    .filter(({ start, end }) => start >= 0 && end <= passage.text.length);
}
