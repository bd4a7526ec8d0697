import { isAskingWord, isStopWord } from './stop-words.ts';
import { toTokens, type Token } from './tokenize.ts';

/** What somebody typed, cut into words. */
export interface Query {
  readonly tokens: readonly Token[];
  /** The passages that stand in quotation marks: to be found word for word. */
  readonly quoted: readonly (readonly Token[])[];
  /** Nothing follows the last word: it may go on. */
  readonly open: boolean;
}

// A search field needs no more; whoever pastes a paragraph is found by its beginning.
const longestQuery = 1_000;
const mostWords = 40;
const longestWord = 60;
const mostQuoted = 4;
const quotation = /["“”„‟«»＂「」『』]([^"“”„‟«»＂「」『』]+)["“”„‟«»＂「」『』]/gu;

/** Reads anything: what has no letter or digit has no tokens. */
export function parseQuery(typed: string): Query {
  const text = typed.slice(0, longestQuery);
  const tokens = toQueryTokens(text);
  return {
    tokens,
    quoted: Array.from(text.matchAll(quotation), ([, inside = '']) => toQueryTokens(inside))
      .filter(({ length }) => length > 0)
      .slice(0, mostQuoted),
    open: tokens.at(-1)?.end === text.length,
  };
}

/**
 * The words of something typed. The last character of a run without spaces is in the pair before it
 * and says nothing more.
 */
export function toQueryTokens(text: string): readonly Token[] {
  const tokens = toTokens(text).slice(0, mostWords);
  return tokens.filter(
    ({ end, word }, index) => end !== tokens[index - 1]?.end && word.length <= longestWord,
  );
}

/** The tokens that say what is looked for. */
export function toContentTokens(tokens: readonly Token[]): readonly Token[] {
  const telling = tokens.filter(({ word }) => !isStopWord(word));
  const content = telling.filter(({ word }) => !isAskingWord(word));
  return content.length > 0 ? content : telling;
}

/** Whether the words can mark a place at all: one or two stop words stand everywhere. */
export function isTelling({ tokens }: Query): boolean {
  return tokens.length > 2 || toContentTokens(tokens).length > 0;
}
