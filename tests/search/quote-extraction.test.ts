import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractQuotes } from '../../src/search/quote-extraction.ts';

const quotesOf = (message: string) => extractQuotes(message).map(({ text }) => text);

describe('quotation marks', () => {
  test.each([
    ['He says "one two three" and “four five six” here', ['one two three', 'four five six']],
    [
      '„eins zwei drei“ »vier fünf sechs« «un deux trois» ‹a b c›',
      ['eins zwei drei', 'vier fünf sechs', 'un deux trois', 'a b c'],
    ],
    ['”ett två tre” „raz dwa trzy”', ['ett två tre', 'raz dwa trzy']],
    ["the dogs' bowl isn't 'one two three' at all", ['one two three']],
    ['‘the US’ effort at containment’ he wrote', ['the US’ effort at containment']],
    ['don’t say it’s ours’ or theirs’ then', []],
    ['a 5" disk and "one two three"', ['one two three']],
    ['“He wrote ‘one two three’ then”', ['He wrote ‘one two three’ then', 'one two three']],
    ['“One two three.\n\n“Four five six.” He left.', ['One two three.\n\nFour five six.']],
    ['(“one\ntwo three”)', ['one\ntwo three']],
    ['"never closed, one two three', []],
    ['“never closed “one two three” here', ['one two three']],
    ['"one two" and “term”', []],
    ['「网络空间很重要」与「网络」', ['网络空间很重要']],
    ['他说"网络空间很重要"。『六个字的引文』', ['网络空间很重要', '六个字的引文']],
    ['「三つの言葉です」', ['三つの言葉です']],
  ])('%s', (message, expected) => {
    expect(quotesOf(message)).toEqual(expected);
  });
});

describe('block quotes', () => {
  test.each([
    ['> one two\n> three four\nno\n> five six seven', ['one two\nthree four', 'five six seven']],
    [
      'look:\n>>> one two\n\nthree "four five six"',
      ['one two\n\nthree "four five six"', 'four five six'],
    ],
    ['> “one two three” — Cai', ['one two three']],
    ['> “one two\n> three four”', ['one two\nthree four']],
    ['>one two three', []],
    ['a > one two three', []],
    ['> one', []],
  ])('%s', (message, expected) => {
    expect(quotesOf(message)).toEqual(expected);
  });
});

test.each([
  'a `"one two three"` b',
  '```\n> one two three\n"one two three"\n```',
  '``a ` "one two three" b``',
  "https://example.org/?q='one-two-three'&r='a-b-c'",
])('passes over code and links: %s', (message) => {
  expect(quotesOf(message)).toEqual([]);
});

test('says where a quotation stands', () => {
  const message = '😀 `x` “one two three”\n> four five six\nend';
  const found = extractQuotes(message);
  expect(found.map(({ kind }) => kind)).toEqual(['marks', 'block']);
  expect(found.map(({ span }) => message.slice(span.start, span.end))).toEqual([
    'one two three',
    '> four five six',
  ]);
});

test('takes anything, and finds only what is there', () => {
  const part = fc.oneof(
    fc.constantFrom(
      '"',
      '“',
      '”',
      '‘',
      '’',
      "'",
      '«',
      '»',
      '> ',
      '>>> ',
      '\n',
      '`',
      '```',
      ' a b c ',
      '。',
    ),
    fc.string({ unit: 'binary', maxLength: 5 }),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
      const message = parts.join('');
      for (const { text, span } of extractQuotes(message)) {
        const raw = message.slice(span.start, span.end);
        const lines = text.split('\n').map((line) => line.trim());
        for (const line of lines) expect(raw).toContain(line);
        expect(text).toBe(text.trim());
      }
    }),
    { numRuns: 500 },
  );
});

test.each(['“', '"a ', "s' a", '> a\n', '>>> ', '`', '“”', '«a b c»', '\u202E', 'a\u0300\u0301'])(
  'takes 6,000 characters of %s',
  (unit) => {
    expect(() => extractQuotes(unit.repeat(6_000 / unit.length))).not.toThrow();
  },
);
