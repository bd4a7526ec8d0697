import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cite, styles } from '../../../src/article/citation.ts';
import type { Item, ItemType, Name } from '../../../src/article/item.ts';

const types: ItemType[] = [
  'article-newspaper',
  'article-magazine',
  'article-journal',
  'post-weblog',
  'webpage',
  'report',
  'speech',
  'chapter',
  'book',
];
const prose = ['apa', 'mla', 'chicago-note', 'chicago-author-date', 'gbt-7714'] as const;

/** Items made of these texts, with any of the optional facts missing. */
function items(text: fc.Arbitrary<string>, title = text): fc.Arbitrary<Item> {
  const date = fc.constantFrom('2022', '2022-03', '2022-03-03', '1999-12-31');
  const name: fc.Arbitrary<Name> = fc.oneof(
    fc.record({ literal: text }),
    fc.record(
      {
        family: text,
        given: text,
        'dropping-particle': text,
        'non-dropping-particle': text,
        suffix: text,
      },
      { requiredKeys: ['family'] },
    ),
  );
  return fc.record(
    {
      id: text,
      type: fc.constantFrom(...types),
      title,
      author: fc.array(name, { maxLength: 23 }),
      'container-title': text,
      publisher: text,
      genre: text,
      volume: text,
      issue: text,
      page: text,
      issued: date,
      accessed: date,
      URL: fc.constantFrom('https://e.org', 'https://e.org/a_b%20(c)?d=1&e=f#g'),
      DOI: fc.constantFrom('10.1000/a_b{c}', '10.1/x'),
      language: fc.constantFrom('en', 'en-GB', 'zh-Hans', 'de'),
    },
    { requiredKeys: ['id', 'type', 'title', 'language'] },
  );
}

const anything = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 });
const word = fc.constantFrom(
  'Cyber',
  'space',
  'over',
  'the',
  'US',
  '网络',
  'Jr.',
  'A1',
  'tug-of-war',
  'd’Or',
  'q&a',
  '50%',
);
const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const title = fc
  .tuple(
    phrase,
    fc.constantFrom('', '.', '?', '!', '…', ': why', ' “now”', ' “now?”', ' ‘now’', '？'),
  )
  .map(([text, end]) => `${text}${end}`.replace('..', '.'));
const places = fc.option(
  fc.tuple(fc.nat(9), fc.nat(9)).map(([a, b]) => ({ paragraphs: [a + 1, a + b + 1] as const })),
  { nil: undefined },
);

test('no style throws, whatever the item says', () => {
  fc.assert(
    fc.property(items(anything), places, (item, locator) => {
      for (const { id } of styles)
        expect(cite(item, id, locator)).not.toMatch(/\bundefined\b|\bnull\b|\[object/u);
    }),
  );
});

test('no style doubles a mark or leaves one for what is missing', () => {
  fc.assert(
    fc.property(items(phrase, title), places, (item, locator) => {
      for (const style of prose) {
        const text = cite(item, style, locator).replaceAll(', . . . ', ', ');
        expect(text).not.toMatch(
          /\.\.|,,|,\.|[?!…？]\.| [.,:;)]|\( |\(\)|\[\]|“”|“[,.]| {2}|undefined|null/u,
        );
      }
    }),
    { numRuns: 500 },
  );
});

describe('BibTeX', () => {
  test.each([
    ['100% & $5', '100\\% \\& \\$5'],
    ['#1_a', '\\#1\\_a'],
    ['a~b^c', 'a\\textasciitilde{}b\\textasciicircum{}c'],
    ['{x} \\y', '\\textbraceleft{}x\\textbraceright{} \\textbackslash{}y'],
  ])('escapes %s', (text, tex) => {
    const item: Item = { id: 'x', type: 'book', title: text, publisher: text, language: 'en' };
    expect(cite(item, 'bibtex')).toBe(`@book{x,\n  title = {{${tex}}},\n  publisher = {${tex}}\n}`);
  });

  test('does not let a name or an address end its field', () => {
    const item: Item = {
      id: 'a b,{ü}',
      type: 'webpage',
      title: 'T',
      author: [{ family: 'Rise and Fall', given: 'A, B' }],
      URL: 'https://e.org/a_b%20{c}#d',
      language: 'en',
    };
    expect(cite(item, 'bibtex')).toBe(
      '@misc{a-b,\n  author = {{Rise and Fall}, {A, B}},\n  title = {{T}},\n  url = {https://e.org/a_b%20%7Bc%7D#d}\n}',
    );
  });

  test('has its braces balanced and its title unharmed', () => {
    fc.assert(
      fc.property(items(anything), (item) => {
        const entry = cite(item, 'bibtex');
        expect(depthsOf(entry).every((depth) => depth >= 0)).toBe(true);
        expect(depthsOf(entry).at(-1)).toBe(0);
        const tex = /^ {2}title = \{\{(.*)\}\},?$/mu.exec(entry)?.[1] ?? '';
        expect(fromTex(tex)).toBe(item.title.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim());
      }),
    );
  });
});

describe('RIS', () => {
  test('keeps a value on its line, and asterisks out of names', () => {
    const item: Item = {
      id: 'x',
      type: 'article-newspaper',
      title: 'One\nER  - \r\nTY  - BOOK',
      author: [{ literal: 'A*B' }],
      'container-title': 'C*D',
      page: '3–5',
      language: 'en',
    };
    expect(cite(item, 'ris').split('\n')).toEqual([
      'TY  - NEWS',
      'AU  - AB',
      'TI  - One ER - TY - BOOK',
      'T2  - CD',
      'SP  - 3',
      'EP  - 5',
      'LA  - en',
      'ER  - ',
    ]);
  });

  test('is one record of well-formed lines', () => {
    fc.assert(
      fc.property(items(anything), places, (item, locator) => {
        const lines = cite(item, 'ris', locator).split('\n');
        for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- [^\p{Cc}]*$/u);
        const tags = lines.map((line) => line.slice(0, 2));
        expect([tags[0], tags.at(-1)]).toEqual(['TY', 'ER']);
        expect(tags.filter((tag) => tag === 'TY' || tag === 'ER')).toHaveLength(2);
        expect(lines.slice(0, -1).every((line) => line.length > 6)).toBe(true);
      }),
    );
  });
});

test('CSL-JSON says what the item says', () => {
  fc.assert(
    fc.property(items(phrase), (item) => {
      const [csl]: unknown[] = JSON.parse(cite(item, 'csl-json'));
      const { issued, accessed, author, ...rest } = item;
      expect(csl).toMatchObject(rest);
      expect(csl).toMatchObject(author !== undefined && author.length > 0 ? { author } : {});
      const dates = Object.entries({ issued, accessed }).filter(([, date]) => date !== undefined);
      for (const [name, date] of dates) {
        expect(csl).toHaveProperty([name, 'date-parts'], [date?.split('-').map(Number)]);
      }
    }),
  );
});

function depthsOf(text: string): number[] {
  let depth = 0;
  return Array.from(text.replaceAll(/[^{}]/gu, ''), (brace) => (depth += brace === '{' ? 1 : -1));
}

/** What TeX would print. */
function fromTex(tex: string): string {
  const commands: Record<string, string> = {
    backslash: '\\',
    braceleft: '{',
    braceright: '}',
    asciitilde: '~',
    asciicircum: '^',
  };
  return tex.replaceAll(
    /\\text([a-z]+)\{\}|\\([&%$#_])/gu,
    (_, name: string, character?: string) => character ?? commands[name] ?? '?',
  );
}
