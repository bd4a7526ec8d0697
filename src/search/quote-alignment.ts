import type { QuoteSource, SourceWord } from './quote-source.ts';
import type { Word } from './quote-words.ts';

/**
 * One step of reading a quotation beside its source: a word of the quotation, a word of the source, or
 * both beside each other, whether they are the same or not. Indices into the lists of words.
 */
export interface Step {
  readonly quoted?: number;
  readonly source?: number;
}

export interface Alignment {
  /** Words missing, added or changed; an omission within a paragraph costs `JUMP_COST` at most. */
  readonly cost: number;
  readonly steps: readonly Step[];
}

/** The cost, in words, of a long omission or of a jump from one passage to another. */
export const JUMP_COST = 3;

// Bounds memory (2 bytes a cell) and time (some 5 ns a cell); 1,000 words against 20,000.
const MOST_CELLS = 20_000_000;
const WALL = 0xffff;

/**
 * The passage that is nearest to a quotation, word by word: the least edit distance of the whole
 * quotation to any stretch of the source (Sellers' algorithm), long omissions being cheap. Time and
 * memory grow with the product of the two lengths; a source too long for that is first narrowed to the
 * stretch that shares the most and rarest words.
 */
export function alignQuote(source: QuoteSource, quoted: readonly Word[]): Alignment {
  const offset = toLikelyStart(source, quoted);
  const words = source.words.slice(offset, offset + Math.floor(MOST_CELLS / quoted.length));
  const rows = toCostRows(words, quoted, source);
  const last = rows.at(-1) ?? new Uint16Array(1);
  const cost = last.reduce((least, other) => Math.min(least, other));
  let end = last.indexOf(cost);
  // Words beside each other read better than an addition at the end.
  while (last[end + 1] === cost) end += 1;
  const steps = trace(rows, words, quoted, end);
  return { cost, steps: steps.map((step) => shift(step, offset)) };
}

/** For each word of the quotation, after a row of zeros, its least cost up to each word of the source. */
function toCostRows(
  words: readonly SourceWord[],
  quoted: readonly Word[],
  { positions }: QuoteSource,
): Uint16Array[] {
  const ids = new Map([...positions.keys()].map((norm, id) => [norm, id]));
  const sourceIds = Int32Array.from(words, ({ norm }) => ids.get(norm) ?? -1);
  // No omission goes on over the beginning of a paragraph.
  const walls = Int32Array.from(words, ({ paragraph }, index) =>
    paragraph === words[index - 1]?.paragraph ? 0 : WALL,
  );
  const rows = [new Uint16Array(words.length + 1)];
  for (const { norm } of quoted) {
    const row = new Uint16Array(words.length + 1);
    fillCosts(row, rows.at(-1) ?? row, ids.get(norm) ?? -2, sourceIds, walls);
    rows.push(row);
  }
  return rows;
}

function fillCosts(
  row: Uint16Array,
  above: Uint16Array,
  id: number,
  sourceIds: Int32Array,
  walls: Int32Array,
): void {
  let diagonal = above[0] ?? 0;
  let left = diagonal + 1;
  let omitting = WALL;
  row[0] = left;
  for (let column = 1; column < row.length; column += 1) {
    const up = above[column] ?? 0;
    const beside = diagonal + (sourceIds[column - 1] === id ? 0 : 1);
    omitting = Math.min(left + JUMP_COST, omitting + (walls[column - 1] ?? 0));
    left = Math.min(Math.min(beside, up + 1), Math.min(left + 1, omitting));
    row[column] = left;
    diagonal = up;
  }
}

/** The steps by which the cost at the end came about, preferring words beside each other. */
function trace(
  rows: readonly Uint16Array[],
  words: readonly SourceWord[],
  quoted: readonly Word[],
  end: number,
): Step[] {
  const steps: Step[] = [];
  const costAt = (row: number, column: number): number => rows[row]?.[column] ?? WALL;
  let [row, column] = [quoted.length, end];
  while (row > 0) {
    const cost = costAt(row, column);
    const isSame = quoted[row - 1]?.norm === words[column - 1]?.norm;
    if (column > 0 && cost === costAt(row - 1, column - 1) + (isSame ? 0 : 1)) {
      steps.push({ quoted: (row -= 1), source: (column -= 1) });
    } else if (cost === costAt(row - 1, column) + 1) {
      steps.push({ quoted: (row -= 1) });
    } else {
      const omitted =
        cost === costAt(row, column - 1) + 1 ? 1 : toOmitted(cost - JUMP_COST, costAt, row, column);
      for (let count = 0; count < omitted; count += 1) steps.push({ source: (column -= 1) });
    }
  }
  return steps.toReversed();
}

/** How many words of the source were left out to get here from a cell of this cost. */
function toOmitted(
  cost: number,
  costAt: (row: number, column: number) => number,
  row: number,
  column: number,
): number {
  let omitted = 1;
  while (omitted < column && costAt(row, column - omitted) !== cost) omitted += 1;
  return omitted;
}

function shift({ quoted, source }: Step, offset: number): Step {
  return {
    ...(quoted !== undefined && { quoted }),
    ...(source !== undefined && { source: source + offset }),
  };
}

/** Where the source is to be read from so that as much of it as can be read is of use. */
function toLikelyStart({ words, positions }: QuoteSource, quoted: readonly Word[]): number {
  const width = Math.floor(MOST_CELLS / quoted.length);
  if (words.length <= width) return 0;
  const sought = new Set(quoted.map(({ norm }) => norm));
  const weights = words.map(({ norm }) =>
    sought.has(norm) ? 1 / (positions.get(norm)?.length ?? 1) : 0,
  );
  let weight = weights.slice(0, width).reduce((sum, other) => sum + other, 0);
  let [best, start] = [weight, 0];
  for (let end = width; end < words.length; end += 1) {
    weight += (weights[end] ?? 0) - (weights[end - width] ?? 0);
    if (weight > best) [best, start] = [weight, end - width + 1];
  }
  return start;
}
