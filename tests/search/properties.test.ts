import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFinder } from '../../src/search/finder.ts';
import { toTokens } from '../../src/search/tokenize.ts';
import { library as shipped } from '../library.ts';
import { makeParagraphs } from './make-paragraphs.ts';

const { finder, article } = shipped.main;

/** A paragraph of the article and a slice of it, from word to word. */
const slices = (least: number) =>
  fc.constantFrom(...article.paragraphs).chain((paragraph) => {
    const tokens = toTokens(paragraph.text);
    return fc
      .tuple(fc.nat(tokens.length - least), fc.integer({ min: least, max: 30 }))
      .map(([first, count]) => {
        const start = tokens[first]?.start ?? 0;
        const end = tokens[Math.min(first + count, tokens.length) - 1]?.end ?? 0;
        return { number: paragraph.number, slice: paragraph.text.slice(start, end), start, end };
      });
  });

const words = fc.constantFrom(
  ...'trust cyberspace the decoupling Cold war US zero-sum 网络 合作 détente ＣＯＶＩＤ'.split(' '),
  ...'" “ 😂 !pizza ^ $ \u0000 \ud800 a\u0301'.split(' '),
);
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(words, { maxLength: 40 }).map((list) => list.join(' ')),
);

describe('a slice of the article of four words or more', () => {
  it('finds its paragraph first, as a phrase, with every word of it marked', () => {
    fc.assert(
      fc.property(slices(4), ({ number, slice, start, end }) => {
        const { verdict, matches } = finder.find(slice);
        expect(verdict).toBe('found');
        const verbatim = matches.filter(({ evidence }) => evidence === 'phrase');
        expect(matches.slice(0, verbatim.length)).toEqual(verbatim);
        const match = verbatim.find(({ paragraph }) => paragraph === number);
        const inside = match?.highlights.filter((mark) => mark.start >= start && mark.end <= end);
        expect(inside?.[0]?.start).toBe(start);
        expect(inside?.at(-1)?.end).toBe(end);
      }),
      { numRuns: 300 },
    );
  });

  it('is found whatever its case and its white space', () => {
    fc.assert(
      fc.property(slices(4), ({ number, slice }) => {
        const typed = `  ${slice.toUpperCase().replaceAll(' ', ' \n\t')} `;
        const phrases = finder.find(typed).matches.filter(({ evidence }) => evidence === 'phrase');
        expect(phrases.map(({ paragraph }) => paragraph)).toContain(number);
      }),
    );
  });
});

describe('whatever is typed', () => {
  it('gets marks that are whole words of the text, sorted and apart, and a sentence that exists', () => {
    fc.assert(
      fc.property(anything, fc.boolean(), (query, typing) => {
        for (const { paragraph, sentence, highlights } of finder.find(query, { typing }).matches) {
          const { text = '', sentences = [] } =
            article.paragraphs.find(({ number }) => number === paragraph) ?? {};
          expect(sentences[sentence - 1]).toBeDefined();
          let last = -1;
          for (const { start, end } of highlights) {
            expect(start).toBeGreaterThan(last);
            expect(end).toBeGreaterThan(start);
            last = end;
            expect(text.slice(start - 1, start + 1)).not.toMatch(/^[\p{L}\p{N}]{2}$/u);
            expect(text.slice(end - 1, end + 1)).not.toMatch(/^[\p{L}\p{N}]{2}$/u);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gets each paragraph at most once, best first, with scores from 0 to 1', () => {
    fc.assert(
      fc.property(anything, (query) => {
        const { matches } = finder.find(query);
        expect(new Set(matches.map(({ paragraph }) => paragraph)).size).toBe(matches.length);
        const scores = matches.map(({ score }) => score);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
        for (const score of scores) {
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('gets the same answer again, from the same finder and from another one', () => {
    const another = createFinder(article.paragraphs, article.topics);
    fc.assert(
      fc.property(anything, fc.boolean(), (query, typing) => {
        const first = finder.find(query, { typing });
        expect(finder.find(query, { typing })).toEqual(first);
        expect(another.find(query, { typing })).toEqual(first);
      }),
    );
  });

  it('finds nothing in a text that shares no character with it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-m ]{0,40}$/u), (query) => {
        const finding = createFinder(makeParagraphs(['xyz zyx', 'zzz'])).find(query);
        expect(finding).toEqual({ verdict: 'absent', matches: [] });
      }),
    );
  });
});

it('any text makes a library in which each paragraph is found by its first words', () => {
  const text = fc.oneof(
    fc.array(words, { minLength: 4, maxLength: 12 }).map((list) => list.join(' ')),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  );
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (texts) => {
      const paragraphs = makeParagraphs(texts);
      const library = createFinder(paragraphs);
      for (const { number, text: whole } of paragraphs) {
        if (toTokens(whole).length < 4 || whole.includes('"')) continue;
        const { matches } = library.find(whole);
        const phrases = matches.filter(({ evidence }) => evidence === 'phrase');
        expect(phrases.map(({ paragraph }) => paragraph)).toContain(number);
        expect(matches[0]?.evidence).toBe('phrase');
      }
    }),
  );
});

describe('hostile input', () => {
  it.each([
    ['a letter six thousand times', 'a'.repeat(6_000)],
    ['six thousand accents', `a${'\u0301'.repeat(6_000)}`],
    ['opening quotation marks', '“'.repeat(6_000)],
    ['quoted words', '"the" '.repeat(1_000)],
    ['unknown words', 'qwzx '.repeat(1_200)],
    ['slips', 'decuopling soverignty '.repeat(300)],
    ['lone surrogates', '\ud800'.repeat(6_000)],
    ['control characters', '\u0000\u0002\u0003'.repeat(2_000)],
    ['apostrophes', "'’".repeat(3_000)],
    ['full stops between letters', 'a.'.repeat(3_000)],
    ['Chinese', '网络空间'.repeat(1_500)],
    ['names of properties', 'constructor __proto__ toString hasOwnProperty'],
  ])('of %s gets an answer', (_, query) => {
    expect(['found', 'perhaps', 'absent']).toContain(finder.find(query).verdict);
    expect(['found', 'perhaps', 'absent']).toContain(finder.find(query, { typing: true }).verdict);
  });

  it('looks at no more than the beginning of a long text', () => {
    const start = article.paragraphs[4]?.text.slice(0, 300) ?? '';
    const finding = finder.find(`${start} ${'nonsense '.repeat(2_000)}`);
    expect(finding.matches[0]?.paragraph).toBe(5);
  });
});
