import { firstFrom } from '../article/bisect.ts';

/** A word by the pairs of letters it has. */
interface Entry {
  readonly id: number;
  readonly text: string;
}

export interface PairIndex {
  /**
   * The words that have the most pairs of letters in common with a pattern: those that can be made
   * of it by so many edits, and whose length allows it. At most `limit`, most pairs first.
   */
  nearest(pattern: string, range: Range, limit: number): readonly number[];
}

interface Range {
  /** The most letters that may be missing, too many or others. */
  readonly edits: number;
  readonly shortest: number;
  readonly longest: number;
}

// An edit spoils at most two pairs.
const pairsPerEdit = 2;

/** For each pair of letters the words that have it, by length: a list is read only where lengths fit. */
export function createPairIndex(entries: readonly Entry[]): PairIndex {
  const sorted = entries.toSorted((a, b) => a.text.length - b.text.length || a.id - b.id);
  const lists = toLists(sorted);
  const shared = new Uint8Array(sorted.length);
  const starts = toStarts(sorted);
  const startOf = (length: number) => starts[Math.max(0, length)] ?? sorted.length;

  return {
    nearest(pattern, range, limit) {
      const pairs = new Set(toPairs(pattern));
      const from = startOf(range.shortest);
      const to = startOf(range.longest + 1);
      const needed = Math.max(1, pairs.size - pairsPerEdit * range.edits);
      const touched: number[] = [];
      for (const pair of pairs) {
        const list = lists.get(pair) ?? [];
        for (let at = firstFrom(list, from); at < list.length; at += 1) {
          const rank = list[at] ?? to;
          if (rank >= to) break;
          if (shared[rank] === 0) touched.push(rank);
          shared[rank] = (shared[rank] ?? 0) + 1;
        }
      }
      const near = touched
        .filter((rank) => (shared[rank] ?? 0) >= needed)
        .sort((a, b) => (shared[b] ?? 0) - (shared[a] ?? 0) || a - b)
        .slice(0, limit);
      for (const rank of touched) shared[rank] = 0;
      return near.flatMap((rank) => sorted[rank]?.id ?? []);
    },
  };
}

/** For each length the rank of the first entry that is not shorter. */
function toStarts(sorted: readonly Entry[]): readonly number[] {
  const starts: number[] = [];
  for (const [rank, { text }] of sorted.entries())
    while (starts.length <= text.length) starts.push(rank);
  return starts;
}

/** The pairs of letters in a text, each as one number. */
function toPairs(text: string): readonly number[] {
  const pairs: number[] = [];
  for (let at = 1; at < text.length; at += 1)
    pairs.push(text.charCodeAt(at - 1) * 0x10000 + text.charCodeAt(at));
  return pairs;
}

function toLists(sorted: readonly Entry[]): ReadonlyMap<number, readonly number[]> {
  const lists = new Map<number, number[]>();
  for (const [rank, { text }] of sorted.entries()) {
    for (const pair of toPairs(text)) {
      const list = lists.get(pair);
      if (!list) lists.set(pair, [rank]);
      // A word that has a pair twice is listed once.
      else if (list.at(-1) !== rank) list.push(rank);
    }
  }
  return lists;
}
