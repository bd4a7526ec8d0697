import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MarkdownNode } from '../../../src/sandbox/page/markdown-tree.ts';
import { parseMarkdown, toPlainText } from '../../../src/sandbox/page/markdown.ts';

/** A tree in brackets: `bold(a)`, `link https://…(label)`, text as it is. */
function outline(tree: readonly MarkdownNode[]): string {
  return tree.map(outlineOf).join('');
}

function outlineOf(node: MarkdownNode): string {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'code':
      return `code(${node.text})`;
    case 'codeBlock':
      return `block ${node.language}(${node.text})`;
    case 'list':
      return `list ${node.start ?? ''}(${node.items.map(outline).join('|')})`;
    case 'mention':
      return `${node.kind}(${node.id})`;
    case 'timestamp':
      return `time(${node.seconds} ${node.style})`;
    case 'emoji':
      return `emoji(${node.name})`;
    case 'link':
      return `link ${node.url}(${outline(node.children)})`;
    case 'heading':
      return `heading ${node.level}(${outline(node.children)})`;
    default:
      return `${node.type}(${outline(node.children)})`;
  }
}

const tables: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  emphasis: [
    [
      '**a** *b* _c_ __d__ ~~e~~ ||f||',
      'bold(a) italic(b) italic(c) underline(d) strike(e) spoiler(f)',
    ],
    ['***a***', 'italic(bold(a))'],
    ['__**a** b__', 'underline(bold(a) b)'],
    ['**a __b__ c**', 'bold(a underline(b) c)'],
    ['**a\nb**', 'bold(a\nb)'],
    ['* a * b', 'list (a * b)'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['a *b * c', 'a *b * c'],
    ['snake_case_name', 'snake_case_name'],
    ['snake_case_', 'snakeitalic(case)'],
    ['**a', '**a'],
    ['**foo***', 'bold(foo*)'],
    ['||a||b||', 'spoiler(a)b||'],
    ['*a\\*b*', 'italic(a*b)'],
  ],
  escapes: [
    ['\\*a\\*', '*a*'],
    ['\\\\', '\\'],
    ['\\a', '\\a'],
    ['\\# a', '# a'],
    ['1\\. a', '1. a'],
    ['\\> a', '> a'],
    ['\\-# a', '-# a'],
    ['\\[a](https://b.org)', '[a](link https://b.org(https://b.org))'],
    ['¯\\_(ツ)_/¯', '¯\\_(ツ)_/¯'],
  ],
  code: [
    ['`a *b*`', 'code(a *b*)'],
    ['``a`b``', 'code(a`b)'],
    ['`` `a` ``', 'code(`a`)'],
    ['`a', '`a'],
    ['``a`', 'code(`a)'],
    ['```a```', 'block (a)'],
    ['```js\na\nb\n```c', 'block js(a\nb)c'],
    ['```js a```', 'block (js a)'],
    ['`\\`', 'code(\\)'],
    ['``````', '``````'],
  ],
  blocks: [
    ['> a\n> b\nc', 'quote(a\nb)c'],
    ['>a', '>a'],
    ['a\n> b', 'a\nquote(b)'],
    ['> > a', 'quote(> a)'],
    ['>>> a\nb', 'quote(a\nb)'],
    ['a > b', 'a > b'],
    ['> **a\n> b**', 'quote(bold(a\nb))'],
    ['# a\nb', 'heading 1(a)b'],
    ['## a', 'heading 2(a)'],
    ['### a', 'heading 3(a)'],
    ['#### a', '#### a'],
    ['#a', '#a'],
    ['# # a', '# # a'],
    ['> # a', 'quote(heading 1(a))'],
    ['a # b', 'a # b'],
    ['-# a\nb', 'subtext(a)b'],
    ['-#a', '-#a'],
    ['**# a**', 'bold(heading 1(a))'],
  ],
  lists: [
    ['- a\n- b', 'list (a|b)'],
    ['* a\n* b\nc', 'list (a|b)c'],
    ['3. a\n4. b', 'list 3(a|b)'],
    ['a\n1. b', 'a\nlist 1(b)'],
    ['- a\n  - b\n- c', 'list (a\nlist (b)|c)'],
    ['- a\n  b', 'list (a\nb)'],
    ['- - a', 'list (list (a))'],
    ['-a', '-a'],
    ['1.a', '1.a'],
    ['In 2022. Then', 'In 2022. Then'],
    ['2022. Then', 'list 2022(Then)'],
    ['- > a', 'list (quote(a))'],
  ],
  links: [
    ['https://a.org/b.', 'link https://a.org/b(https://a.org/b).'],
    ['(https://a.org/b)', '(link https://a.org/b(https://a.org/b))'],
    ['https://a.org/b_(c)', 'link https://a.org/b_(c)(https://a.org/b_(c))'],
    ['https://a.org/x_y_z', 'link https://a.org/x_y_z(https://a.org/x_y_z)'],
    ['<https://a.org>', 'link https://a.org(https://a.org)'],
    ['[a *b*](https://c.org)', 'link https://c.org(a italic(b))'],
    ['[a](<https://c.org>)', 'link https://c.org(a)'],
    ['[a](https://c.org/d_(e))', 'link https://c.org/d_(e)(a)'],
    ['[a](https://c.org "title")', 'link https://c.org(a)'],
    ['[a](javascript:alert(1))', '[a](javascript:alert(1))'],
    ['[a](ftp://c.org)', '[a](ftp://c.org)'],
    ['[ ](https://c.org)', '[ ](link https://c.org(https://c.org))'],
    ['[https://a.org](https://c.org)', '[https://a.org](https://c.org)'],
    ['[a] (https://c.org)', '[a] (link https://c.org(https://c.org))'],
    ['<a@b.org>', 'link mailto:a@b.org(a@b.org)'],
  ],
  references: [
    ['<@1> <@!2> <@&3> <#4>', 'user(1) user(2) role(3) channel(4)'],
    ['@everyone @here @x', 'everyone(everyone) everyone(here) @x'],
    ['</quote:12>', 'command(quote)'],
    ['<t:0> <t:-60:R>', 'time(0 f) time(-60 R)'],
    ['<t:abc>', '<t:abc>'],
    ['<:a:1> <a:b:2>', 'emoji(a) emoji(b)'],
    [':tada: :nothing: 10:30:', 'emoji(tada) :nothing: 10:30:'],
  ],
};

