import { describe, expect, it } from 'vitest';
import { createFinder, type Finding } from '../../src/search/finder.ts';
import { library } from '../library.ts';
import { makeParagraphs } from './make-paragraphs.ts';

const { finder, article } = library.main;

/** The words of the text that the best match marks. */
function toMarked({ matches: [match] }: Finding): readonly string[] {
  const text = article.paragraphs.find(({ number }) => number === match?.paragraph)?.text ?? '';
  return (match?.highlights ?? []).map(({ start, end }) => text.slice(start, end));
}

describe('the order of evidence', () => {
  const paragraphs = makeParagraphs([
    'The treaty brought peace after a hard winter of talks.',
    'A hard winter came.',
    'A winter, and what a hard one it was.',
    'The harder the winters, the warmer the coats.',
    'Nobody spoke of the weather.',
  ]);
  const topics = [{ name: 'Climate', paragraphs: [5], aliases: ['cold season', 'frost'] }];
  const small = createFinder(paragraphs, topics);

  it('is the phrase, then all words near each other, then inflected words', () => {
    expect(small.find('a hard winter').matches.map(({ paragraph }) => paragraph)).toEqual([
      2, 1, 3, 4,
    ]);
  });

  it.each([
    ['a hard winter', 2, 'phrase'],
    ['hard winters', 2, 'words'],
    ['hard wintr', 2, 'corrected'],
    ['frost', 5, 'topic'],
    ['a hard winter for penguins in Patagonia', 2, 'resemblance'],
  ])('is said: %s', (query, paragraph, evidence) => {
    expect(small.find(query).matches[0]).toMatchObject({ paragraph, evidence });
  });

  it('gives scores from 0 to 1, the whole query verbatim at least .97', () => {
    for (const { score, evidence } of small.find('a hard winter').matches) {
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThanOrEqual(1);
      expect(score >= 0.97).toBe(evidence === 'phrase');
    }
  });
});

describe('the verdict', () => {
  it.each([
    ['technology decoupling', 'found'],
    ['a fair, just and reasonable global cyberspace governance system', 'found'],
    ['the meaning of life', 'perhaps'],
    ['how to bake sourdough bread', 'absent'],
    ['', 'absent'],
    ['   ', 'absent'],
    ['?!', 'absent'],
    ['the', 'absent'],
    ['of the', 'absent'],
    ['😂😂😂', 'absent'],
  ])('on "%s" is %s', (query, verdict) => {
    expect(finder.find(query).verdict).toBe(verdict);
  });

  it('is absent, without matches, in a library without paragraphs', () => {
    expect(createFinder([]).find('anything')).toEqual({ verdict: 'absent', matches: [] });
  });
});

describe('typing as people type', () => {
  it.each([
    ['swapped letters', 'decoulping', 4],
    ['a missing letter', 'soverignty', 5],
    ['a doubled letter', 'pandemmic', 7],
    ['a neighbouring key', 'sovereignry', 5],
    ['a compound split', 'a dilemma in cyber space', 1],
    ['a compound joined', 'icebreaking', 6],
    ['a compound joined that the text splits', 'thinktank', 10],
    ['a compound split and mistyped', 'ice brekaing', 6],
    ['British spelling', 'normalisation', 1],
    ['British spelling of a verb', 'recognise the benefits', 7],
    ['a plural', 'pandemics', 7],
    ['an inflection', 'decoupled technologies', 4],
    ['a possessive', "Obama's administration", 5],
    ['a typographic apostrophe', 'Obama’s administration', 5],
    ['full-width letters', 'ＣＯＶＩＤ', 7],
    ['diacritics', 'détente', 7],
    ['capitals', 'ZERO-SUM GAME', 9],
    ['another hyphen', 'zero‑sum game', 9],
    ['a number in digits', '3 aspects', 2],
    ['a soft hyphen', 'decoup\u00adling', 4],
    ['a question', 'so what does the author say about internet freedom?', 5],
  ])('with %s finds %s', (_, query, paragraph) => {
    const { verdict, matches } = finder.find(query);
    expect(matches[0]?.paragraph).toBe(paragraph);
    expect(verdict).toBe('found');
  });

  it.each([
    ['dec', 4],
    ['technology dec', 4],
    ['zero-s', 9],
    ['cold w', 9],
    ['think ta', 10],
    ['soverie', 5],
  ])('a half-typed "%s" leads on', (typed, paragraph) => {
    expect(finder.find(typed, { typing: true }).matches[0]?.paragraph).toBe(paragraph);
  });

  it('takes the last word for whole once a space follows it', () => {
    const paragraphs = makeParagraphs(['A wart.', 'A war.', 'A peace.']);
    const [first, ...others] = createFinder(paragraphs).find('war ', { typing: true }).matches;
    expect(first?.paragraph).toBe(2);
    expect(others).toEqual([]);
  });
});

