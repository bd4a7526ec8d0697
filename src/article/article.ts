import type { Item } from './item.ts';
import type { Locator } from './locator.ts';

/** A half-open range `[start, end)` of UTF-16 code units, as `String.prototype.slice` takes it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * One paragraph of the author's text. Its number counts from 1 and is frozen once published;
 * the sentences are spans of `text`, in order, with only white space between them.
 */
export interface Paragraph {
  readonly number: number;
  readonly text: string;
  readonly sentences: readonly Span[];
}

/** A subject that the article speaks of and the words people use for it: ours, not the author's. */
export interface Topic {
  readonly name: string;
  /** Numbers of the paragraphs that speak of it, the most relevant first. */
  readonly paragraphs: readonly number[];
  readonly aliases: readonly string[];
}

/** What we say of the author's view, in our words, and where the author says it. */
export interface Statement {
  readonly text: string;
  readonly at: Locator;
}

/** A step of the argument. */
export interface Step extends Statement {
  readonly heading: string;
}

/** Something that the author proposes. */
export interface Recommendation extends Step {
  /** The sentence in which the author says it best. */
  readonly key: Locator;
}

/** Somebody who wrote the article. */
export interface Author {
  readonly name: string;
  /** What the author is, as the source says: "professor at …". */
  readonly affiliation?: string;
}

/** An author's text with what is known about it. */
export interface Article {
  /** Names the article in buttons and options: `[a-z0-9-]`, 1-16 characters. */
  readonly id: string;
  /** The bibliographic facts, in CSL's terms. */
  readonly item: Item;
  /** The authors as the article prints them. */
  readonly authors: readonly Author[];
  /** Who published it at `item.URL` on `item.issued`, where that is not the container itself. */
  readonly postedBy?: string;
  readonly rights: string;
  /** The paragraphs joined by blank lines: every passage is a slice of it. */
  readonly source: string;
  /** SHA-256 of the UTF-8 bytes of `source`, in hexadecimal. */
  readonly sha256: string;
  readonly paragraphs: readonly Paragraph[];
  readonly thesis: readonly Statement[];
  readonly outline: readonly Step[];
  readonly recommendations: readonly Recommendation[];
  readonly topics: readonly Topic[];
}

/** What stands between two paragraphs in `Article.source`. */
export const PARAGRAPH_BREAK = '\n\n';
