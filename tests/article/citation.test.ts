import { describe, expect, test } from 'vitest';
import { cite, styles, type StyleId } from '../../src/article/citation.ts';
import type { Item } from '../../src/article/item.ts';
import type { Locator } from '../../src/article/locator.ts';

const url = 'https://iis.fudan.edu.cn/en/9e/e4/c16611a433892/page.htm';
const cai: Item = {
  id: 'cai-2022',
  type: 'article-newspaper',
  genre: 'Op-ed',
  title:
    'China and the US should use cyberspace as a medium for increasing trust and promoting cooperation',
  author: [{ family: 'Cai', given: 'Cuihong' }],
  'container-title': 'China Daily',
  issued: '2022-03-03',
  accessed: '2026-11-23',
  URL: url,
  language: 'en',
};
const headline =
  'China and the US Should Use Cyberspace as a Medium for Increasing Trust and Promoting Cooperation';

const at = (from: number, to = from): Locator => ({ paragraphs: [from, to] });

describe('the first article', () => {
  test.each<[StyleId, string]>([
    ['apa', `Cai, C. (2022, March 3). ${cai.title}. China Daily. ${url}`],
    ['mla', `Cai, Cuihong. “${headline}.” China Daily, 3 Mar. 2022, ${url}.`],
    ['chicago-note', `Cuihong Cai, “${headline},” China Daily, March 3, 2022, ${url}.`],
    [
      'chicago-author-date',
      `Cai, Cuihong. 2022. “${headline}.” China Daily, March 3, 2022. ${url}.`,
    ],
    ['gbt-7714', `[1] CAI C. ${cai.title}[N/OL]. China Daily, 2022-03-03[2026-11-23]. ${url}.`],
  ])('is an entry in %s', (style, expected) => {
    expect(cite(cai, style)).toBe(expected);
  });

  test.each<[StyleId, string, string]>([
    ['apa', '(Cai, 2022, para. 4)', '(Cai, 2022, paras. 7–8)'],
    ['mla', '(Cai, par. 4)', '(Cai, pars. 7–8)'],
    ['chicago-author-date', '(Cai 2022, para. 4)', '(Cai 2022, paras. 7–8)'],
    ['gbt-7714', '[1]para. 4', '[1]paras. 7-8'],
    ['bibtex', '% \\cite[para.~4]{cai-2022}', '% \\cite[paras.~7--8]{cai-2022}'],
  ])('is cited in the text in %s, after its entry', (style, single, range) => {
    expect(cite(cai, style, at(4))).toBe(`${cite(cai, style)}\n\n${single}`);
    expect(cite(cai, style, at(7, 8))).toBe(`${cite(cai, style)}\n\n${range}`);
  });

  test.each<[StyleId, string]>([
    ['chicago-note', 'March 3, 2022, paras. 7–8, https'],
    ['ris', '\nN1  - paras. 7–8\n'],
    ['csl-json', '"note": "paras. 7–8"'],
  ])('has its place within the entry in %s', (style, expected) => {
    expect(cite(cai, style, at(7, 8))).toContain(expected);
  });

  test('cites the paragraph of a sentence, for no style counts sentences', () => {
    for (const { id } of styles) {
      expect(cite(cai, id, { ...at(4), sentences: [2, 3] })).toBe(cite(cai, id, at(4)));
    }
  });

  test('is a BibTeX entry', () => {
    expect(cite(cai, 'bibtex')).toBe(`@article{cai-2022,
  author = {Cai, Cuihong},
  title = {{${cai.title}}},
  journal = {China Daily},
  year = {2022},
  month = mar,
  day = {3},
  url = {${url}},
  urldate = {2026-11-23}
}`);
  });

  test('is a RIS record', () => {
    expect(cite(cai, 'ris').split('\n')).toEqual([
      'TY  - NEWS',
      'AU  - Cai, Cuihong',
      `TI  - ${cai.title}`,
      'T2  - China Daily',
      'M3  - Op-ed',
      'PY  - 2022',
      'DA  - 2022/03/03/',
      'Y2  - 2026/11/23/',
      `UR  - ${url}`,
      'LA  - en',
      'ER  - ',
    ]);
  });

  test('is CSL-JSON', () => {
    expect(JSON.parse(cite(cai, 'csl-json'))).toEqual([
      {
        ...cai,
        issued: { 'date-parts': [[2022, 3, 3]] },
        accessed: { 'date-parts': [[2026, 11, 23]] },
      },
    ]);
  });

  test('does not depend on the day on which it is cited', () => {
    const { accessed: _accessed, ...unread } = cai;
    for (const { id } of styles) expect(cite(unread, id)).not.toContain('2026');
  });
});
