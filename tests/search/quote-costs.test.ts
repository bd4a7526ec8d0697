import { expect, test } from 'vitest';
import { createQuoteChecker } from '../../src/search/check-quote.ts';
import { createCosts } from '../../src/search/quote-costs.ts';
import { createQuoteSource } from '../../src/search/quote-source.ts';

// More words than are kept at once, in paragraphs of 1,000, none of them twice.
const paragraphs = Array.from({ length: 10 }, (_, index) => {
  const text = Array.from({ length: 1000 }, (__, word) => `n${index * 1000 + word}`).join(' ');
  return { number: index + 1, text, sentences: [{ start: 0, end: text.length }] };
});
const source = createQuoteSource(paragraphs);
const words = paragraphs.flatMap(({ text }) => text.split(' '));

test('are the same whenever they are asked for', () => {
  const sought = words.slice(4000, 4300).map((word) => source.idOf(word));
  const costs = createCosts(source, { start: 0, end: words.length }, sought);
  const columns = [0, 1, 4095, 4096, 4097, 4300, 8191, 8192, 8193, 10_000];
  const ask = () => columns.map((column) => costs.at(300, column));
  expect(ask()).toEqual(columns.map((column) => costs.whole[column]));
  expect(columns.toReversed().map((column) => costs.at(300, column))).toEqual(ask().toReversed());
  expect(costs.at(300, 4300)).toBe(0);
  expect(costs.at(7, 0)).toBe(7);
});

test.each([3500, 4050, 4096, 8150, 9899])(
  'tell where an altered quotation of 100 words from word %i on stands',
  (from) => {
    const own = words.slice(from, from + 100);
    const quoted = own.map((word, index) => (index % 10 === 5 ? 'other' : word)).join(' ');
    const verdict = createQuoteChecker(paragraphs)(quoted);
    expect(verdict.kind).toBe('altered');
    if (verdict.kind !== 'altered') return;
    const passage = verdict.segments.map((segment) => segment.source).join('');
    expect(passage.split(/\s+/u)).toEqual(own);
    expect(verdict.segments.map((segment) => segment.text).join('')).toBe(quoted);
  },
);
