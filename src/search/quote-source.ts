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
  /** The number of a norm, counted from 0; -1 if the article does not have it. */
  readonly idOf: (norm: string) => number;
  /** For each word the number of its norm. */
  readonly ids: Int32Array;
  /** For each norm by its number, the indices of its words, ascending. */
  readonly positions: readonly (readonly number[])[];
  /** For each word 1 if it begins a paragraph, else 0. */
  readonly beginnings: Uint8Array;
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
  const known = new Map<string, number>();
  for (const { norm } of words) if (!known.has(norm)) known.set(norm, known.size);
  const idOf = (norm: string): number => known.get(norm) ?? -1;
  const ids = Int32Array.from(words.map(({ norm }) => idOf(norm)));
  const inside = toInside(text, words);
  return {
    text,
    words,
    idOf,
    ids,
    positions: toPositions(ids, known.size),
    beginnings: Uint8Array.from(
      words.map(({ paragraph }, index) => (paragraph === words[index - 1]?.paragraph ? 0 : 1)),
    ),
    isBoundary: (offset) => inside[offset] !== 1,
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

/** For each offset 1 if it lies within a word, a compound or a character, else 0. */
function toInside(text: string, words: readonly Word[]): Uint8Array {
  const inside = new Uint8Array(text.length);
  words.forEach(({ start, end, joined }, index) => {
    inside.fill(1, joined ? (words[index - 1]?.end ?? start) : start + 1, end);
  });
  for (const { index } of text.matchAll(/[\p{M}\p{DI}]/gu)) inside[index] = 1;
  for (const { index } of text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)) inside[index + 1] = 1;
  return inside;
}

function toPositions(ids: Int32Array, count: number): number[][] {
  const positions = Array.from({ length: count }, (): number[] => []);
  ids.forEach((id, index) => positions[id]?.push(index));
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
export function findWords(source: QuoteSource, sought: readonly Word[]): number[] {
  const ids = sought.map(({ norm }) => source.idOf(norm));
  return findRuns(source, ids).filter(
    (start) =>
      source.words[start]?.joined === false && source.words[start + sought.length]?.joined !== true,
  );
}

/** Where words with these norms stand one after another: the index of the first, ascending. */
export function findRuns({ ids, positions }: QuoteSource, sought: readonly number[]): number[] {
  // There are the fewest places to look at where the rarest of them stands.
  const places = sought.map((id) => positions[id] ?? []);
  const rarest = places.reduce(
    (best, { length }, index) => (length < (places[best]?.length ?? 0) ? index : best),
    0,
  );
  const starts: number[] = [];
  for (const place of places[rarest] ?? []) {
    const start = place - rarest;
    let index = 0;
    while (index < sought.length && ids[start + index] === sought[index]) index += 1;
    if (index === sought.length) starts.push(start);
  }
  return starts;
}

/** The span of the words from one index up to another, exclusive. */
export function toSpan({ words }: QuoteSource, from: number, to: number): Span {
  return { start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 };
}

/** How many of the words the article has not, or not so often: no passage can have them. */
export function countForeign({ idOf, positions }: QuoteSource, words: readonly Word[]): number {
  const counts = new Map<number, number>();
  return words.filter(({ norm }) => {
    const id = idOf(norm);
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return count > (positions[id]?.length ?? 0);
  }).length;
}
