import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createPairIndex } from '../../src/search/pair-index.ts';

const word = fc.stringMatching(/^\^[a-d]{1,7}\$$/u);

function toPairs(text: string): ReadonlySet<string> {
  return new Set(Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2)));
}

it('the pair index names the words that counting the pairs of all words would name', () => {
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 40 }), word, fc.nat(3), (words, typed, edits) => {
      const index = createPairIndex(words.map((text, id) => ({ id, text })));
      const range = { edits, shortest: typed.length - edits, longest: typed.length + edits };
      const pairs = toPairs(typed);
      const expected = words.flatMap((text, id) => {
        const shared = [...toPairs(text)].filter((pair) => pairs.has(pair)).length;
        const fits = text.length >= range.shortest && text.length <= range.longest;
        return fits && shared >= Math.max(1, pairs.size - 2 * edits) ? [id] : [];
      });
      const found = index.nearest(typed, range, Infinity);
      expect(found.toSorted((a, b) => a - b)).toEqual(expected);
      // Asked again it says the same: nothing is left over from the first time.
      expect(index.nearest(typed, range, Infinity)).toEqual(found);
      expect(index.nearest(typed, range, 2)).toEqual(found.slice(0, 2));
    }),
    { numRuns: 500 },
  );
});
