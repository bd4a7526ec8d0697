import { toExcerpt } from '../article/excerpt.ts';
import { literal } from './literal.ts';

const DEFAULT_LENGTH = 100;

// Formatting that is felt but not seen: it could turn the layout round or hide characters.
const UNSEEN =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u034f\u115f\u1160\u17b4\u17b5\u2028\u2029\u3164\uffa0]+/gu;
// More than two marks on a letter is a tower over the neighbouring lines, not a spelling.
const MARKS = /(\p{M}{2})\p{M}+/gu;

/** What somebody typed, as one line of plain text that disturbs nothing around it. */
export function toLine(text: string): string {
  return text
    .slice(0, 4 * 6000)
    .replace(/\s+/gu, ' ')
    .replace(UNSEEN, '')
    .replace(MARKS, '$1')
    .trim();
}

/**
 * What somebody typed, for showing it within the bot's own words: one line in quotation marks,
 * without effect on layout, links or mentions, cut with an ellipsis to `limit` code units.
 */
export function echo(text: string, limit = DEFAULT_LENGTH): string {
  return `“${cut(toLine(text), limit, literal)}”`;
}

/** The beginning of a text that fits in `limit` code units, with an ellipsis if that is not all. */
export function cut(text: string, limit: number, write = (plain: string): string => plain): string {
  if (write(text).length <= limit) return write(text);
  const { text: beginning } = toExcerpt(text, {
    limit: limit - 1,
    measure: (plain) => write(plain).length,
  });
  return write(beginning).length < limit ? `${write(beginning)}…` : '…';
}
