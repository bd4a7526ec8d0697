import Fuse from 'fuse.js';
import { createPairIndex } from './pair-index.ts';
import { toSlipCost } from './typing-slip.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A word of the library that was probably meant. */
export interface Correction {
  /** Its number in the vocabulary. */
  readonly word: number;
  /** How much of the typed word it shares: below 1, the nearer the better. */
  readonly similarity: number;
}

export interface Corrector {
  /** The likeliest words for one that the library does not know, best first. */
  correct(word: string): readonly Correction[];
  /** The same for a word of which only the beginning is typed. */
  complete(start: string): readonly Correction[];
}

// Stand for the start and the end of a word, so that Fuse, which looks for a pattern anywhere in a
// text, compares whole words: an edge that is not there costs an error like a letter.
const opening = '\u0002';
const closing = '\u0003';
/** Fuse takes patterns of up to 32 characters; two are the edges. */
const longestWord = 30;
const mostCompared = 60;
const mostReturned = 8;
const leastSimilarity = 0.4;
const slipShare = 1.4;
const firstLetterCost = 0.5;

/**
 * Corrects words over the vocabulary rather than over the text: a library has far fewer distinct
 * words than words. A look-up of letter pairs picks the words that can be meant at all, Fuse.js
 * finds those that are near enough, and the slips that they take put them in order.
 */
export function createCorrector(vocabulary: Vocabulary): Corrector {
  const pairs = createPairIndex(
    Array.from({ length: vocabulary.size() }, (_, id) => ({ id, word: vocabulary.wordOf(id) }))
      .filter(({ word }) => isCorrectable(word))
      .map(({ id, word }) => ({ id, text: opening + word + closing })),
  );
  const toCorrections = (ids: readonly number[], toSimilar: (word: string) => number) =>
    [...new Set(ids)]
      .map((word) => ({ word, similarity: toSimilar(vocabulary.wordOf(word)) }))
      .filter(({ similarity }) => similarity >= leastSimilarity)
      .sort((a, b) => b.similarity - a.similarity || a.word - b.word)
      .slice(0, mostReturned);
  const findNear = (pattern: string, edits: number, longest: number): readonly number[] => {
    const range = { edits, shortest: pattern.length - edits, longest };
    const ids = pairs.nearest(pattern, range, mostCompared);
    return searchWords(
      ids.map((id) => opening + vocabulary.wordOf(id) + closing),
      pattern,
      edits,
    ).flatMap((at) => ids[at] ?? []);
  };
  return {
    correct(word) {
      if (!isCorrectable(word)) return [];
      const edits = toAllowedEdits(word.length);
      const pattern = opening + word + closing;
      const near = findNear(pattern, edits, pattern.length + edits);
      return toCorrections([...toSwapped(word, vocabulary), ...near], (candidate) =>
        toSimilarity(word, candidate),
      );
    },
    complete(start) {
      if (!isCorrectable(start)) return [];
      const near = findNear(opening + start, toAllowedEdits(start.length), Infinity);
      return toCorrections(near, (candidate) =>
        toSimilarity(start, candidate.slice(0, start.length)),
      );
    },
  };
}

/** Which of the words Fuse finds the pattern in, with no more errors than so many. */
function searchWords(words: readonly string[], pattern: string, edits: number): readonly number[] {
  const fuse = new Fuse(words, {
    ignoreLocation: true,
    ignoreFieldNorm: true,
    shouldSort: false,
    // Fuse's score is errors by length; half an error more keeps rounding out of it.
    threshold: (edits + 0.5) / pattern.length,
  });
  return fuse.search(pattern).map(({ refIndex }) => refIndex);
}

/** Short words resemble too many others, numbers mean what they say. */
function isCorrectable(word: string): boolean {
  return word.length >= 3 && word.length <= longestWord && /^\p{L}+$/u.test(word);
}

function toAllowedEdits(length: number): number {
  if (length < 6) return 1;
  return length < 9 ? 2 : 3;
}

/**
 * How likely it is that the candidate was meant, from the slips that it takes and the length of
 * what was typed: one slip in three letters leaves little, one in ten a lot. People seldom mistype
 * the first letter.
 */
function toSimilarity(typed: string, candidate: string): number {
  const cost = toSlipCost(typed, candidate) + (typed[0] === candidate[0] ? 0 : firstLetterCost);
  return 1 - (slipShare * cost) / typed.length;
}

/** Known words that differ by two neighbouring letters swapped, which Fuse counts as two errors. */
function toSwapped(word: string, vocabulary: Vocabulary): readonly number[] {
  const swapped: number[] = [];
  for (let at = 0; at + 1 < word.length; at += 1) {
    const variant = word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
    const id = vocabulary.idOf(variant);
    if (id !== undefined) swapped.push(id);
  }
  return swapped;
}
