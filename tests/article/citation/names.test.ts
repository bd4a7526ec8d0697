import { expect, test } from 'vitest';
import { cite } from '../../../src/article/citation.ts';
import type { Item, Name } from '../../../src/article/item.ts';

const cai: Name = { family: 'Cai', given: 'Cuihong' };
const smith: Name = { family: 'Smith', given: 'John Q.' };
const bank: Name = { literal: 'World Bank' };
const people = (count: number): Name[] =>
  Array.from({ length: count }, (_, index) => ({ family: `F${index + 1}`, given: 'Ann' }));
const shown = ['apa', 'mla', 'chicago-note', 'chicago-author-date', 'gbt-7714'] as const;

/** What stands before the title `T`, style by style. */
function authorsOf(author: readonly Name[]): string[] {
  const item: Item = { id: 'x', type: 'book', title: 'T', author, issued: '2020', language: 'en' };
  return shown.map((style) =>
    cite(item, style).replace(/(?: \(2020\)\.| 2020\.)? T(?:[.[ ].*)$/u, ''),
  );
}

test.each<[string, readonly Name[], readonly string[]]>([
  [
    'one author',
    [cai],
    ['Cai, C.', 'Cai, Cuihong.', 'Cuihong Cai,', 'Cai, Cuihong.', '[1] CAI C.'],
  ],
  [
    'two authors',
    [cai, smith],
    [
      'Cai, C., & Smith, J. Q.',
      'Cai, Cuihong, and John Q. Smith.',
      'Cuihong Cai and John Q. Smith,',
      'Cai, Cuihong, and John Q. Smith.',
      '[1] CAI C, SMITH J Q.',
    ],
  ],
  [
    'three authors',
    [cai, smith, bank],
    [
      'Cai, C., Smith, J. Q., & World Bank.',
      'Cai, Cuihong, et al.',
      'Cuihong Cai et al.,',
      'Cai, Cuihong, John Q. Smith, and World Bank.',
      '[1] CAI C, SMITH J Q, World Bank.',
    ],
  ],
  [
    'seven authors',
    people(7),
    [
      'F1, A., F2, A., F3, A., F4, A., F5, A., F6, A., & F7, A.',
      'F1, Ann, et al.',
      'Ann F1 et al.,',
      'F1, Ann, Ann F2, Ann F3, et al.',
      '[1] F1 A, F2 A, F3 A, et al.',
    ],
  ],
  [
    'an institution and a person',
    [bank, smith],
    [
      'World Bank, & Smith, J. Q.',
      'World Bank and John Q. Smith.',
      'World Bank and John Q. Smith,',
      'World Bank and John Q. Smith.',
      '[1] World Bank, SMITH J Q.',
    ],
  ],
  [
    'a particle that drops',
    [{ family: 'Humboldt', given: 'Alexander', 'dropping-particle': 'von' }],
    [
      'Humboldt, A. von.',
      'Humboldt, Alexander von.',
      'Alexander von Humboldt,',
      'Humboldt, Alexander von.',
      '[1] HUMBOLDT A von.',
    ],
  ],
  [
    'a particle that stays',
    [{ family: 'Gaulle', given: 'Charles', 'non-dropping-particle': 'de' }],
    [
      'de Gaulle, C.',
      'de Gaulle, Charles.',
      'Charles de Gaulle,',
      'de Gaulle, Charles.',
      '[1] DE GAULLE C.',
    ],
  ],
  [
    'an elided particle and a hyphen',
    [{ family: 'Alembert', given: 'Jean-Paul', 'non-dropping-particle': 'd’' }],
    [
      'd’Alembert, J.-P.',
      'd’Alembert, Jean-Paul.',
      'Jean-Paul d’Alembert,',
      'd’Alembert, Jean-Paul.',
      '[1] D’ALEMBERT J P.',
    ],
  ],
  [
    'a suffix',
    [{ family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
    [
      'King, M. L., Jr.',
      'King, Martin Luther, Jr.',
      'Martin Luther King Jr.,',
      'King, Martin Luther, Jr.',
      '[1] KING M L Jr.',
    ],
  ],
  [
    'a name in Chinese script',
    [{ family: '蔡', given: '翠红' }, smith],
    [
      '蔡翠红, & Smith, J. Q.',
      '蔡翠红 and John Q. Smith.',
      '蔡翠红 and John Q. Smith,',
      '蔡翠红 and John Q. Smith.',
      '[1] 蔡翠红, SMITH J Q.',
    ],
  ],
  [
    'a family name alone',
    [{ family: 'Plato' }],
    ['Plato.', 'Plato.', 'Plato,', 'Plato.', '[1] PLATO.'],
  ],
  [
    'initials without spaces, and small letters',
    [
      { family: 'Tolkien', given: 'J.R.R.' },
      { family: 'hooks', given: 'bell' },
    ],
    [
      'Tolkien, J. R. R., & hooks, b.',
      'Tolkien, J.R.R., and bell hooks.',
      'J.R.R. Tolkien and bell hooks,',
      'Tolkien, J.R.R., and bell hooks.',
      '[1] TOLKIEN J R R, HOOKS B.',
    ],
  ],
])('%s', (_what, author, expected) => {
  const found = authorsOf(author);
  // Where nobody is named, APA and author-date put the title first.
  expect(author.length > 0 ? found : ['', found[1]?.slice(0, 0), '', '', found[4]]).toEqual(
    expected,
  );
});

test('APA names twenty authors, and of more the first nineteen and the last', () => {
  expect(authorsOf(people(20))[0]).toContain('F19, A., & F20, A.');
  expect(authorsOf(people(21))[0]).toContain('F18, A., F19, A., . . . F21, A.');
  expect(authorsOf(people(21))[0]).not.toContain('F20');
});

test('GB/T says "and others" in the language of the work', () => {
  const item: Item = { id: 'x', type: 'book', title: '书', author: people(4), language: 'zh-Hans' };
  expect(cite(item, 'gbt-7714')).toBe('[1] F1 A, F2 A, F3 A, 等. 书[M].');
});

test.each<[readonly Name[], string, string, string]>([
  [[cai], '(Cai, 2020, para. 4)', '(Cai, par. 4)', '(Cai 2020, para. 4)'],
  [
    [cai, smith],
    '(Cai & Smith, 2020, para. 4)',
    '(Cai and Smith, par. 4)',
    '(Cai and Smith 2020, para. 4)',
  ],
  [people(3), '(F1 et al., 2020, para. 4)', '(F1 et al., par. 4)', '(F1 et al. 2020, para. 4)'],
  [[bank], '(World Bank, 2020, para. 4)', '(World Bank, par. 4)', '(World Bank 2020, para. 4)'],
  [
    [{ family: '蔡', given: '翠红' }],
    '(蔡翠红, 2020, para. 4)',
    '(蔡翠红, par. 4)',
    '(蔡翠红 2020, para. 4)',
  ],
  [
    [{ family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
    '(King, 2020, para. 4)',
    '(King, par. 4)',
    '(King 2020, para. 4)',
  ],
  [[], '(“A Title,” 2020, para. 4)', '(“A Title,” par. 4)', '(“A Title” 2020, para. 4)'],
])('in the text %#', (author, apa, mla, chicago) => {
  const item: Item = {
    id: 'x',
    type: 'chapter',
    title: 'A title: more',
    author,
    issued: '2020',
    language: 'en',
  };
  const inText = (style: 'apa' | 'mla' | 'chicago-author-date') =>
    cite(item, style, { paragraphs: [4, 4] }).split('\n\n')[1];
  expect([inText('apa'), inText('mla'), inText('chicago-author-date')]).toEqual([
    apa,
    mla,
    chicago,
  ]);
});

test('the exchange formats keep the parts of a name', () => {
  const item: Item = {
    id: 'x',
    type: 'book',
    title: 'T',
    language: 'en',
    author: [
      { family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
      { family: 'Humboldt', given: 'Alexander', 'dropping-particle': 'von' },
      { family: '蔡', given: '翠红' },
      { literal: 'Barnes and Noble, Inc.' },
    ],
  };
  expect(cite(item, 'bibtex')).toContain(
    'author = {King, Jr., Martin Luther and von Humboldt, Alexander and 蔡, 翠红 and {Barnes and Noble, Inc.}}',
  );
  expect(cite(item, 'ris').match(/^AU.*$/gmu)).toEqual([
    'AU  - King, Martin Luther, Jr.',
    'AU  - Humboldt, Alexander von',
    'AU  - 蔡, 翠红',
    'AU  - Barnes and Noble, Inc.',
  ]);
});
