import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createQuoteChecker } from '../../src/search/check-quote.ts';

/** Words that occur once each, so that there is one place for every piece. */
const paragraphs = [0, 1, 2, 3].map((number) => {
  const text = `${Array.from({ length: 30 }, (_, index) => `w${number * 30 + index}`).join(' ')}.`;
  return { number: number + 1, text, sentences: [{ start: 0, end: text.length }] };
});
const words = paragraphs.flatMap(({ text }) => text.slice(0, -1).split(' '));
const check = createQuoteChecker(paragraphs);
const paragraphOf = (index: number): number => Math.floor(index / 30);

const piece = fc.tuple(fc.nat(115), fc.integer({ min: 1, max: 4 }));

test.each(['…', '...', '. . .', '[…]', '(...)', ' [...] '])(
  '%s may leave words out, but only in order and within reach',
  (mark) => {
    fc.assert(
      fc.property(piece, piece, ([from, length], [next, more]) => {
        const [to, end] = [from + length, next + more];
        const text = `${words.slice(from, to).join(' ')} ${mark} ${words.slice(next, end).join(' ')}`;
        const isLegal =
          to <= next && length > 1 && more > 1 && paragraphOf(next) - paragraphOf(to - 1) <= 1;
        // Pieces that are next to each other leave nothing out, however short they are.
        fc.pre(to !== next);
        expect(check(text).kind === 'near-verbatim').toBe(isLegal);
      }),
    );
  },
);

test.each([
  ['w1 w2 [w3 and] w4 w5', 'w3'],
  ['w1 w2 [they] w9 w10', 'w3 w4 w5 w6 w7 w8'],
  ['w1 w2 w3[ed] w4 w5', 'w3'],
  ['w1 w2 re[x]ed w4 w5', 'w3'],
  ['w1 w2 [sic] w3 w4', ''],
])('%s: the brackets stand for "%s"', (text, source) => {
  const brackets = expect.objectContaining({ kind: 'brackets', source });
  expect(check(text)).toMatchObject({
    kind: 'near-verbatim',
    differences: expect.arrayContaining([brackets]),
  });
});

test.each([
  ['brackets for more than eight words', 'w1 w2 w3 [they] w13 w14 w15'],
  ['brackets over the end of a paragraph', 'w26 w27 w28 [they] w31 w32 w33'],
  ['more words in brackets than of the author’s', 'w1 w2 [and then some other people came] w3 w4'],
  ['one word between two ellipses', 'w1 w2 … w9 … w14 w15'],
  ['two words in all', 'w1 [they] w3'],
])('%s are not taken for a quotation', (_what, text) => {
  expect(check(text).kind).not.toBe('near-verbatim');
});

test('of several places for the pieces it takes the closest', () => {
  const text = 'one two three one two four five one two six five.';
  const verdict = createQuoteChecker([
    { number: 1, text, sentences: [{ start: 0, end: text.length }] },
  ])('one two … six five');
  expect(verdict).toMatchObject({ places: [{ text: 'one two six five' }] });
});
