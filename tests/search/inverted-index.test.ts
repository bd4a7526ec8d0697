import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createInvertedIndex } from '../../src/search/inverted-index.ts';
import { findPhrase } from '../../src/search/phrase.ts';
import { toTokens } from '../../src/search/tokenize.ts';
import { createVocabulary } from '../../src/search/vocabulary.ts';
import { library } from '../library.ts';

// A few words, so that they meet often.
const word = fc.constantFrom(
  'a',
  'b',
  'A',
  'war',
  'wars',
  'cold',
  'é',
  'cold-war',
  '冷战',
  "war's",
);
const texts = fc.array(
  fc.array(word, { maxLength: 12 }).map((list) => list.join(' ')),
  { maxLength: 8 },
);

function createIndex(all: readonly string[]) {
  const vocabulary = createVocabulary();
  return { vocabulary, index: createInvertedIndex(all, vocabulary) };
}

/** The words of a text, and those that its hyphens make of them. */
function toAllWords(text: string): readonly string[] {
  const single = toTokens(text);
  const joined = single.flatMap((token, at) =>
    [1, 2].flatMap((more) => {
      const run = single.slice(at, at + more + 1);
      const raw = text.slice(token.start, run.at(-1)?.end);
      const isJoined = run.length === more + 1 && raw.split('-').length === run.length;
      return isJoined && !raw.includes(' ') ? [run.map((each) => each.word).join('')] : [];
    }),
  );
  return [...single.map((token) => token.word), ...joined];
}

/** The same by reading every text again. */
function scan(all: readonly string[], wanted: readonly string[]) {
  return all.flatMap((text, paragraph) => {
    const found = toTokens(text).map((token) => token.word);
    return found.flatMap((_, position) =>
      wanted.every((each, offset) => found[position + offset] === each)
        ? [{ paragraph, position }]
        : [],
    );
  });
}

describe('the index says what a scan of all texts says', () => {
  it('of the paragraphs of each word and how often they have it', () => {
    fc.assert(
      fc.property(texts, (all) => {
        const { vocabulary, index } = createIndex(all);
        for (let id = 0; id < vocabulary.size(); id += 1) {
          const expected = all.flatMap((text, paragraph) => {
            const same = toAllWords(text).filter((each) => each === vocabulary.wordOf(id));
            return same.length > 0 ? [[paragraph, same.length]] : [];
          });
          const { paragraphs, counts } = index.postings(id);
          expect([...paragraphs].map((paragraph, at) => [paragraph, counts[at]])).toEqual(expected);
        }
      }),
    );
  });

  it('of every place of a phrase', () => {
    const phrases = fc.array(fc.constantFrom('a', 'b', 'war', 'cold', 'e'), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(texts, phrases, (all, phrase) => {
        const { vocabulary, index } = createIndex(all);
        const ids = phrase.map((each) => vocabulary.idOf(each)).filter((id) => id !== undefined);
        const offsets = phrase.map((_, at) => at);
        const found = ids.length < phrase.length ? [] : findPhrase(index, ids, offsets, Infinity);
        expect(found).toEqual(scan(all, phrase));
      }),
      { numRuns: 400 },
    );
  });

  it('of where each word of the article stands', () => {
    const all = library.main.article.paragraphs.map(({ text }) => text);
    const { vocabulary, index } = createIndex(all);
    for (const [paragraph, text] of all.entries()) {
      const tokens = toTokens(text);
      expect([...index.wordsOf(paragraph)].map((id) => vocabulary.wordOf(id))).toEqual(
        tokens.map((token) => token.word),
      );
      for (const { start, end, position } of tokens)
        expect(index.spanOf(paragraph, position, position)).toEqual({ start, end });
    }
  });
});

it('a limit cuts the places of a phrase short', () => {
  const { vocabulary, index } = createIndex(['a a a', 'a a']);
  const id = vocabulary.idOf('a') ?? -1;
  expect(findPhrase(index, [id], [0], 2)).toHaveLength(3);
  expect(findPhrase(index, [id], [0], Infinity)).toHaveLength(5);
});

it('words that nobody knows stand nowhere', () => {
  const { index } = createIndex(['a b']);
  expect([...index.postings(99).paragraphs]).toEqual([]);
  expect([...index.wordsOf(99)]).toEqual([]);
});
