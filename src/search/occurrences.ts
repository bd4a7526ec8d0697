import type { InvertedIndex } from './inverted-index.ts';
import type { Reading } from './readings.ts';
import type { WeighedWord } from './weigh.ts';

/** A place in a paragraph where a word of the query may be meant. */
export interface Occurrence {
  /** Which word of the query. */
  readonly at: number;
  readonly reading: Reading;
  /** Positions of the first and the last word of the text that it takes. */
  readonly first: number;
  readonly last: number;
}

/** The readings of a query by the library's words. */
export interface Lexicon {
  readonly entries: ReadonlyMap<number, readonly Entry[]>;
  /** 1 where the low bits of some word of `entries` are: most words are told apart by a glance. */
  readonly marks: Uint8Array;
}

interface Entry {
  readonly at: number;
  readonly reading: Reading;
}

const markCount = 4096;

export function toLexicon(words: readonly WeighedWord[]): Lexicon {
  const entries = new Map<number, Entry[]>();
  const marks = new Uint8Array(markCount);
  for (const [at, { readings }] of words.entries()) {
    for (const reading of readings) {
      const list = entries.get(reading.word);
      if (list) list.push({ at, reading });
      else entries.set(reading.word, [{ at, reading }]);
      marks[reading.word % markCount] = 1;
    }
  }
  return { entries, marks };
}

/** Reads one paragraph for everything that the query may mean. */
export function findOccurrences(
  index: InvertedIndex,
  { entries: lexicon, marks }: Lexicon,
  paragraph: number,
): readonly Occurrence[] {
  const found: Occurrence[] = [];
  const text = index.wordsOf(paragraph);
  const note = (entries: readonly Entry[], first: number, last: number) => {
    for (const { at, reading } of entries) {
      if (reading.next === undefined) found.push({ at, reading, first, last });
      else if (text[first + 1] === reading.next)
        found.push({ at, reading, first, last: first + 1 });
    }
  };
  for (let position = 0; position < text.length; position += 1) {
    const word = text[position] ?? 0;
    const entries = marks[word % markCount] === 1 ? lexicon.get(word) : undefined;
    if (entries) note(entries, position, position);
  }
  const compounds = index.compoundsOf(paragraph);
  for (let at = 0; at < compounds.length; at += 3) {
    const entries = lexicon.get(compounds[at] ?? -1);
    if (entries) note(entries, compounds[at + 1] ?? 0, compounds[at + 2] ?? 0);
  }
  return found;
}
