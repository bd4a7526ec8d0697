import { toExcerpt } from '../article/excerpt.ts';
import { withoutUnseen } from '../article/unseen.ts';
import { literal } from './literal.ts';

const DEFAULT_LENGTH = 100;

// More than two marks on a letter is a tower over the neighbouring lines, not a spelling.
const MARKS = /(\p{M}{2})\p{M}+/gu;

/** What somebody typed, as one line of plain text that disturbs nothing around it. */
export function toLine(text: string): string {
  const seen = withoutUnseen(text.slice(0, LONGEST).replace(/\s+/gu, ' '));
  return seen
    .replace(/[\p{Cs}\p{Co}]+/gu, '')
    .replace(MARKS, '$1')
    .trim();
}

const LONGEST = 24_000;
const QUOTATION_MARKS = /^["“”„«]+|["“”«»]+$/gu;

/**
 * What somebody typed, for showing it within the bot's own words: one line in quotation marks,
 * without effect on layout, links or mentions, cut with an ellipsis to `limit` code units.
 */
export function echo(text: string, limit = DEFAULT_LENGTH): string {
  return `“${cut(toLine(text).replace(QUOTATION_MARKS, ''), limit, literal)}”`;
}

/** The beginning of a text that fits in `limit` code units, with an ellipsis if that is not all. */
export function cut(text: string, limit: number, write = (plain: string): string => plain): string {
  const whole = write(text);
  if (whole.length <= limit) return whole;
  const { text: beginning } = toExcerpt(text, {
    limit: limit - 1,
    measure: (plain) => write(plain).length,
  });
  return write(beginning).length < limit ? `${write(beginning)}…` : '…';
}
