/**
 * A place in an article: paragraphs `from` to `to`, or some sentences of a single paragraph.
 * Numbers count from 1. Whether an article has such a place is for `toPassage` to say.
 */
export interface Locator {
  readonly paragraphs: readonly [from: number, to: number];
  readonly sentences?: readonly [from: number, to: number];
}

// Unicode's hyphens, dashes, minus signs and tildes, as keyboards and word processors put them.
const DASH = /[-‐‑‒–—―−﹘﹣~〜]/u.source;
const SIGN = /(?:¶{1,2}|§{1,2}|paragraphs?|paras?|par|pp?)\.?/u.source;
const NUMBER = /(\d{1,9})/u.source;
const POINT = String.raw`(?:\s*[:.]\s*|\s*,?\s*(?:sentences?|sent\.|s\.)\s*)`;

const PARAGRAPHS = new RegExp(
  String.raw`^(?:${SIGN})?\s*${NUMBER}(?:\s*${DASH}\s*(?:${SIGN})?\s*${NUMBER})?\.?$`,
  'iu',
);
const SENTENCES = new RegExp(
  String.raw`^(?:${SIGN})?\s*${NUMBER}${POINT}${NUMBER}(?:\s*${DASH}\s*(?:(?:${SIGN})?\s*${NUMBER}${POINT})?${NUMBER})?\.?$`,
  'iu',
);

/**
 * Reads a locator as people type it: `4`, `p4`, `p. 4`, `para 4`, `¶4`, `§4`, `4.2`, `4:2–3`,
 * `7-8`, in any case and with full-width digits. A range typed backwards is turned round.
 * Returns undefined for what is not a locator; never throws.
 */
export function parseLocator(text: string): Locator | undefined {
  const typed = text.normalize('NFKC').trim();
  const paragraphs = PARAGRAPHS.exec(typed);
  if (paragraphs !== null) return { paragraphs: toRange(paragraphs[1], paragraphs[2]) };
  const sentences = SENTENCES.exec(typed);
  if (sentences === null) return undefined;
  const [, paragraph, first, again, last] = sentences;
  // `4:2-5:1` runs over a paragraph's end, which no locator can say.
  if (again !== undefined && Number(again) !== Number(paragraph)) return undefined;
  return { paragraphs: toRange(paragraph), sentences: toRange(first, last) };
}

function toRange(first: string | undefined, last = first): [number, number] {
  const [a, b] = [Number(first), Number(last)];
  return a <= b ? [a, b] : [b, a];
}

/** The canonical form, `¶4`, `¶7-8`, `¶4:2` or `¶4:2-3`: `parseLocator` reads it back. */
export function toLocatorText({ paragraphs, sentences }: Locator): string {
  const paragraph = `¶${toRangeText(paragraphs)}`;
  return sentences === undefined ? paragraph : `${paragraph}:${toRangeText(sentences)}`;
}

function toRangeText([from, to]: readonly [number, number]): string {
  return from === to ? `${from}` : `${from}-${to}`;
}

/** The locator of one whole paragraph. */
export function toParagraphLocator(number: number): Locator {
  return { paragraphs: [number, number] };
}

/** The locator of one sentence. */
export function toSentenceLocator(paragraph: number, sentence: number): Locator {
  return { paragraphs: [paragraph, paragraph], sentences: [sentence, sentence] };
}
