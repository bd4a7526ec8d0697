import type { Span } from '../article/article.ts';
import { compareEdges, compareWording, type Difference } from './quote-differences.ts';
import { hasGap, matchFragments } from './quote-fragments.ts';
import { findWords, toSpan, type QuoteSource } from './quote-source.ts';
import { toVisible, toWords } from './quote-words.ts';

export interface NearMatch {
  readonly span: Span;
  /** Every ellipsis and bracket, and of each other kind the first. Never empty for what is not verbatim. */
  readonly differences: readonly Difference[];
}

/** The first passage that has the words of a quotation, apart from what an editor may change. */
export function matchNearly(source: QuoteSource, text: string): NearMatch | undefined {
  const visible = toVisible(text);
  const noted: Difference[] = visible === text ? [] : [{ kind: 'invisible', text: '', source: '' }];
  // [T]oday: a letter in brackets is a letter of the word.
  const plain = visible.replaceAll(INITIAL, (brackets, letter: string) => {
    noted.push({ kind: 'brackets', text: brackets, source: '' });
    return letter;
  });
  const match = matchWords(source, plain) ?? matchWithGaps(source, plain);
  return match && { span: match.span, differences: toNotable([...noted, ...match.differences]) };
}

const INITIAL = /(?<![\p{L}\p{M}\p{N}])\[(\p{L})\](?=\p{L})/gu;

function matchWords(source: QuoteSource, text: string): NearMatch | undefined {
  const quoted = { text, words: toWords(text) };
  const [start] = findWords(source, quoted.words);
  if (start === undefined) return undefined;
  const passage = {
    text: source.text,
    words: source.words.slice(start, start + quoted.words.length),
  };
  const { span, differences } = compareEdges(quoted, passage);
  return { span, differences: [...compareWording(quoted, passage), ...differences] };
}

function matchWithGaps(source: QuoteSource, text: string): NearMatch | undefined {
  // Without one, it would be looked for once more as a whole.
  if (!hasGap(text)) return undefined;
  const match = matchFragments(source, text);
  return match && { span: toSpan(source, match.from, match.to), differences: match.differences };
}

function toNotable(differences: readonly Difference[]): Difference[] {
  return differences.filter(
    ({ kind }, index) =>
      kind === 'ellipsis' ||
      kind === 'brackets' ||
      differences.findIndex((other) => other.kind === kind) === index,
  );
}
