import { firstFrom } from '../article/bisect.ts';
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
      const first = firstFrom(sorted, start);
      return sorted
        .slice(first, first + limit)
        .filter((word) => word.startsWith(start))
        .map((word) => vocabulary.idOf(word) ?? 0);
    },
  };
}
