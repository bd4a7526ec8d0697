import type { Span } from '../article/article.ts';
import { toFolded } from './fold.ts';
import { createNumberLists } from './number-lists.ts';
import { createPostings, type Postings } from './postings.ts';
import { findCompounds, scanWords } from './tokenize.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Paragraphs are counted from 0 here, in the order given. */
export interface InvertedIndex {
  readonly size: number;
  /** Where a word stands in just this form; hyphenated compounds are words as well. */
  readonly postings: (word: number) => Postings;
  /** The words of a paragraph, one a position, as numbers of the vocabulary. */
  wordsOf(paragraph: number): Uint32Array;
  /** The hyphenated compounds of a paragraph: word, first and last position, and so on. */
  compoundsOf(paragraph: number): Uint32Array;
  /** Where the words from one position to another stand in the paragraph's text. */
  spanOf(paragraph: number, first: number, last: number): Span;
  /** Words in the paragraph, relative to the average. */
  relativeLength(paragraph: number): number;
}

/**
 * Reads every text once and adds its words to the vocabulary. What is kept, all in typed arrays:
 * per word the paragraphs it stands in, and the texts as sequences of words with their places, in
 * which phrases and distances are looked up and highlights are found.
 */
export function createInvertedIndex(
  texts: readonly string[],
  vocabulary: Vocabulary,
): InvertedIndex {
  const words = createNumberLists(texts.length);
  const starts = createNumberLists(texts.length);
  const ends = createNumberLists(texts.length);
  const compounds = createNumberLists(texts.length);
  const toId = createNumbering(vocabulary);
  for (const [paragraph, text] of texts.entries()) {
    scanWords(text, (start, raw) => {
      const id = toId(raw);
      if (id === undefined) return;
      words.push(id);
      starts.push(start);
      ends.push(start + raw.length);
    });
    for (const lists of [words, starts, ends]) lists.end();
    const joined = words.of(paragraph);
    for (const { first, last } of findCompounds(text, starts.of(paragraph), ends.of(paragraph))) {
      const parts = Array.from(joined.subarray(first, last + 1), (id) => vocabulary.wordOf(id));
      compounds.push(vocabulary.add(parts.join('')));
      compounds.push(first);
      compounds.push(last);
    }
    compounds.end();
  }
  const average = Math.max(1, words.total() / Math.max(1, texts.length));
  const postings = createPostings(vocabulary.size(), texts.length, (paragraph, note) => {
    for (const word of words.of(paragraph)) note(word);
    const list = compounds.of(paragraph);
    for (let at = 0; at < list.length; at += 3) note(list[at] ?? 0);
  });
  return {
    size: texts.length,
    postings,
    wordsOf: (paragraph) => words.of(paragraph),
    compoundsOf: (paragraph) => compounds.of(paragraph),
    spanOf: (paragraph, first, last) => ({
      start: starts.valueAt(paragraph, first),
      end: ends.valueAt(paragraph, last),
    }),
    relativeLength: (paragraph) => words.of(paragraph).length / average,
  };
}

/** Numbers of words as they stand in a text. Texts repeat theirs: few have to be folded. */
function createNumbering(vocabulary: Vocabulary): (raw: string) => number | undefined {
  const known = new Map<string, number | undefined>();
  return (raw) => {
    const id = known.get(raw);
    if (id !== undefined || known.has(raw)) return id;
    const word = toFolded(raw);
    const added = word === '' ? undefined : vocabulary.add(word);
    known.set(raw, added);
    return added;
  };
}
