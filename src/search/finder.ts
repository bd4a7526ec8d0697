import type { Paragraph, Span, Topic } from '../article/article.ts';
import { markParagraph, type Marked } from './highlight.ts';
import { createInterpreter } from './interpret.ts';
import { createInvertedIndex } from './inverted-index.ts';
import { parseQuery } from './query.ts';
import { createRanker } from './rank.ts';
import type { Scored } from './score.ts';
import { createTopicIndex } from './topic-index.ts';
import { createVocabulary } from './vocabulary.ts';

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

// Thresholds on the score, set where the project's queries and off-topic ones part: docs/search.md.
const foundFrom = 0.6;
const perhapsFrom = 0.28;
const nearestFrom = 0.12;
const mostMatches = 25;

/**
 * Builds the index once; `find` is then pure and synchronous, and takes any text: what is beyond
 * the first 1,000 characters or 40 words is not looked at.
 *
 * @example
 * const finder = createFinder(article.paragraphs, article.topics);
 * finder.find('tecnology decopling').matches[0]; // { paragraph: 4, evidence: 'corrected', … }
 */
export function createFinder(
  paragraphs: readonly Paragraph[],
  topics: readonly Topic[] = [],
): Finder {
  const vocabulary = createVocabulary();
  const texts = paragraphs.map(({ text }) => text);
  const index = createInvertedIndex(texts, vocabulary);
  const places = new Map(paragraphs.map(({ number }, at) => [number, at]));
  const topicIndex = createTopicIndex(topics, vocabulary, places);
  const interpreter = createInterpreter(vocabulary);
  const ranker = createRanker(index, vocabulary, topicIndex);

  return {
    find(typed, { typing = false } = {}) {
      const query = parseQuery(typed);
      const ranking = ranker.rank(query, interpreter.interpret(query, typing));
      const near = ranking.scored.filter(({ score }) => score >= nearestFrom);
      return {
        verdict: toVerdict(near[0]?.score ?? 0, ranking.quoted),
        matches: near.slice(0, mostMatches).flatMap((scored) => {
          const paragraph = paragraphs[scored.paragraph];
          if (!paragraph) return [];
          const mark = () => markParagraph(index, paragraph, ranking, scored);
          return [new LazyMatch(paragraph.number, scored, mark)];
        }),
      };
    },
  };
}

/** Finds its highlights when it is asked for them: of many matches few are shown. */
class LazyMatch implements Match {
  readonly paragraph: number;
  readonly score: number;
  readonly evidence: Evidence;
  readonly #mark: () => Marked;
  #marked: Marked | undefined;

  constructor(paragraph: number, { score, evidence }: Scored, mark: () => Marked) {
    this.paragraph = paragraph;
    this.score = score;
    this.evidence = evidence;
    this.#mark = mark;
  }

  get sentence(): number {
    return (this.#marked ??= this.#mark()).sentence;
  }

  get highlights(): readonly Span[] {
    return (this.#marked ??= this.#mark()).highlights;
  }
}

/** Nothing counts as found while words in quotation marks stand nowhere as they are quoted. */
function toVerdict(score: number, quoted: boolean): Finding['verdict'] {
  if (score >= foundFrom && quoted) return 'found';
  return score >= perhapsFrom ? 'perhaps' : 'absent';
}
