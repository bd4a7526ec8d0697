import { toStem } from './stem.ts';

/** The distinct words of a library, numbered in the order of their first appearance. */
export interface Vocabulary {
  /** The word's number; a new one if it was not known. */
  add(word: string): number;
  idOf(word: string): number | undefined;
  wordOf(id: number): string;
  stemOf(id: number): string;
  size(): number;
  /** The words that have a stem in common with this one, itself included if it is known. */
  formsOf(word: string): readonly number[];
}

export function createVocabulary(): Vocabulary {
  const words: string[] = [];
  const stems: string[] = [];
  const ids = new Map<string, number>();
  const forms = new Map<string, number[]>();
  const toKnownStem = (word: string): string => stems[ids.get(word) ?? -1] ?? toStem(word);
  return {
    add(word) {
      const known = ids.get(word);
      if (known !== undefined) return known;
      const id = words.push(word) - 1;
      ids.set(word, id);
      const stem = toStem(word);
      stems.push(stem);
      const family = forms.get(stem);
      if (family) family.push(id);
      else forms.set(stem, [id]);
      return id;
    },
    idOf: (word) => ids.get(word),
    wordOf: (id) => words[id] ?? '',
    stemOf: (id) => stems[id] ?? '',
    size: () => words.length,
    formsOf: (word) => forms.get(toKnownStem(word)) ?? [],
  };
}
