import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCompounds, toTokens } from '../../src/search/tokenize.ts';

const toWords = (text: string) => toTokens(text).map(({ word }) => word);

describe('the words of a text', () => {
  it.each([
    ["China's technology", ['china', 'technology']],
    ["the US' effort", ['the', 'us', 'effort']],
    ['China’s and Chinaʼs', ['china', 'and', 'china']],
    ["don't, won’t", ['dont', 'wont']],
    ["'quoted' ‘words’", ['quoted', 'words']],
    ['U.S.-China, the U.S. and U.K', ['us', 'china', 'the', 'us', 'and', 'uk']],
    ['3.5 per cent of 1,000', ['35', 'per', 'cent', 'of', '1000']],
    ['the end.Next one,two', ['the', 'end', 'next', 'one', 'two']],
    ['COVID-19', ['covid', '19']],
    ['cyber\u00adspace, zero\u200bwidth', ['cyberspace', 'zerowidth']],
    ['ＣＯＶＩＤ １９', ['covid', '19']],
    ['Straße, Łódź, Ærø', ['strasse', 'lodz', 'aero']],
    ['naïve nai\u0308ve', ['naive', 'naive']],
    ['网络空间', ['网络', '络空', '空间', '间']],
    ['用AI技术', ['用', 'ai', '技术', '术']],
    ['ガギ', ['ガギ', 'ギ']],
    ['신뢰', ['신뢰', '뢰']],
    ['😂 ^$ | !?', []],
    ['', []],
  ])('%s', (text, words) => {
    expect(toWords(text)).toEqual(words);
  });

  it('are told with their places, one position each', () => {
    expect(toTokens('“China’s” cyber-space')).toEqual([
      { start: 1, end: 8, word: 'china', position: 0 },
      { start: 10, end: 15, word: 'cyber', position: 1 },
      { start: 16, end: 21, word: 'space', position: 2 },
    ]);
  });

  it('are slices of the text in order, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        let start = 0;
        for (const [index, token] of toTokens(text).entries()) {
          expect(token.position).toBe(index);
          expect(token.start).toBeGreaterThanOrEqual(start);
          expect(token.end).toBeGreaterThan(token.start);
          expect(token.end).toBeLessThanOrEqual(text.length);
          expect(token.word).not.toBe('');
          start = token.start;
        }
      }),
      { numRuns: 500 },
    );
  });
});

it.each([
  ['ice-breaking', ['ice-breaking']],
  ['techno‑nationalism', ['techno‑nationalism']],
  ['a tug-of-war', ['tug-of', 'tug-of-war', 'of-war']],
  ['one - two', []],
  ['one, two', []],
])('the compounds of %s are %j', (text, compounds) => {
  const tokens = toTokens(text);
  const starts = Uint32Array.from(tokens, ({ start }) => start);
  const ends = Uint32Array.from(tokens, ({ end }) => end);
  expect(
    findCompounds(text, starts, ends).map(({ first, last }) =>
      text.slice(starts[first], ends[last]),
    ),
  ).toEqual(compounds);
});
