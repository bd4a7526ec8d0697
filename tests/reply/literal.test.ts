import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { literal } from '../../src/reply/literal.ts';
import { parseMarkdown, toPlainText } from '../../src/sandbox/page/markdown.ts';

const MARKUP = [
  '*',
  '**',
  '_',
  '__',
  '~~',
  '`',
  '```',
  '|',
  '||',
  '>',
  '> ',
  '>>> ',
  '#',
  '# ',
  '### ',
  '-# ',
  '- ',
  '+ ',
  '* ',
  '1. ',
  '12. ',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '<@1>',
  '<#2>',
  '<t:0:R>',
  '</quote:3>',
  '<:a:4>',
  '\\',
  '://',
  'https',
  ':',
  ':smile:',
  '@everyone',
  '@here',
  '¯\\_(ツ)_/¯',
  '\n',
  ' ',
  'a',
  'B',
  '4',
  '.',
  '-',
  '政',
  'é',
  '👩‍👩‍👧',
];
const texts = fc
  .array(fc.constantFrom(...MARKUP), { minLength: 1, maxLength: 30 })
  .map((pieces) => pieces.join(''));

describe('a literal text', () => {
  it.each([
    ['a *star* and **two**', String.raw`a \*star\* and \*\*two\*\*`],
    ['snake_case and __init__', String.raw`snake\_case and \_\_init\_\_`],
    ['~~gone~~', String.raw`\~\~gone\~\~`],
    ['`code`', '\\`code\\`'],
    ['||spoiler||', String.raw`\|\|spoiler\|\|`],
    ['[text](https://example.org)', String.raw`\[text](https\://example.org)`],
    ['<@123> <#4> <t:0> <:x:5>', String.raw`\<@123> \<#4> \<t:0> \<\:x:5>`],
    ['@everyone and @here, me@example.org', String.raw`\@everyone and \@here, me@example.org`],
    [
      'join discord.gg/abc or discord.com/invite/x',
      String.raw`join discord\.gg/abc or discord\.com/invite/x`,
    ],
    ['# heading', String.raw`\# heading`],
    ['number #1 of #2', 'number #1 of #2'],
    ['-# small', String.raw`\-# small`],
    ['> quote\n>>> long', String.raw`\> quote` + '\n' + String.raw`\>>> long`],
    ['5 > 4', '5 > 4'],
    ['- a\n  - b\n+ c', '\\- a\n  \\- b\n\\+ c'],
    ['win-win - or not', 'win-win - or not'],
    ['1. first\n22. more', '1\\. first\n22\\. more'],
    ['in 2022. Then', 'in 2022. Then'],
    ['4:2 and 10:30', '4:2 and 10:30'],
    [':smile:', String.raw`\:smile:`],
    [String.raw`back\slash`, String.raw`back\\slash`],
    [String.raw`¯\_(ツ)_/¯`, String.raw`¯\\\_(ツ)\_/¯`],
  ])('writes %j as %j', (text, markdown) => {
    expect(literal(text)).toBe(markdown);
  });

  it('shows exactly the characters of the text, as the sandbox renders Discord’s markdown', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(toPlainText(parseMarkdown(literal(text)))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it('contains no markup at all', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const tree = parseMarkdown(literal(text));
        expect(new Set(tree.map(({ type }) => type))).toEqual(new Set(['text']));
      }),
      { numRuns: 2000 },
    );
  });

  it('is quick with hostile text', () => {
    for (const unit of ['*', '[a](', '`', '> ', '\\', '1. ', ':a', '<@']) {
      expect(literal(unit.repeat(20_000)).length).toBeGreaterThan(20_000);
    }
  });
});
