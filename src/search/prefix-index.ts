import type { Vocabulary } from './vocabulary.ts';

export interface PrefixIndex {
  /** Words that begin so, at most `limit`, in the order of their code units. */
  startingWith(start: string, limit: number): readonly number[];
}

/** Sorts the words once; those with a common beginning then stand together. */
export function createPrefixIndex(vocabulary: Vocabulary): PrefixIndex {
  const sorted = Array.from({ length: vocabulary.size() }, (_, id) =>
    vocabulary.wordOf(id),
  ).toSorted();
  return {
    startingWith(start, limit) {
      const first = toInsertionPoint(sorted, start);
      return sorted
        .slice(first, first + limit)
        .filter((word) => word.startsWith(start))
        .map((word) => vocabulary.idOf(word) ?? 0);
    },
  };
}

/** Index of the first string that is not before `value`. */
function toInsertionPoint(sorted: readonly string[], value: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
