import { createBestList } from './best-list.ts';
import { createCandidateSearch } from './candidates.ts';
import type { QueryWord } from './interpret.ts';
import type { InvertedIndex } from './inverted-index.ts';
import { isTelling, type Query } from './query.ts';
import { toLexicon } from './occurrences.ts';
import { createScorer, type Scored } from './score.ts';
import type { TopicIndex } from './topic-index.ts';
import { findVerbatim, toOffsets, type VerbatimPlaces } from './verbatim.ts';
import type { Vocabulary } from './vocabulary.ts';
import { toWeighed, type WeighedWord } from './weigh.ts';

/** What a query comes to: the paragraphs with their scores, and what they were scored by. */
export interface Ranking {
  readonly words: readonly WeighedWord[];
  /** Where the whole query stands word for word, and how far its words are from the first. */
  readonly verbatim: VerbatimPlaces;
  readonly offsets: readonly number[];
  /** What the query puts in quotation marks, if anything, stands somewhere: only there is looked. */
  readonly quoted: boolean;
  /** Best first; of equals the one that comes first in the library. */
  readonly scored: readonly Scored[];
}

export interface Ranker {
  rank(query: Query, words: readonly QueryWord[]): Ranking;
}

const closerLook = 40;

/** Two steps: the index names the candidates, and each of them gets a closer look. */
export function createRanker(
  index: InvertedIndex,
  vocabulary: Vocabulary,
  topics: TopicIndex,
): Ranker {
  const candidates = createCandidateSearch(index);
  /** The paragraphs that have a phrase most often for their length. */
  const toBest = (places: VerbatimPlaces): readonly number[] => {
    const list = createBestList(closerLook);
    for (const [at, positions] of places)
      list.offer(at, candidates.toSaturation(positions.length, at));
    return list.toSorted();
  };
  const findQuoted = ({ quoted }: Query): VerbatimPlaces => {
    const [first, ...others] = quoted.map((tokens) => findVerbatim(index, vocabulary, tokens));
    return new Map([...(first ?? [])].filter(([at]) => others.every((places) => places.has(at))));
  };
  return {
    rank(query, queryWords) {
      const words = toWeighed(index, topics, queryWords);
      const meant = topics.look(words);
      const verbatim = findVerbatim(index, vocabulary, isTelling(query) ? query.tokens : []);
      const quoted = findQuoted(query);
      const scorer = createScorer(index, words, toLexicon(words), (count, at) =>
        candidates.toSaturation(count, at),
      );
      const looked =
        quoted.size > 0
          ? toBest(quoted)
          : [...toBest(verbatim), ...candidates.search(words, meant, closerLook)];
      const scored = [...new Set(looked)]
        .map((paragraph) =>
          scorer.score({
            paragraph,
            meant: meant.get(paragraph),
            verbatim: verbatim.has(paragraph),
          }),
        )
        .sort((a, b) => b.score - a.score || a.paragraph - b.paragraph);
      const offsets = toOffsets(query.tokens);
      const isQuoted = query.quoted.length === 0 || quoted.size > 0;
      return { words, verbatim, offsets, quoted: isQuoted, scored };
    },
  };
}
