import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, echo, toLine } from '../../src/reply/echo.ts';

describe('what somebody typed', () => {
  it.each([
    ['hello', '“hello”'],
    ['  two\n\nlines ', '“two lines”'],
    ['**bold** and `code`', '“\\*\\*bold\\*\\* and \\`code\\`”'],
    ['“quoted”', '“quoted”'],
    ['👨‍👩‍👧 می‌خواهم', '“👨‍👩‍👧 می‌خواهم”'],
    ['@everyone', String.raw`“\@everyone”`],
    ['<@123>', String.raw`“\<@123>”`],
    ['[free](https://evil.example)', String.raw`“\[free](https\://evil.example)”`],
    ['> the author said', String.raw`“\> the author said”`],
    ['a\u202eb\u200bc\u2066d', '“abcd”'],
    ['z\u0300\u0301\u0302\u0303\u0304', '“z\u0300\u0301”'],
    ['\ud800lone', '“lone”'],
    ['\u0000\u0007', '“”'],
  ])('%j is echoed as %j', (typed, shown) => {
    expect(echo(typed)).toBe(shown);
  });

  it('is cut visibly when it is long', () => {
    expect(echo('word '.repeat(2000), 20)).toBe('“word word word word…”');
  });

  it('stays on one line and within its limit', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.integer({ min: 2, max: 200 }),
        (typed, limit) => {
          expect(toLine(typed)).not.toMatch(/[\n\r\u2028\u2029]/u);
          expect(echo(typed, limit).length).toBeLessThanOrEqual(limit + 2);
          expect(echo(typed, limit).isWellFormed()).toBe(true);
        },
      ),
    );
  });
});

describe('a cut text', () => {
  it('is within its limit, whatever writing it does to its length', () => {
    const twice = (plain: string) => plain + plain;
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 1, max: 100 }),
        (text, limit) => {
          expect(cut(text, limit, twice).length).toBeLessThanOrEqual(limit);
        },
      ),
    );
  });
});
