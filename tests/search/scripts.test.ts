import { describe, expect, it } from 'vitest';
import { createFinder } from '../../src/search/finder.ts';
import { makeParagraphs } from './make-paragraphs.ts';

const texts = [
  '网络空间是增进信任、促进合作的媒介。',
  '美国推行技术脱钩，打压中国科技企业。',
  'サイバー空間は協力の場である。',
  'インターネットの自由と主権をめぐる議論。',
  '사이버 공간에서 신뢰를 쌓아야 한다.',
  'The détente of the seventies, in Straße and Łódź.',
  'De\u0301tente again, decomposed this time.',
  'İstanbul’da güven ve iş birliği.',
  'Кибербезопасность и доверие.',
  'ไซเบอร์สเปซเป็นสื่อกลาง',
];
const finder = createFinder(makeParagraphs(texts));

it.each([
  ['网络空间', 1, ['网络空间']],
  ['促进合作', 1, ['促进合作']],
  ['合作', 1, ['合作']],
  ['脱', 2, ['脱钩']],
  ['技术脱钩', 2, ['技术脱钩']],
  ['科技企业的打压', 2, ['打压', '科技企业']],
  ['サイバー空間', 3, ['サイバー空間']],
  ['ｻｲﾊﾞｰ空間', 3, ['サイバー空間']],
  ['インターネット', 4, ['インターネット']],
  ['主権', 4, ['主権']],
  ['사이버 공간', 5, ['사이버', '공간']],
  ['신뢰', 5, ['신뢰']],
  ['strasse', 6, ['Straße']],
  ['lodz', 6, ['Łódź']],
  ['seventies lodz', 6, ['seventies', 'Łódź']],
  ['decomposed', 7, ['decomposed']],
  ['istanbul', 8, ['İstanbul’da']],
  ['ISTANBULDA', 8, ['İstanbul’da']],
  ['кибербезопасность', 9, ['Кибербезопасность']],
  ['кибербезопастность', 9, ['Кибербезопасность']],
  ['สื่อกลาง', 10, ['สื่อกลาง']],
])('%s is found in ¶%d and marked there', (query, paragraph, marked) => {
  const [match] = finder.find(query).matches;
  expect(match?.paragraph).toBe(paragraph);
  const text = texts[paragraph - 1] ?? '';
  expect(match?.highlights.map(({ start, end }) => text.slice(start, end))).toEqual(marked);
});

describe('diacritics', () => {
  it('written either way are found either way, and the marks stay in place', () => {
    for (const query of ['detente', 'détente', 'de\u0301tente', 'DÉTENTE']) {
      const { matches } = finder.find(query);
      expect(matches.map(({ paragraph }) => paragraph).toSorted((a, b) => a - b)).toEqual([6, 7]);
      for (const { paragraph, highlights } of matches) {
        const text = texts[paragraph - 1] ?? '';
        const [mark] = highlights;
        expect(text.slice(mark?.start, mark?.end).normalize('NFC').toLowerCase()).toBe('détente');
      }
    }
  });

  it('of Japanese are letters of their own: カ is not ガ', () => {
    const pair = createFinder(makeParagraphs(['カキ', 'ガギ']));
    expect(pair.find('ガギ').matches.map(({ paragraph }) => paragraph)).toEqual([2]);
  });
});

it('Chinese that is not there is not found', () => {
  expect(finder.find('披萨食谱').verdict).toBe('absent');
});
