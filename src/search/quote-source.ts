import { PARAGRAPH_BREAK, type Paragraph, type Span } from '../article/article.ts';
import type { Locator } from '../article/locator.ts';
import { toWords, type Word } from './quote-words.ts';

/** Some of one paragraph's text. */
export interface Place {
  /** The sentences that it touches. */
  readonly locator: Locator;
  /** Offsets into the paragraph's text. */
  readonly span: Span;
  /** `paragraph.text.slice(span.start, span.end)` */
  readonly text: string;
}

/** A word of the article. */
export interface SourceWord extends Word {
  readonly paragraph: number;
}

/** An article's text as quotations are looked up in it. */
export interface QuoteSource {
  /** The paragraphs joined by `PARAGRAPH_BREAK`. */
  readonly text: string;
  readonly words: readonly SourceWord[];
  /** For each norm, the indices of its words, ascending. */
  readonly positions: ReadonlyMap<string, readonly number[]>;
  /** Whether a quotation may begin or end at this offset: not within a word or a hyphened compound. */
  isBoundary(offset: number): boolean;
  /** The places that a span of `text` covers, one for each paragraph it touches. */
  toPlaces(span: Span): Place[];
}

/** Prepares paragraphs, in order, for any number of look-ups. */
export function createQuoteSource(paragraphs: readonly Paragraph[]): QuoteSource {
  const text = paragraphs.map((paragraph) => paragraph.text).join(PARAGRAPH_BREAK);
  const starts = toStarts(paragraphs);
  const words = paragraphs.flatMap((paragraph, index) =>
    toWords(paragraph.text).map((word) => toSourceWord(word, starts[index] ?? 0, index)),
  );
  const inside = toInside(text, words);
  return {
    text,
    words,
    positions: toPositions(words),
    isBoundary: (offset) => !inside.has(offset),
    toPlaces: (span) =>
      paragraphs.flatMap((paragraph, index) => toPlace(paragraph, starts[index] ?? 0, span) ?? []),
  };
}

function toStarts(paragraphs: readonly Paragraph[]): number[] {
  let start = 0;
  return paragraphs.map(({ text }) => {
    const own = start;
    start += text.length + PARAGRAPH_BREAK.length;
    return own;
  });
}

function toSourceWord(word: Word, offset: number, paragraph: number): SourceWord {
  return { ...word, start: word.start + offset, end: word.end + offset, paragraph };
}

/** The offsets that lie within a word, a compound or a character. */
function toInside(text: string, words: readonly Word[]): ReadonlySet<number> {
  const inside = new Set<number>();
  words.forEach(({ start, end, joined }, index) => {
    const from = joined ? (words[index - 1]?.end ?? start) : start + 1;
    for (let offset = from; offset < end; offset += 1) inside.add(offset);
  });
  for (const { index } of text.matchAll(/[\p{M}\p{DI}]/gu)) inside.add(index);
  for (const { index } of text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)) inside.add(index + 1);
  return inside;
}

function toPositions(words: readonly Word[]): ReadonlyMap<string, readonly number[]> {
  const positions = new Map<string, number[]>();
  words.forEach(({ norm }, index) => {
    const known = positions.get(norm);
    if (known === undefined) positions.set(norm, [index]);
    else known.push(index);
  });
  return positions;
}

function toPlace(
  { number, text, sentences }: Paragraph,
  offset: number,
  whole: Span,
): Place | undefined {
  const span = {
    start: Math.max(0, whole.start - offset),
    end: Math.min(text.length, whole.end - offset),
  };
  if (span.start >= span.end) return undefined;
  const first = sentences.findIndex(({ end }) => end > span.start) + 1;
  const last = sentences.findLastIndex(({ start }) => start < span.end) + 1;
  const isKnown = first > 0 && last >= first;
  return {
    locator: {
      paragraphs: [number, number],
      ...(isKnown && { sentences: [first, last] as const }),
    },
    span,
    text: text.slice(span.start, span.end),
  };
}

/** Where these words stand one after another, whole compounds only: the index of the first, ascending. */
export function findWords({ words, positions }: QuoteSource, sought: readonly Word[]): number[] {
  const starts = positions.get(sought[0]?.norm ?? '') ?? [];
  return starts.filter(
    (start) =>
      words[start]?.joined === false &&
      words[start + sought.length]?.joined !== true &&
      sought.every(({ norm }, index) => norm === words[start + index]?.norm),
  );
}

/** The span of the words from one index up to another, exclusive. */
export function toSpan({ words }: QuoteSource, from: number, to: number): Span {
  return { start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 };
}

/** How many of the words the article has not, or not so often: no passage can have them. */
export function countForeign({ positions }: QuoteSource, words: readonly Word[]): number {
  const counts = new Map<string, number>();
  return words.filter(({ norm }) => {
    const count = (counts.get(norm) ?? 0) + 1;
    counts.set(norm, count);
    return count > (positions.get(norm)?.length ?? 0);
  }).length;
}
