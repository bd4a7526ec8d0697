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
