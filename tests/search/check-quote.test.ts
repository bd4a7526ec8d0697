import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toLocatorText } from '../../src/article/locator.ts';
import { createQuoteChecker, type QuoteVerdict } from '../../src/search/check-quote.ts';
import type { Place } from '../../src/search/quote-source.ts';
import { articles } from '../library.ts';
import { makeArticle } from '../make-article.ts';

const { paragraphs, source } = articles.find(({ id }) => id === 'cai-2022') ?? makeArticle([]);
const check = createQuoteChecker(paragraphs);

/** A verdict in one line: `-missing-`, `+added+`, `-author's-+quoted+`. */
function toLine(verdict: QuoteVerdict): string {
  switch (verdict.kind) {
    case 'verbatim':
      return `verbatim ${verdict.occurrences}× ${at(verdict.places)}`;
    case 'near-verbatim':
      return `near ${at(verdict.places)}: ${verdict.differences.map(({ kind }) => kind).join(' ')}`;
    case 'altered':
      return `altered ${at(verdict.places)}: ${verdict.segments
        .map(({ kind, text, source: own }) =>
          kind === 'same'
            ? text
            : [own && `-${own.trim()}-`, text && `+${text.trim()}+`, ' '].join(''),
        )
        .join('')}`.trim();
    case 'splice':
      return `splice ${verdict.parts.map(({ text, places }) => `${at(places) || '?'} ${text}`).join(' | ')}`;
    case 'absent':
      return 'absent';
  }
}

function at(places: readonly Place[]): string {
  return places.map(({ locator }) => toLocatorText(locator)).join(' ');
}

describe('what a quotation of the op-ed is', () => {
  test.each([
    ['Both countries should fully recognize the benefits', 'verbatim 1× ¶7:2'],
    ['cooperation in cyberspace. The debate between', 'verbatim 1× ¶5:3-4'],
    ['the US', 'verbatim 17× ¶1:2'],
    ["the US' effort at containment", 'verbatim 1× ¶3:2'],
    ['  “First, the consensus between China and the US”\n', 'verbatim 1× ¶7:1'],
    ['the security dilemma in cyberspace.\n\nThe current competition', 'verbatim 1× ¶1:2 ¶2:1'],
    ['the security dilemma in cyberspace.\nThe current competition', 'verbatim 1× ¶1:2 ¶2:1'],

    ['both countries SHOULD fully recognize', 'near ¶7:2: case'],
    ['Both countries, should fully recognize the benefits.', 'near ¶7:2: punctuation'],
    ['the US’ effort at containment', 'near ¶3:2: typography'],
    ['win–win cooperation between the two', 'near ¶6:1: typography'],
    ['win win cooperation between the two', 'near ¶6:1: punctuation'],
    ['Both  countries\nshould fully recognize', 'near ¶7:2: spacing'],
    ['the security dilemma in cyberspace. The current competition', 'near ¶1:2 ¶2:1: spacing'],
    ['Both coun\u00ADtries should\u200B fully recognize', 'near ¶7:2: invisible'],
    ['\u202EBoth countries should fully\u202C', 'near ¶7:2: invisible'],
    ['**Both countries** should fully recognize', 'near ¶7:2: punctuation'],
    ['“[T]he competition between the US and China”', 'near ¶4:4: brackets'],
    ['[t]he competition between the US and China in cyberspace will', 'near ¶4:4: brackets case'],
    ['Both countries should … recognize the benefits', 'near ¶7:2: ellipsis'],
    ['...should fully recognize the benefits...', 'near ¶7:2: ellipsis ellipsis'],
    ['a medium to promote the bilateral process [of trust]', 'near ¶10:3: brackets'],
    [
      '[The US] sought to control the global information flow […] and so influence',
      'near ¶5:2: brackets ellipsis',
    ],
    ['The US intend[ed] to maintain its absolute dominance', 'near ¶3:1: brackets'],
    ['the following three aspects. [...] The US intends to maintain', 'near ¶2:1 ¶3:1: ellipsis'],

    [
      'The US should maintain its absolute dominance',
      'altered ¶3:1: The US -intends to-+should+ maintain its absolute dominance',
    ],
    [
      'coexistence between capitalism and socialism is essential',
      'altered ¶9:2: coexistence between capitalism and -communism-+socialism+ is essential',
    ],
    [
      'The US and China should not get rid of the influence',
      'altered ¶9:4: The US and China should +not+ get rid of the influence',
    ],
    [
      'Both countries should recognize the benefits',
      'altered ¶7:2: Both countries should -fully- recognize the benefits',
    ],
    ['the normalization of China', 'altered ¶1:1: the normalization of China-US-'],
    [
      'guided by its aggressive nationalism',
      'altered ¶4:3: guided by its aggressive -techno-- nationalism',
    ],
    ['ilateral relations and the promotion', 'absent'],
    [
      'The US intends to maintain its dominance and strengthen its strategic competitiveness',
      'altered ¶3:1: The US intends to maintain its -absolute dominance in cyberspace, incorporate cybersecurity into its national security strategy,-+dominance+ and strengthen its strategic competitiveness',
    ],
    // The same letters to the eye, but not the same: a Cyrillic а.
    [
      'Both countries should fully recognize the b\u0435nefits',
      'altered ¶7:2: Both countries should fully recognize the -benefits-+bеnefits+',
    ],

    [
      'China firmly upholds the autonomy and security of cyberspace. Both countries should fully recognize the benefits',
      'splice ¶5:3 China firmly upholds the autonomy and security of cyberspace | ¶7:2 Both countries should fully recognize the benefits',
    ],
    [
      'Finally, China and the US should seize the historical opportunity, says Cai. First, the consensus between China and the US should be promoted',
      'splice ¶10:1 Finally, China and the US should seize the historical opportunity | ? says Cai | ¶7:1 First, the consensus between China and the US should be promoted',
    ],
    [
      'Both countries should fully recognize the benefits. First, the consensus between China and the US',
      'splice ¶7:2 Both countries should fully recognize the benefits | ¶7:1 First, the consensus between China and the US',
    ],
    ['mutual … aggressive … polarization', 'absent'],

    ['China should start a war against the US tomorrow morning', 'absent'],
    ['violence', 'absent'],
    ['', 'absent'],
    ['“”', 'absent'],
    ['?!', 'absent'],
  ])('%s', (text, expected) => {
    expect(toLine(check(text))).toBe(expected);
  });
});

