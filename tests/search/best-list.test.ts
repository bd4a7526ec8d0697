import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createBestList } from '../../src/search/best-list.ts';

it('a best list keeps what sorting everything would put first', () => {
  const scores = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 200 });
  fc.assert(
    fc.property(scores, fc.integer({ min: 1, max: 12 }), (all, limit) => {
      const list = createBestList(limit);
      for (const [value, score] of all.entries()) list.offer(value, score);
      const expected = all
        .map((score, value) => ({ score, value }))
        .sort((a, b) => b.score - a.score || a.value - b.value)
        .slice(0, limit)
        .map(({ value }) => value);
      expect(list.toSorted()).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});
