import type { QueryWord } from './interpret.ts';
import type { InvertedIndex } from './inverted-index.ts';
import { isCommonWord } from './stop-words.ts';
import type { TopicIndex } from './topic-index.ts';

/** A word of the query with what it weighs: the rarer in the library, the more it tells. */
export interface WeighedWord extends QueryWord {
  readonly weight: number;
}

// A word that English texts are full of tells little, even where this library has it once.
const commonShare = 0.3;
// Readings this near to the best one count as the same word when its frequency is estimated.
const sameWord = 0.12;

/** Inverse document frequency as BM25 has it: never negative. */
function toRarity(size: number, frequency: number): number {
  return Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5));
}

/**
 * Weighs each word by its likeliest reading, one that the library lacks most of all: nobody can say
 * that a paragraph is about it. The surer a correction, the less of that is left.
 */
export function toWeighed(
  index: InvertedIndex,
  topics: TopicIndex,
  words: readonly QueryWord[],
): readonly WeighedWord[] {
  const unknown = toRarity(index.size, 0);
  return words.map((queryWord) => {
    const { token, readings } = queryWord;
    const share = isCommonWord(token.word) ? commonShare : 1;
    const [best] = readings;
    if (!best) return { ...queryWord, weight: share * unknown };
    const inText = readings
      .filter(({ quality }) => quality > best.quality - sameWord)
      .reduce((sum, { word }) => sum + index.postings(word).paragraphs.length, 0);
    const frequency = inText || topics.paragraphsOf(best.word).size;
    const known = toRarity(index.size, Math.min(frequency, index.size));
    const weight = best.quality * known + (1 - best.quality) * unknown;
    return { ...queryWord, weight: share * weight };
  });
}