describe('a text in other scripts', () => {
  const other = createQuoteChecker(
    makeArticle([
      ['网络空间的安全、稳定与统一，对两国的长远发展非常重要。', '两国应当充分认识合作的机遇。'],
      ['Ångström said: “Naïve, isn’t it?” It cost $5.50 (non-violence, 3.2%), 102 m.'],
      ['He wrote that [sic] was … odd.'],
    ]).paragraphs,
  );

  test.each([
    ['稳定与统一，对两国的长远发展', 'verbatim 1× ¶1:1'],
    ['稳定与统一,对两国的长远发展', 'near ¶1:1: typography'],
    ['稳定和统一，对两国的长远发展', 'altered ¶1:1: 稳定-与-+和+ 统一，对两国的长远发展'],
    ['两国应当……认识合作的机遇', 'near ¶1:2: ellipsis'],
    ['Ångström said'.normalize('NFD'), 'near ¶2:1: typography'],
    ['ångström said'.normalize('NFD'), 'near ¶2:1: case typography'],
    ['Angstrom said', 'absent'],
    ['“Naïve, isn’t it?”', 'verbatim 1× ¶2:1'],
    ['"Naïve, isn\'t it?"', 'near ¶2:1: typography'],
    ['said: Naïve, is it?', 'altered ¶2:1: said: Naïve, -isn’t-+is+ it?'],
    ['It cost $5.50', 'verbatim 1× ¶2:1'],
    ['It cost €5.50', 'altered ¶2:1: It cost -$-+€+ 5.50'],
    ['3.2%), 10² m', 'altered ¶2:1: 3.2%), -102-+10²+ m'],
    ['𝟑.𝟐%), 𝟏𝟎𝟐 m', 'near ¶2:1: typography'],
    ['It cost $5', 'altered ¶2:1: It cost $-5.50-+5+'],
    ['violence', 'altered ¶2:1: -non-- violence'],
    ['violence, 3.2%', 'altered ¶2:1: -non-- violence, 3.2%'],
    ['wrote that [sic] was … odd', 'verbatim 1× ¶3:1'],
    ['wrote that [sic] was ... odd', 'near ¶3:1: typography'],
  ])('%s', (text, expected) => {
    expect(toLine(other(text))).toBe(expected);
  });
});

const words = [...source.matchAll(/\S+/gu)];
/** Slices of the article from the beginning of a word to the end of another. */
const slices = fc
  .tuple(fc.nat(words.length - 3), fc.integer({ min: 3, max: 60 }))
  .map(([from, length]) => {
    const [first, last] = [words[from], words[Math.min(from + length, words.length) - 1]];
    return source.slice(first?.index, (last?.index ?? 0) + (last?.[0].length ?? 0));
  });