describe('markdown', () => {
  for (const [name, rows] of Object.entries(tables)) {
    it.each(rows)(`reads ${name} as Discord's client does: %j`, (source, expected) => {
      expect(outline(parseMarkdown(source))).toBe(expected);
    });
  }

  it('never throws, whatever it is given', () => {
    const marks = '** * _ __ ~~ || ` ``` > >>> # -# - 1. [ ]( ) https://a < \\ a : @here <t:9:R>';
    const pieces = fc.constantFrom(...marks.split(' '), ' ', '\n', '\n> ', '\n- ', '\n# ');
    const marked = fc.array(pieces, { maxLength: 60 }).map((all) => all.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), marked), (source) => {
        expect(() => toPlainText(parseMarkdown(source))).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    '`',
    '**_~~||',
    '[a](',
    '[a]((',
    '> ',
    '- ',
    '-# # ',
    '*a **b ',
    '\\',
    '__*',
    '[](',
    '~~',
  ])('reads the longest message made of %j alone', (piece) => {
    const source = piece.repeat(Math.floor(4096 / piece.length));
    expect(toPlainText(parseMarkdown(source)).length).toBeLessThanOrEqual(source.length * 2);
  });

  it('shows text in which every mark is escaped exactly as it is', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.lorem());
    fc.assert(
      fc.property(text, (source) => {
        const escaped = source.replaceAll(/[^0-9A-Za-z\s]/gu, '\\$&');
        expect(toPlainText(parseMarkdown(escaped))).toBe(source);
      }),
    );
  });

  it('loses no letter of a text without marks', () => {
    const words = fc.array(
      fc.constantFrom('one', 'two', ' ', '\n', 'é', '中文', '?', '.', ',', '’'),
    );
    fc.assert(
      fc.property(words, (all) => {
        const source = all.join('');
        expect(toPlainText(parseMarkdown(source))).toBe(source);
      }),
    );
  });
});

describe('plain text', () => {
  it.each([
    ['# a\nb', 'a\nb'],
    ['> a\nb', 'a\nb'],
    ['- a\n- b', '• a\n• b'],
    ['3. a\n4. b', '3. a\n4. b'],
    ['[a](https://b.org) `c`', 'a c'],
    ['<@1> <#2> </quote:3> @here', '@1 #2 /quote @here'],
    [':tada: <:own:1>', '🎉 :own:'],
    ['||a|| ~~b~~', 'a b'],
    ['```\na\n```\nb', 'a\nb'],
  ])('of %j is what a reader sees', (source, expected) => {
    expect(toPlainText(parseMarkdown(source))).toBe(expected);
  });
});
