import { describe, expect, test } from 'vitest';
import { cite, type StyleId } from '../../../src/article/citation.ts';
import { toTitleCase } from '../../../src/article/citation/title-case.ts';
import type { Item } from '../../../src/article/item.ts';

const item: Item = {
  id: 'x',
  type: 'article-magazine',
  title: 'T',
  author: [{ literal: 'A' }],
  'container-title': 'M',
  language: 'en',
};
const withTitle = (style: StyleId, title: string, language = 'en') =>
  cite({ ...item, title, language }, style);

describe('title case', () => {
  test.each([
    ['A word in its place', 'A Word in Its Place', 'A Word in Its Place'],
    [
      'living through and beyond the war',
      'Living through and beyond the War',
      'Living Through and Beyond the War',
    ],
    ['what is it for?', 'What Is It For?', 'What Is It For?'],
    [
      'what is it for: the art of it',
      'What Is It For: The Art of It',
      'What Is It For: The Art of It',
    ],
    ['the tug-of-war: a win-win', 'The Tug-of-War: A Win-Win', 'The Tug-of-War: A Win-Win'],
    [
      'twenty-first-century co-operation',
      'Twenty-First-Century Co-operation',
      'Twenty-First-Century Co-operation',
    ],
    [
      'why iPhone and eBay users left',
      'Why iPhone and eBay Users Left',
      'Why iPhone and eBay Users Left',
    ],
    [
      'the US, the UN and 5G at example.org',
      'The US, the UN and 5G at example.org',
      'The US, the UN and 5G at example.org',
    ],
    ['the “digital wall” of china', 'The “Digital Wall” of China', 'The “Digital Wall” of China'],
    [
      'on the ethics of Simone de Beauvoir',
      'On the Ethics of Simone de Beauvoir',
      'On the Ethics of Simone de Beauvoir',
    ],
    ['How To Build A World', 'How to Build a World', 'How to Build a World'],
    [
      'Vitamin A deficiency in the north',
      'Vitamin A Deficiency in the North',
      'Vitamin A Deficiency in the North',
    ],
    ['Vitamin A Deficiency', 'Vitamin A Deficiency', 'Vitamin A Deficiency'],
    ['Turning On, Tuning In', 'Turning On, Tuning In', 'Turning On, Tuning In'],
    ['A Headline of Its Own', 'A Headline of Its Own', 'A Headline of Its Own'],
    ['CHINA AND THE US', 'CHINA AND THE US', 'CHINA AND THE US'],
  ])('%s', (title, mla, chicago) => {
    expect([toTitleCase(title, Infinity), toTitleCase(title, 4)]).toEqual([mla, chicago]);
  });

  test('is for English titles only', () => {
    expect(withTitle('mla', 'Der kalte krieg im netz', 'de')).toContain(
      '“Der kalte krieg im netz.”',
    );
    expect(withTitle('mla', 'the cold war', 'en-GB')).toContain('“The Cold War.”');
  });

  test('is not for APA, GB/T and the exchange formats', () => {
    for (const style of ['apa', 'gbt-7714', 'bibtex', 'ris', 'csl-json'] as const) {
      expect(withTitle(style, 'the cold war')).toContain('the cold war');
    }
  });

  test('is for the book of a chapter, not for the name of a periodical', () => {
    const chapter: Item = { ...item, type: 'chapter', 'container-title': 'handbook of peace' };
    expect(cite(chapter, 'chicago-note')).toContain('in Handbook of Peace');
    expect(cite({ ...chapter, type: 'article-magazine' }, 'chicago-note')).toContain(
      'handbook of peace',
    );
  });
});

describe('punctuation of titles', () => {
  test.each([
    ['Is it war?', 'A, “Is It War?,” M.', 'A. “Is It War?” M.', 'A. (n.d.). Is it war? M.'],
    ['Stop!', 'A, “Stop!,” M.', 'A. “Stop!” M.', 'A. (n.d.). Stop! M.'],
    [
      'The “new order”',
      'A, “The ‘New Order,’” M.',
      'A. “The ‘New Order.’” M.',
      'A. (n.d.). The “new order.” M.',
    ],
    [
      'The "new order"',
      'A, “The ‘New Order,’” M.',
      'A. “The ‘New Order.’” M.',
      'A. (n.d.). The "new order." M.',
    ],
    ['“Is it?”', 'A, “‘Is It?,’” M.', 'A. “‘Is It?’” M.', 'A. (n.d.). “Is it?” M.'],
    [
      'The “so ‘new’ order” of us',
      'A, “The ‘So “New” Order’ of Us,” M.',
      'A. “The ‘So “New” Order’ of Us.” M.',
      'A. (n.d.). The “so ‘new’ order” of us. M.',
    ],
    [
      'The ‘new’ one',
      'A, “The ‘New’ One,” M.',
      'A. “The ‘New’ One.” M.',
      'A. (n.d.). The ‘new’ one. M.',
    ],
    [
      'It’s the boys’',
      'A, “It’s the Boys’,” M.',
      'A. “It’s the Boys’.” M.',
      'A. (n.d.). It’s the boys’. M.',
    ],
    ['A 5" disk', 'A, “A 5" Disk,” M.', 'A. “A 5" Disk.” M.', 'A. (n.d.). A 5" disk. M.'],
  ])('%s', (title, note, mla, apa) => {
    expect(withTitle('chicago-note', title)).toBe(note);
    expect(withTitle('mla', title)).toBe(mla);
    expect(withTitle('apa', title)).toBe(apa);
  });
});