/** Whether the article has this text, whole words only; written without the checker's means. */
function isSlice(text: string): boolean {
  for (let start = source.indexOf(text); start >= 0; start = source.indexOf(text, start + 1)) {
    const end = start + text.length;
    const isWordBefore = /(?:[\p{L}\p{N}]|\p{L}[-'])$/u.test(source.slice(0, start));
    const isWordAfter = /^(?:[\p{L}\p{N}]|[-']\p{L})/u.test(source.slice(end));
    if (!isWordBefore && !isWordAfter) return true;
  }
  return false;
}

describe('for every slice of three words or more', () => {
  test('it is verbatim, and the places are slices that make it up', () => {
    fc.assert(
      fc.property(slices, (slice) => {
        const verdict = check(slice);
        expect(verdict.kind).toBe('verbatim');
        expect(
          placesOf(verdict)
            .map(({ text }) => text)
            .join('\n\n'),
        ).toBe(slice);
      }),
      { numRuns: 300 },
    );
  });

  test('any change of a letter is caught', () => {
    const letters = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzé', '');
    fc.assert(
      fc.property(slices, fc.nat(), letters, fc.boolean(), (slice, where, letter, isInserted) => {
        const letterAt = [...slice.matchAll(/\p{L}/gu)].map(({ index }) => index);
        const position = letterAt[where % letterAt.length] ?? 0;
        const changed =
          slice.slice(0, position) + letter + slice.slice(position + (isInserted ? 0 : 1));
        fc.pre(changed !== slice && !isSlice(changed.trim()));
        const verdict = check(changed);
        expect(verdict.kind).not.toBe('verbatim');
        // What is the same but for case is near; nothing else is.
        fc.pre(changed.toLowerCase() !== slice.toLowerCase() && changed.length > 40);
        expect(verdict.kind).not.toBe('near-verbatim');
      }),
      { numRuns: 500 },
    );
  });

  test.each<[string, (text: string) => string, string]>([
    ['in capitals', (text) => text.toUpperCase(), 'case'],
    ['with line breaks', (text) => text.replaceAll(' ', '\n'), 'spacing'],
    ['with non-breaking spaces', (text) => text.replaceAll(' ', '\u00A0'), 'spacing'],
    ['with zero-width spaces', (text) => text.replaceAll('e', 'e\u200B'), 'invisible'],
    ['in full-width letters', (text) => text.replaceAll(/[a-z]/gu, toFullWidth), 'typography'],
    ['without punctuation', (text) => text.replaceAll(/[.,;:]/gu, ''), 'punctuation'],
    [
      'with typographic marks',
      (text) => text.replaceAll("'", '’').replaceAll('-', '‑'),
      'typography',
    ],
  ])('%s it is near-verbatim, and that is said', (_how, change, kind) => {
    fc.assert(
      fc.property(slices, (slice) => {
        const changed = change(slice);
        fc.pre(!isSlice(changed.trim()));
        const differences = [expect.objectContaining({ kind })];
        expect(check(changed)).toMatchObject({
          kind: 'near-verbatim',
          differences: expect.arrayContaining(differences),
        });
      }),
    );
  });
});

describe('whatever it is given', () => {
  const garbage = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom('…', '[the US]', '“', '\u202E', 'a\u0300\u0301\u0302', '🇨🇳', '> ', '\n\n'),
  );
  const anything = fc
    .array(fc.oneof({ weight: 2, arbitrary: slices }, { weight: 1, arbitrary: garbage }), {
      maxLength: 6,
    })
    .map((pieces) => pieces.join(' '));

  test('places and segments are the article’s and the quotation’s own characters', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const verdict = check(text);
        for (const { locator, span, text: shown } of placesOf(verdict)) {
          const paragraph = paragraphs[locator.paragraphs[0] - 1];
          expect(paragraph?.text.slice(span.start, span.end)).toBe(shown);
          expect(shown).not.toBe('');
        }
        if (verdict.kind === 'near-verbatim') expect(verdict.differences).not.toEqual([]);
        if (verdict.kind !== 'altered') return;
        expect(verdict.segments.map((segment) => segment.source).join('')).toBe(
          verdict.places.map((place) => place.text).join('\n\n'),
        );
        expect(text.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')).toContain(
          verdict.segments.map((segment) => segment.text).join(''),
        );
        expect(verdict.segments.some(({ kind }) => kind !== 'same')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    'a\u0300\u0301\u0302\u0303'.repeat(1_200),
    '\u202Eabc\u2066 '.repeat(1_000),
    'a '.repeat(3_000),
    '[a '.repeat(2_000),
    '[x] the '.repeat(750),
    'of the … '.repeat(660),
    `x${' '.repeat(5_998)}y`,
    'a-'.repeat(3_000),
    '\uD83D'.repeat(6_000),
    '“'.repeat(6_000),
    '\u200B'.repeat(6_000),
  ])('6,000 characters of nonsense are absent %#', (text) => {
    expect(check(text)).toEqual({ kind: 'absent' });
  });
});

function placesOf(verdict: QuoteVerdict): readonly Place[] {
  if (verdict.kind === 'absent') return [];
  return verdict.kind === 'splice' ? verdict.parts.flatMap(({ places }) => places) : verdict.places;
}

function toFullWidth(letter: string): string {
  return String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0);
}