describe('quotation marks', () => {
  it.each(['"zero-sum game"', '“zero-sum game”', '«zero-sum game»', '"Zero-sum game" again'])(
    'ask for the exact words: %s',
    (query) => {
      expect(finder.find(query)).toMatchObject({ verdict: 'found', matches: [{ paragraph: 9 }] });
    },
  );

  it('leave out what has the words in another order', () => {
    const numbers = finder.find('"differences for the normalization"').matches;
    expect(numbers.map(({ paragraph }) => paragraph)).toEqual([1]);
  });

  it('around words that stand nowhere so get suggestions, never "found"', () => {
    const finding = finder.find('"game of zero-sum"');
    expect(finding.verdict).toBe('perhaps');
    expect(finding.matches[0]?.paragraph).toBe(9);
  });

  it('that are not closed do no harm', () => {
    expect(finder.find('"zero-sum game').matches[0]?.paragraph).toBe(9);
  });
});

describe('highlights', () => {
  it.each([
    ['zero-sum', ['zero-sum']],
    ['decouplng', ['decoupling']],
    ['icebreaking', ['ice-breaking']],
    ['think tanks', ['think', 'tank']],
    ['Cold War lessons', ['lessons', 'Cold', 'War']],
    ['lessons of the Cold War', ['lessons', 'of', 'the', 'Cold', 'War']],
    ['détente', ['detente']],
  ])('for %s are %j', (query, marked) => {
    expect(toMarked(finder.find(query))).toEqual(marked);
  });

  it('do not light up parts of words', () => {
    expect(toMarked(finder.find('us'))).not.toContain('because');
    for (const word of toMarked(finder.find('US'))) expect(word).toMatch(/^US'?$/iu);
  });

  it('keep to the likeliest reading of a slip', () => {
    const paragraphs = makeParagraphs(['Detente deters those whom the detected detail deterred.']);
    const [match] = createFinder(paragraphs).find('detete').matches;
    expect(match?.highlights).toEqual([{ start: 0, end: 7 }]);
  });

  it('are none where a topic is the only evidence', () => {
    const [match] = finder.find('coronavirus').matches;
    expect(match).toMatchObject({ paragraph: 7, evidence: 'topic', highlights: [] });
  });
});

describe('the sentence', () => {
  it.each([
    ['techno-nationalism', 4, 3],
    ['tug-of-war over cyberspace', 5, 4],
    ['Cold War', 9, 1],
    ['capitalism and communism', 9, 2],
    ['think tank diplomacy', 10, 2],
  ])('of %s is ¶%d:%d', (query, paragraph, sentence) => {
    expect(finder.find(query).matches[0]).toMatchObject({ paragraph, sentence });
  });
});

it('a topic stands for its paragraphs in their order', () => {
  const paragraphs = makeParagraphs(['One fish.', 'Two birds.', 'Three cats.']);
  const topics = [{ name: 'Pets', paragraphs: [3, 1], aliases: ['animals at home'] }];
  const numbers = createFinder(paragraphs, topics)
    .find('animals at home')
    .matches.map(({ paragraph }) => paragraph);
  expect(numbers).toEqual([3, 1]);
});

it('a topic whose paragraphs the library lacks is passed over', () => {
  const topics = [{ name: 'Pets', paragraphs: [9], aliases: ['animals'] }];
  expect(createFinder(makeParagraphs(['One fish.']), topics).find('animals').matches).toEqual([]);
});
