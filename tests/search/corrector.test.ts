import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCorrector } from '../../src/search/corrector.ts';
import { toSlipCost } from '../../src/search/typing-slip.ts';
import { createVocabulary } from '../../src/search/vocabulary.ts';
import { toTokens } from '../../src/search/tokenize.ts';
import { library } from '../library.ts';

const vocabulary = createVocabulary();
for (const { text } of library.main.article.paragraphs)
  for (const { word } of toTokens(text)) vocabulary.add(word);
const corrector = createCorrector(vocabulary);
const toWords = (corrections: readonly { readonly word: number }[]) =>
  corrections.map(({ word }) => vocabulary.wordOf(word));

describe('a correction', () => {
  it.each([
    ['decuopling', 'decoupling'],
    ['decouplin', 'decoupling'],
    ['decouppling', 'decoupling'],
    ['decouplimg', 'decoupling'],
    ['svorreignty', 'sovereignty'],
    ['authroiyarian', 'authoritarian'],
    ['gmae', 'game'],
    ['detete', 'detente'],
  ])('of %s is %s', (typed, meant) => {
    expect(toWords(corrector.correct(typed))[0]).toBe(meant);
  });

  it.each(['ab', '2022', 'zzzzzzz', 'x'.repeat(31), '网络空间', '', '\u0002\u0003'])(
    'of "%s" is not tried or not found',
    (typed) => {
      expect(corrector.correct(typed)).toEqual([]);
    },
  );

  it('of the beginning of a word is a word that begins so, or nearly', () => {
    expect(toWords(corrector.complete('soverie'))).toContain('sovereignty');
    expect(toWords(corrector.complete('deocup'))).toContain('decoupling');
  });

  it('of any one slip in a long word has that word first', () => {
    const long = Array.from({ length: vocabulary.size() }, (_, id) => vocabulary.wordOf(id)).filter(
      (word) => /^[a-z]{8,}$/u.test(word),
    );
    const slip = fc.record({
      word: fc.constantFrom(...long),
      at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      kind: fc.constantFrom('swap', 'drop', 'double'),
    });
    fc.assert(
      fc.property(slip, ({ word, at, kind }) => {
        const place = 1 + Math.floor(at * (word.length - 2));
        const [a = '', b = ''] = word.slice(place, place + 2);
        const slipped = { swap: b + a, drop: a, double: a + b + b }[kind];
        const typed = word.slice(0, place) + slipped + word.slice(place + 2);
        if (vocabulary.idOf(typed) !== undefined) return;
        const [first] = toWords(corrector.correct(typed));
        // Another word may be as near: "cooperation" without its "co" is one.
        expect(toSlipCost(typed, first ?? '')).toBeLessThanOrEqual(toSlipCost(typed, word));
      }),
    );
  });

  it('has similarities below 1, in falling order', () => {
    const similarities = corrector.correct('detete').map(({ similarity }) => similarity);
    expect(similarities.length).toBeGreaterThan(0);
    expect(similarities).toEqual(similarities.toSorted((a, b) => b - a));
    expect(Math.max(...similarities)).toBeLessThan(1);
  });
});

describe('the cost of slips', () => {
  it.each([
    ['a swap', 'gmae', 'game'],
    ['a neighbouring key', 'fame', 'game'],
    ['a doubled letter', 'gamme', 'game'],
    ['a letter too few of two', 'comunism', 'communism'],
  ])('of %s is less than that of any other', (_, typed, meant) => {
    expect(toSlipCost(typed, meant)).toBeLessThan(1);
    expect(toSlipCost(typed, meant)).toBeGreaterThan(0);
  });

  it('is 0 for the same word, the same both ways round, and no more than the letters', () => {
    const letters = fc.stringMatching(/^[a-e]{0,8}$/u);
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        expect(toSlipCost(a, a)).toBe(0);
        expect(toSlipCost(a, b) > 0).toBe(a !== b);
        expect(toSlipCost(a, b)).toBeLessThanOrEqual(a.length + b.length);
      }),
    );
  });
});
