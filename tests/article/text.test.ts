import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { articles } from '../library.ts';

const article = articles.find(({ id }) => id === 'cai-2022');

describe('the article "cai-2022"', () => {
  it('is the author’s text, byte for byte', () => {
    const text = article?.paragraphs.map((paragraph) => paragraph.text).join('\n\n') ?? '';
    expect(createHash('sha256').update(text, 'utf8').digest('hex')).toBe(
      'd1c700171a68b6eaeb44727e12739dca51a108b395a3e4e51025cd99b19ee373',
    );
    expect(article?.source).toBe(text);
  });

  it('has ten paragraphs, numbered from "Fifty years ago"', () => {
    expect(article?.paragraphs.map(({ number, text }) => [number, text.slice(0, 16)])).toEqual([
      [1, 'Fifty years ago,'],
      [2, 'The current comp'],
      [3, 'The US intends t'],
      [4, 'In order to purs'],
      [5, 'During the Barac'],
      [6, 'Despite the inte'],
      [7, 'First, the conse'],
      [8, 'A secure, stable'],
      [9, 'Second, the US a'],
      [10, 'Finally, China a'],
    ]);
  });

  it('has the number of sentences that it was published with in each paragraph', () => {
    expect(article?.paragraphs.map(({ sentences }) => sentences.length)).toEqual([
      2, 1, 2, 4, 4, 1, 4, 3, 4, 3,
    ]);
  });

  it('keeps the lines above and below the body out of it', () => {
    expect(article?.source).not.toMatch(/China Daily|The author is|发布时间/u);
  });

  it('says what is known of the author and the source', () => {
    expect(article?.authors).toEqual([
      {
        name: 'Cai Cuihong',
        affiliation: 'professor at the Center for American Studies, Fudan University',
      },
    ]);
    expect(article?.item).toMatchObject({
      genre: 'Op-ed',
      'container-title': 'China Daily',
      issued: '2022-03-03',
      URL: 'https://iis.fudan.edu.cn/en/9e/e4/c16611a433892/page.htm',
    });
  });

  it('speaks of every paragraph in its topics', () => {
    const covered = new Set(article?.topics.flatMap(({ paragraphs }) => paragraphs));
    expect([...covered].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('gives no alias to two topics', () => {
    const aliases =
      article?.topics.flatMap((topic) => topic.aliases.map((alias) => alias.toLowerCase())) ?? [];
    expect(aliases.filter((alias, index) => aliases.indexOf(alias) !== index)).toEqual([]);
  });

  it('ascribes every statement of the summary to the author', () => {
    for (const { text } of [...(article?.thesis ?? []), ...(article?.outline ?? [])]) {
      expect(text).toMatch(/the author/iu);
    }
  });
});
