import type { Span } from '../article/article.ts';
import { createCosts, JUMP_COST, type Costs } from './quote-costs.ts';
import type { QuoteSource } from './quote-source.ts';
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

// Bounds the time: 1,000 words against 20,000 take some 100 ms.
const MOST_COSTS = 20_000_000;

/**
 * The passage that is nearest to a quotation, word by word: the least edit distance of the whole
 * quotation to any stretch of the source (Sellers' algorithm), long omissions being cheap. Time grows
 * with the product of the two lengths; a source too long for that is first narrowed to the stretch that
 * shares the most and rarest words.
 */
export function alignQuote(source: QuoteSource, quoted: readonly Word[]): Alignment {
  const sought = quoted.map(({ norm }) => source.idOf(norm));
  const stretch = toStretch(source, sought);
  const costs = createCosts(source, stretch, sought);
  const end = findEnd(costs.whole);
  const steps = trace(costs, source.ids.subarray(stretch.start, stretch.end), sought, end);
  return {
    cost: costs.whole[end] ?? 0,
    steps: steps.map((step) => shift(step, stretch.start)),
  };
}

/** The column at which the quotation ends: the first that has the least cost, and those next to it. */
function findEnd(costs: Uint16Array): number {
  let end = 0;
  for (let column = 1; column < costs.length; column += 1) {
    if ((costs[column] ?? 0) < (costs[end] ?? 0)) end = column;
  }
  // Words beside each other read better than an addition at the end.
  while (costs[end + 1] === costs[end]) end += 1;
  return end;
}

/** The steps by which the cost at the end came about, preferring words beside each other. */
function trace(costs: Costs, ids: Int32Array, sought: readonly number[], end: number): Step[] {
  const steps: Step[] = [];
  let [row, column] = [sought.length, end];
  while (row > 0) {
    const cost = costs.at(row, column);
    const isSame = sought[row - 1] === ids[column - 1];
    if (column > 0 && cost === costs.at(row - 1, column - 1) + (isSame ? 0 : 1)) {
      steps.push({ quoted: (row -= 1), source: (column -= 1) });
    } else if (cost === costs.at(row - 1, column) + 1) {
      steps.push({ quoted: (row -= 1) });
    } else {
      const isOne = cost === costs.at(row, column - 1) + 1;
      const omitted = isOne ? 1 : toOmitted(costs, row, column);
      for (let count = 0; count < omitted; count += 1) steps.push({ source: (column -= 1) });
    }
  }
  return steps.toReversed();
}

/** How many words of the source a long omission left out to get to this cell. */
function toOmitted(costs: Costs, row: number, column: number): number {
  const before = costs.at(row, column) - JUMP_COST;
  let omitted = 1;
  while (omitted < column && costs.at(row, column - omitted) !== before) omitted += 1;
  return omitted;
}

function shift({ quoted, source }: Step, offset: number): Step {
  return {
    ...(quoted !== undefined && { quoted }),
    ...(source !== undefined && { source: source + offset }),
  };
}

/** The stretch of the source's words to be read so that as much of it as can be read is of use. */
function toStretch({ ids, positions }: QuoteSource, sought: readonly number[]): Span {
  const width = Math.min(ids.length, Math.floor(MOST_COSTS / sought.length));
  if (width === ids.length) return { start: 0, end: width };
  const weights = new Float64Array(positions.length);
  for (const id of sought) weights[id] = 1 / (positions[id]?.length ?? 1);
  const weightAt = (index: number): number => weights[ids[index] ?? -1] ?? 0;
  let weight = 0;
  for (let index = 0; index < width; index += 1) weight += weightAt(index);
  let [best, start] = [weight, 0];
  for (let end = width; end < ids.length; end += 1) {
    weight += weightAt(end) - weightAt(end - width);
    if (weight > best) [best, start] = [weight, end - width + 1];
  }
  return { start, end: start + width };
}
