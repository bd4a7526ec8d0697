import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Locator } from '../../src/article/locator.ts';
import { parseLocator, toLocatorText } from '../../src/article/locator.ts';
import type { Passage } from '../../src/article/passage.ts';
import { passageAt, sentenceEnds, toNeighbour, toPassage } from '../../src/article/passage.ts';
import { articles } from '../library.ts';
import { makeArticle } from '../make-article.ts';

const article = makeArticle([['One.', 'Two.', 'Three.'], ['Four.'], ['Five.', 'Six.']]);

const at = (typed: string): Locator => parseLocator(typed) ?? { paragraphs: [0, 0] };
const walk = (typed: string, step: -1 | 1): string[] => {
  const places: string[] = [];
  for (
    let passage: Passage | undefined = passageAt(article, at(typed));
    passage;
    passage = toNeighbour(passage, step)
  ) {
    places.push(toLocatorText(passage.locator));
  }
  return places;
};

describe('a passage', () => {
  it.each([
    ['1', 'One. Two. Three.'],
    ['1:2', 'Two.'],
    ['1:2-3', 'Two. Three.'],
    ['1-2', 'One. Two. Three.\n\nFour.'],
    ['2-3', 'Four.\n\nFive. Six.'],
  ])('at %s is %j', (typed, text) => {
    expect(passageAt(article, at(typed)).text).toBe(text);
  });

  it.each([
    ['4', 'There is no ¶4: the article has ¶1 to ¶3.'],
    ['0', 'There is no ¶0: the article has ¶1 to ¶3.'],
    ['2-9', 'There is no ¶2-9: the article has ¶1 to ¶3.'],
    ['1:4', 'There is no ¶1:4: ¶1 has sentences ¶1:1 to ¶1:3.'],
    ['2:2', 'There is no ¶2:2: ¶2 has a single sentence, ¶2:1.'],
    ['999999999', 'There is no ¶999999999: the article has ¶1 to ¶3.'],
  ])('is not at %s, and the answer says what exists', (typed, missing) => {
    expect(toPassage(article, at(typed))).toEqual({ missing });
  });

  it('has neighbours of its own kind, to the ends of the article', () => {
    expect(walk('1', 1)).toEqual(['¶1', '¶2', '¶3']);
    expect(walk('2-3', -1)).toEqual(['¶2-3', '¶1']);
    expect(walk('1:2', 1)).toEqual(['¶1:2', '¶1:3', '¶2:1', '¶3:1', '¶3:2']);
    expect(walk('3:1', -1)).toEqual(['¶3:1', '¶2:1', '¶1:3', '¶1:2', '¶1:1']);
  });

  it('knows where its sentences end', () => {
    const { start, end } = passageAt(article, at('1:2-3'));
    expect(sentenceEnds(article, { start, end })).toEqual([4, 11]);
  });

  it('is always a slice of the source', () => {
    const number = fc.integer({ min: 0, max: 12 });
    const range = fc.tuple(number, number);
    for (const text of articles) {
      fc.assert(
        fc.property(range, fc.option(range, { nil: undefined }), (paragraphs, sentences) => {
          const locator = sentences === undefined ? { paragraphs } : { paragraphs, sentences };
          const passage = toPassage(text, locator);
          if ('missing' in passage) return;
          expect(passage.text).toBe(text.source.slice(passage.start, passage.end));
        }),
      );
    }
  });
});
