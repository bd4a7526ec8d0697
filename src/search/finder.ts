import type { Paragraph, Span, Topic } from '../article/article.ts';

/** What a match rests on, strongest first. */
export type Evidence = 'phrase' | 'words' | 'corrected' | 'topic' | 'resemblance';

/** A paragraph that speaks to the query. */
export interface Match {
  /** The paragraph's number. */
  readonly paragraph: number;
  /** How much of the query the paragraph accounts for: 0 (nothing) to 1 (verbatim). */
  readonly score: number;
  readonly evidence: Evidence;
  /** Number (from 1) of the sentence where the evidence is. */
  readonly sentence: number;
  /** Whole words of the paragraph's text that matched: sorted, disjoint, offsets into that text. */
  readonly highlights: readonly Span[];
}

/**
 * `found`: the article speaks of this. `perhaps`: it may be what was meant. `absent`: it does not
 * speak of this, and the matches (if any) are only the nearest passages.
 */
export interface Finding {
  readonly verdict: 'found' | 'perhaps' | 'absent';
  /** Best first; every paragraph at most once. */
  readonly matches: readonly Match[];
}

export interface FindOptions {
  /** The last word may be half typed, as while somebody is typing. Default: false. */
  readonly typing?: boolean;
}

export interface Finder {
  find(query: string, options?: FindOptions): Finding;
}

/** Builds the index once; `find` is then pure and synchronous. */
export function createFinder(
  _paragraphs: readonly Paragraph[],
  _topics: readonly Topic[] = [],
): Finder {
  return { find: () => ({ verdict: 'absent', matches: [] }) };
}
