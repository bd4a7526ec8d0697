import { createCorrector, type Correction } from './corrector.ts';
import type { Evidence } from './finder.ts';
import { createPrefixIndex } from './prefix-index.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One way to read a typed word: as a word of the library, or as two that follow each other. */
export interface Reading {
  readonly word: number;
  readonly next?: number;
  /** How far the reading is what was typed: 1 is the word itself. */
  readonly quality: number;
  readonly evidence: Evidence;
}

/** The ways in which a typed word may be one of the library's. */
export interface Readings {
  /** The word itself and its inflected forms. */
  readonly toForms: (word: string) => readonly Reading[];
  /** Words that it is a slip for, with their forms. */
  readonly toCorrected: (corrections: readonly Correction[]) => readonly Reading[];
  /** Words of which it is the beginning; if there are none, of which it nearly is. */
  readonly toCompleted: (start: string) => readonly Reading[];
  /** Two words written as one: "thinktank". */
  readonly toSplit: (word: string) => readonly Reading[];
  /** Corrections of a word that the library does not know. */
  readonly correct: (word: string) => readonly Correction[];
}

// An inflected form is worth .8 to .97, by how much of the letters it shares: the stemmer takes
// "capitals" and "capitalism" for forms of one word.
const leastForm = 0.8;
const formShare = 0.17;
const splitQuality = 0.97;
const completedQuality = 0.9;
const correctedQuality = 0.95;
const mostCompletions = 40;
const shortestPart = 3;

/** The vocabulary must have all its words by now. */
export function createReadings(vocabulary: Vocabulary): Readings {
  const corrector = createCorrector(vocabulary);
  const prefixes = createPrefixIndex(vocabulary);
  const toForms = (word: string): readonly Reading[] =>
    vocabulary.formsOf(word).map((id) => ({
      word: id,
      quality: toFormQuality(word, vocabulary.wordOf(id)),
      evidence: 'words',
    }));
  const toCorrected = (corrections: readonly Correction[]): readonly Reading[] =>
    corrections.flatMap(({ word, similarity }) =>
      toScaled(toForms(vocabulary.wordOf(word)), similarity * correctedQuality, 'corrected'),
    );
  return {
    toForms,
    toCorrected,
    correct: (word) => corrector.correct(word),
    toCompleted(start) {
      const completions = prefixes.startingWith(start, mostCompletions);
      if (completions.length === 0)
        return toScaled(toCorrected(corrector.complete(start)), completedQuality, 'corrected');
      return completions.map((word) => ({ word, quality: completedQuality, evidence: 'words' }));
    },
    toSplit(word) {
      const readings: Reading[] = [];
      for (let at = shortestPart; at + shortestPart <= word.length; at += 1) {
        const first = vocabulary.idOf(word.slice(0, at));
        if (first === undefined) continue;
        for (const next of vocabulary.formsOf(word.slice(at)))
          readings.push({ word: first, next, quality: splitQuality, evidence: 'words' });
      }
      return readings;
    },
  };
}

/** The same readings, worth less. */
export function toScaled(
  readings: readonly Reading[],
  factor: number,
  evidence: Evidence,
): readonly Reading[] {
  return readings.map((reading) => ({ ...reading, quality: reading.quality * factor, evidence }));
}

/** Two forms of a word differ between what they begin and what they end with. */
function toFormQuality(typed: string, form: string): number {
  if (typed === form) return 1;
  const shortest = Math.min(typed.length, form.length);
  let start = 0;
  while (start < shortest && typed[start] === form[start]) start += 1;
  let end = 0;
  while (end < shortest - start && typed.at(-1 - end) === form.at(-1 - end)) end += 1;
  return leastForm + (formShare * (start + end)) / Math.max(typed.length, form.length);
}
