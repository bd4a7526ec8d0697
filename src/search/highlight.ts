import type { Paragraph, Span } from '../article/article.ts';
import type { InvertedIndex } from './inverted-index.ts';
import type { Ranking } from './rank.ts';
import type { Scored } from './score.ts';

export interface Marked {
  readonly sentence: number;
  readonly highlights: readonly Span[];
}

/** A word of the text that has to do with the query. */
interface Mark {
  readonly span: Span;
  /** Which word of the query it stands for. */
  readonly word: number;
  readonly worth: number;
}

// Beside a word itself, its poorer readings are chance: who finds "detente" did not mean "deter".
const leastShare = 0.85;
const verbatimWorth = 100;

/**
 * Finds the matching words in the author's text and the sentence that has the most of them. Where
 * the query stands verbatim all its words are marked, stop words too.
 */
export function markParagraph(
  index: InvertedIndex,
  paragraph: Paragraph,
  { words, verbatim, offsets }: Ranking,
  { paragraph: at, occurrences }: Scored,
): Marked {
  const best = new Float64Array(words.length);
  for (const { at: word, reading } of occurrences)
    best[word] = Math.max(best[word] ?? 0, reading.quality);
  const phrases = (verbatim.get(at) ?? []).flatMap((start) =>
    offsets.map((offset, order) => ({
      span: index.spanOf(at, start + offset, start + offset),
      word: -1 - order,
      worth: verbatimWorth,
    })),
  );
  const marks = occurrences
    .filter(({ at: word, reading }) => reading.quality >= leastShare * (best[word] ?? 0))
    .map(({ at: word, reading, first, last }) => ({
      span: index.spanOf(at, first, last),
      word,
      worth: reading.quality * (words[word]?.weight ?? 0),
    }));
  const all = [...phrases, ...marks];
  return {
    sentence: toSentence(paragraph, all),
    highlights: toDisjoint(all.map(({ span }) => span)),
  };
}

/** Number of the sentence in which the words of the query weigh most, each counted once. */
function toSentence({ sentences }: Paragraph, marks: readonly Mark[]): number {
  const worths = sentences.map(({ start, end }) => {
    const best = new Map<number, number>();
    for (const { span, word, worth } of marks)
      if (span.start >= start && span.start < end)
        best.set(word, Math.max(best.get(word) ?? 0, worth));
    return [...best.values()].reduce((sum, worth) => sum + worth, 0);
  });
  return Math.max(0, worths.indexOf(Math.max(...worths))) + 1;
}

/** Sorted, without overlaps: pairs of characters share one with their neighbours. */
function toDisjoint(spans: readonly Span[]): readonly Span[] {
  const disjoint: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = disjoint.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else disjoint.push({ start, end });
  }
  return disjoint;
}
