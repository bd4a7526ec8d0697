import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createQuoteChecker } from '../../src/search/check-quote.ts';
import { alignQuote } from '../../src/search/quote-alignment.ts';
import { createQuoteSource } from '../../src/search/quote-source.ts';
import { toWords } from '../../src/search/quote-words.ts';

const toParagraphs = (texts: readonly string[]) =>
  texts.map((text, index) => ({
    number: index + 1,
    text,
    sentences: [{ start: 0, end: text.length }],
  }));

/** The same cost, straight from its definition: every stretch of the source, every way to read it. */
function toLeastCost(paragraphs: readonly string[][], quoted: readonly string[]): number {
  const words = paragraphs.flatMap((paragraph, number) =>
    paragraph.map((word) => ({ word, number })),
  );
  const known = new Map<string, number>();
  const read = (at: number, from: number): number => {
    const key = `${at} ${from}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const costs = at === quoted.length ? [0] : [1 + read(at + 1, from)];
    if (at < quoted.length && from < words.length) {
      costs.push((words[from]?.word === quoted[at] ? 0 : 1) + read(at + 1, from + 1));
    }
    for (let to = from + 1; at < quoted.length && to <= words.length; to += 1) {
      const isWithin = words[to - 1]?.number === words[from]?.number;
      costs.push((isWithin ? Math.min(3, to - from) : to - from) + read(at, to));
    }
    known.set(key, Math.min(...costs));
    return Math.min(...costs);
  };
  return Math.min(...Array.from({ length: words.length + 1 }, (_, from) => read(0, from)));
}

const letter = fc.constantFrom(...'abcdefgh');
const texts = fc.array(fc.array(letter, { minLength: 1, maxLength: 16 }), {
  minLength: 1,
  maxLength: 3,
});
/** Some words, out of the text or not, with some of the text left out between them. */
const cuts = fc.tuple(
  fc.nat(40),
  fc.nat(7),
  fc.nat(10),
  fc.nat(7),
  fc.array(letter, { maxLength: 3 }),
);

test('costs what the cheapest reading costs, and reads every word once and in order', () => {
  fc.assert(
    fc.property(texts, cuts, (paragraphs, [from, first, gap, second, others]) => {
      const words = paragraphs.flat();
      const to = from + first + gap;
      const quoted = [
        ...words.slice(from, from + first),
        ...others,
        ...words.slice(to, to + second),
      ];
      const source = createQuoteSource(toParagraphs(paragraphs.map((own) => own.join(' '))));
      const { cost, steps } = alignQuote(source, toWords(quoted.join(' ')));
      expect(cost).toBe(toLeastCost(paragraphs, quoted));
      expect(steps.flatMap((step) => step.quoted ?? [])).toEqual([...quoted.keys()]);
      const read = steps.flatMap((step) => step.source ?? []);
      expect(read).toEqual(read.map((_, index) => (read[0] ?? 0) + index));
    }),
    { numRuns: 300 },
  );
});

test('finds a long quotation in a text too long to be read whole', () => {
  const numbers = Array.from({ length: 24_000 }, (_, index) => `n${(index * 7919) % 23_993}`);
  const paragraphs = Array.from({ length: 24 }, (_, index) =>
    numbers.slice(index * 1_000, index * 1_000 + 1_000).join(' '),
  );
  const quoted = numbers
    .slice(22_100, 23_100)
    .map((word, index) => (index % 10 === 5 ? 'other' : word));
  const verdict = createQuoteChecker(toParagraphs(paragraphs))(quoted.join(' '));
  expect(verdict).toMatchObject({
    kind: 'altered',
    places: [{ locator: { paragraphs: [23, 23] } }, { locator: { paragraphs: [24, 24] } }],
  });
});
