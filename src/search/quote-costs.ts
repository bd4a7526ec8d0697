import type { Span } from '../article/article.ts';
import type { QuoteSource } from './quote-source.ts';

/** The cost, in words, of a long omission or of a jump from one passage to another. */
export const JUMP_COST = 3;

/**
 * What it costs, in words, to read the beginning of a quotation beside a stretch of its source: so many
 * words of the quotation (the row), up to some word of the stretch (the column).
 */
export interface Costs {
  /** For each column the cost of the whole quotation. */
  readonly whole: Uint16Array;
  at(row: number, column: number): number;
}

// So many columns are kept, and the others found again where they are asked for: for a long quotation in
// a book all of them would be 40 MB, and take longer to be set aside than to be filled.
const BLOCK = 4096;
const MORE_THAN_ANYTHING = 0xffff;

/** What the columns behind one depend on: for each row its cost, and that with an omission under way. */
interface Border {
  readonly costs: Uint16Array;
  readonly omitting: Uint16Array;
}

/**
 * Finds the costs row by row, which takes some 4 ns each.
 * @param sought For each word of the quotation the number that the source has for its norm.
 */
export function createCosts(source: QuoteSource, stretch: Span, sought: readonly number[]): Costs {
  const ids = source.ids.subarray(stretch.start, stretch.end);
  const beginnings = source.beginnings.subarray(stretch.start, stretch.end);
  const whole = new Uint16Array(ids.length + 1);
  const rows = [undefined, ...sought].map(() => new Uint16Array(Math.min(BLOCK, ids.length) + 1));
  const borders = [toBorder(rows.length)];
  let start = 0;
  const fill = (block: number): void => {
    start = block * BLOCK;
    const part = ids.subarray(start, start + BLOCK);
    const ends = toEnds(beginnings.subarray(start, start + BLOCK));
    const before = borders[block] ?? toBorder(rows.length);
    borders[block + 1] = fillRows(rows, sought, part, ends, before);
  };
  for (let block = 0; block === 0 || block * BLOCK < ids.length; block += 1) {
    fill(block);
    whole.set(rows.at(-1)?.subarray(0, whole.length - start) ?? [], start);
  }
  return {
    whole,
    at(row, column) {
      if (column < start || column > start + BLOCK)
        fill(Math.max(0, Math.ceil(column / BLOCK) - 1));
      return rows[row]?.[column - start] ?? MORE_THAN_ANYTHING;
    },
  };
}

/** Before the first column each word of the quotation is one too many, and nothing is omitted. */
function toBorder(length: number): Border {
  return {
    costs: Uint16Array.from({ length }, (_, row) => row),
    omitting: new Uint16Array(length).fill(MORE_THAN_ANYTHING),
  };
}

/** The columns at which paragraphs end, and the end of all. */
function toEnds(beginnings: Uint8Array): number[] {
  const ends: number[] = [];
  for (let at = beginnings.indexOf(1); at >= 0; at = beginnings.indexOf(1, at + 1)) ends.push(at);
  return [...ends, beginnings.length];
}

/** Fills all rows but the first, which is for nothing read at no cost. */
function fillRows(
  rows: readonly Uint16Array[],
  sought: readonly number[],
  ids: Int32Array,
  ends: readonly number[],
  { costs, omitting }: Border,
): Border {
  const next = toBorder(rows.length);
  sought.forEach((id, index) => {
    const [above, row] = [rows[index], rows[index + 1]];
    if (above === undefined || row === undefined) return;
    row[0] = costs[index + 1] ?? MORE_THAN_ANYTHING;
    const before = omitting[index + 1] ?? MORE_THAN_ANYTHING;
    next.omitting[index + 1] = fillRow(row, above, id, ids, ends, before);
    next.costs[index + 1] = row[ids.length] ?? MORE_THAN_ANYTHING;
  });
  return next;
}

/** @returns The cost with an omission that goes on behind the last column. */
function fillRow(
  row: Uint16Array,
  above: Uint16Array,
  id: number,
  ids: Int32Array,
  ends: readonly number[],
  before: number,
): number {
  let [diagonal, left] = [above[0] ?? 0, row[0] ?? 0];
  let omitting = before;
  let column = 0;
  for (const end of ends) {
    while (column < end) {
      const beside = ids[column] === id ? diagonal : diagonal + 1;
      column += 1;
      diagonal = above[column] ?? 0;
      // Said to be an integer, it is half the work.
      omitting = Math.min(omitting, left + JUMP_COST) | 0;
      left = Math.min(Math.min(beside, Math.min(diagonal, left) + 1), omitting);
      row[column] = left;
    }
    // No omission goes on over the beginning of a paragraph.
    if (end < ids.length) omitting = MORE_THAN_ANYTHING;
  }
  return omitting;
}
