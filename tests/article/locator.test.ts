import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Locator } from '../../src/article/locator.ts';
import { parseLocator, toLocatorText } from '../../src/article/locator.ts';

const range = fc
  .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 500 }))
  .map(([from, more]) => [from, from + more] as const);
const locators: fc.Arbitrary<Locator> = fc.oneof(
  range.map((paragraphs) => ({ paragraphs })),
  fc
    .tuple(range, range)
    .map(([[number], sentences]) => ({ paragraphs: [number, number] as const, sentences })),
);

describe('a locator', () => {
  it.each([
    ['4', '¶4'],
    ['p4', '¶4'],
    ['P. 4', '¶4'],
    ['¶4', '¶4'],
    ['§4', '¶4'],
    ['§ 4', '¶4'],
    ['para 4', '¶4'],
    ['Paragraph 4', '¶4'],
    ['par. 4', '¶4'],
    [' 4 ', '¶4'],
    ['4.', '¶4'],
    ['４', '¶4'],
    ['04', '¶4'],
    ['4:2', '¶4:2'],
    ['4.2', '¶4:2'],
    ['¶4:2', '¶4:2'],
    ['４：２', '¶4:2'],
    ['4 : 2', '¶4:2'],
    ['para 4, sentence 2', '¶4:2'],
    ['7-8', '¶7-8'],
    ['7–8', '¶7-8'],
    ['7 — 8', '¶7-8'],
    ['７－８', '¶7-8'],
    ['7〜8', '¶7-8'],
    ['¶¶7-8', '¶7-8'],
    ['pp. 7-8', '¶7-8'],
    ['paragraphs 7-8', '¶7-8'],
    ['¶7-¶8', '¶7-8'],
    ['8-7', '¶7-8'],
    ['7-7', '¶7'],
    ['4:2-3', '¶4:2-3'],
    ['4:2–3', '¶4:2-3'],
    ['4.2−3', '¶4:2-3'],
    ['4:2-4:3', '¶4:2-3'],
  ])('typed as "%s" is %s', (typed, canonical) => {
    const locator = parseLocator(typed);
    expect(locator && toLocatorText(locator)).toBe(canonical);
  });

  it.each([
    '',
    ' ',
    '¶',
    'four',
    '4 years ago',
    '4:',
    ':2',
    '4:2-5:1',
    '-4',
    '4-',
    '1e3',
    '4:2:1',
    '2022-03-03',
    '4;2',
    '٤',
  ])('is not what "%s" says', (typed) => {
    expect(parseLocator(typed)).toBeUndefined();
  });

  it('that is printed can be typed back', () => {
    fc.assert(
      fc.property(locators, (locator) => {
        expect(parseLocator(toLocatorText(locator))).toEqual(locator);
      }),
    );
  });

  it('can be looked for in any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void parseLocator(text)));
  });
});
