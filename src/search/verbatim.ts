import type { InvertedIndex } from './inverted-index.ts';
import { findPhrase } from './phrase.ts';
import type { Token } from './tokenize.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Where a sequence of words stands word for word: positions by paragraph. */
export type VerbatimPlaces = ReadonlyMap<number, readonly number[]>;

// A phrase that stands in more places than this marks none of them.
const mostPlaces = 2_000;

/** Looks tokens up as a phrase, by what folding leaves of them: case and accents do not matter. */
export function findVerbatim(
  index: InvertedIndex,
  vocabulary: Vocabulary,
  tokens: readonly Token[],
): VerbatimPlaces {
  const words = tokens.map(({ word }) => vocabulary.idOf(word)).filter((id) => id !== undefined);
  const places = new Map<number, number[]>();
  if (tokens.length === 0 || words.length < tokens.length) return places;
  for (const { paragraph, position } of findPhrase(index, words, toOffsets(tokens), mostPlaces)) {
    const positions = places.get(paragraph);
    if (positions) positions.push(position);
    else places.set(paragraph, [position]);
  }
  return places;
}

/** How far each token is from the first one. */
export function toOffsets(tokens: readonly Token[]): readonly number[] {
  const first = tokens[0]?.position ?? 0;
  return tokens.map(({ position }) => position - first);
}
