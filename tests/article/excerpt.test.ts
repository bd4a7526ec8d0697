import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextStart, toExcerpt } from '../../src/article/excerpt.ts';

const words = [
  'word',
  'naïve',
  'résumé,',
  '“quoted”',
  '政治',
  '的',
  'サイバー空間',
  'кибер',
  'أمن',
  'ไทยแลนด์',
  '👩‍👩‍👧',
  'é',
  '.',
  '—',
];
const texts = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 60 })
  .chain((list) => fc.constantFrom('', ' ', ' ').map((glue) => list.join(glue)));
const arbitrary = fc.oneof(texts, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }));

describe('an excerpt', () => {
  const text = 'One sentence here. Another one, longer. The end.';
  const ends = [18, 39, 48];

  it.each([
    [100, text],
    [48, text],
    [47, 'One sentence here. Another one, longer.'],
    [30, 'One sentence here.'],
    [17, 'One sentence'],
    [5, 'One'],
    [2, 'On'],
  ])('in %i characters ends with a sentence, else a word, else a letter', (limit, expected) => {
    expect(toExcerpt(text, { limit }, ends).text).toBe(expected);
  });

  it.each([
    ['A half-finished (and bracketed) thought', 7, 'A'],
    ['It is said, often', 10, 'It is'],
    ['网络空间是人类的', 3, '网络'],
    ['👩‍👩‍👧👩‍👩‍👧', 10, '👩‍👩‍👧'],
    ['e\u0301e\u0301', 3, 'e\u0301'],
    ['😀😀', 3, '😀'],
  ])('of %j in %i keeps together what belongs together: %j', (whole, limit, expected) => {
    expect(toExcerpt(whole, { limit }).text).toBe(expected);
  });

  it('is as long as fits, however much longer the measure makes it', () => {
    // Signs that are words of their own, so that any place is a clean one.
    const signs = fc.string({ unit: fc.constantFrom('=', '+'), minLength: 1, maxLength: 200 });
    const measure = (part: string) => part.length + part.split('+').length - 1;
    fc.assert(
      fc.property(signs, fc.integer({ min: 2, max: 100 }), (whole, limit) => {
        const { end } = toExcerpt(whole, { limit, measure });
        expect(measure(whole.slice(0, end))).toBeLessThanOrEqual(limit);
        if (end < whole.length) expect(measure(whole.slice(0, end + 1))).toBeGreaterThan(limit);
      }),
    );
  });

  it('is a prefix that fits, and never empty where a character fits', () => {
    fc.assert(
      fc.property(arbitrary, fc.integer({ min: 2, max: 300 }), (whole, limit) => {
        const { text: excerpt, end } = toExcerpt(whole, { limit });
        expect(whole.startsWith(excerpt)).toBe(true);
        expect(excerpt).toBe(whole.slice(0, end));
        expect(excerpt.length).toBeLessThanOrEqual(limit);
        expect(excerpt.length).toBeGreaterThan(0);
      }),
    );
  });

  it('splits no surrogate pair', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1 }),
        fc.integer({ min: 2, max: 20 }),
        (whole, limit) => {
          expect(toExcerpt(whole, { limit }).text.isWellFormed()).toBe(whole.isWellFormed());
        },
      ),
    );
  });

  it('ends where Unicode ends a word, and as near to the limit as one ends', () => {
    const segmenter = new Intl.Segmenter('und', { granularity: 'word' });
    const plain = fc
      .array(fc.constantFrom('a', 'be', "o'er", 'U.S.', 'ice-cold', '3.5', '(so', 'end,', '“No”'), {
        minLength: 2,
        maxLength: 40,
      })
      .map((list) => list.join(' '));
    fc.assert(
      fc.property(plain, fc.integer({ min: 10, max: 60 }), (whole, limit) => {
        const { end } = toExcerpt(whole, { limit });
        if (end === whole.length) return;
        const places = Array.from(
          segmenter.segment(whole),
          ({ index, segment }) => index + segment.length,
        ).filter((at) => at <= limit && /[^\s\p{Ps}\p{Pi}\p{Pd}]$/u.test(whole.slice(0, at)));
        const clean = places.filter((at) => !/^\p{P}/u.test(whole.slice(at)));
        expect(end).toBe(clean.at(-1));
      }),
    );
  });

  it('fits by the measure that is given', () => {
    const measure = (part: string) => part.length * 3;
    expect(toExcerpt(text, { limit: 54, measure }, ends).text).toBe('One sentence here.');
  });
});

describe('reading on from excerpt to excerpt', () => {
  it('shows all of a text, in order, with only white space between them', () => {
    fc.assert(
      fc.property(arbitrary, fc.integer({ min: 2, max: 60 }), (whole, limit) => {
        let at = 0;
        for (let from: number | undefined = 0; from !== undefined;) {
          const excerpt = toExcerpt(whole, { limit }, [], from);
          expect(whole.slice(at, excerpt.start).trim()).toBe('');
          expect(excerpt.text).toBe(whole.slice(excerpt.start, excerpt.end));
          at = excerpt.end;
          from = nextStart(whole, excerpt);
        }
        expect(whole.slice(at).trim()).toBe('');
      }),
    );
  });

  it('keeps to the ends of sentences', () => {
    const text = 'One here. Two here. Three.';
    const first = toExcerpt(text, { limit: 12 }, [9, 19, 26]);
    const second = toExcerpt(text, { limit: 12 }, [9, 19, 26], nextStart(text, first));
    expect([first.text, second.text]).toEqual(['One here.', 'Two here.']);
  });
});
