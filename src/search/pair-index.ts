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
  const firstOf = (length: number) => {
    const rank = sorted.findIndex(({ text }) => text.length >= length);
    return rank === -1 ? sorted.length : rank;
  };
  const longest = sorted.at(-1)?.text.length ?? 0;
  const starts = Array.from({ length: longest + 2 }, (_, length) => firstOf(length));
  const startOf = (length: number) => starts[Math.max(0, length)] ?? sorted.length;

  return {
    nearest(pattern, range, limit) {
      const pairs = toPairs(pattern);
      const from = startOf(range.shortest);
      const to = startOf(range.longest + 1);
      const needed = Math.max(1, pairs.size - pairsPerEdit * range.edits);
      const touched: number[] = [];
      for (const pair of pairs) {
        const list = lists.get(pair) ?? [];
        for (let at = toFirstFrom(list, from); at < list.length; at += 1) {
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

function toPairs(text: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < text.length; at += 1) pairs.add(text.slice(at, at + 2));
  return pairs;
}

function toLists(sorted: readonly Entry[]): ReadonlyMap<string, readonly number[]> {
  const lists = new Map<string, number[]>();
  for (const [rank, { text }] of sorted.entries()) {
    for (const pair of toPairs(text)) {
      const list = lists.get(pair);
      if (list) list.push(rank);
      else lists.set(pair, [rank]);
    }
  }
  return lists;
}

/** Index of the first number that is not below `value`. */
function toFirstFrom(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
