import type { InvertedIndex } from './inverted-index.ts';
import { findPhrase } from './phrase.ts';
import { createBestList } from './best-list.ts';
import type { TopicQualities } from './topic-index.ts';
import type { WeighedWord } from './weigh.ts';

// The usual constants of BM25.
const saturation = 1.2;
const lengthShare = 0.75;
// Of a word's worth, the part that does not depend on how often the paragraph has it.
const plainShare = 0.95;

const mostPairs = 500;

export interface CandidateSearch {
  /** The paragraphs with the most of the query's weight, at most `limit`, best first. */
  search(words: readonly WeighedWord[], topics: TopicQualities, limit: number): readonly number[];
  /** How near a count of words is to the most that counts in a paragraph: 0 to 1, as in BM25. */
  toSaturation(count: number, paragraph: number): number;
}

/** A first, cheap score from the index alone picks the paragraphs that are worth a closer look. */
export function createCandidateSearch(index: InvertedIndex): CandidateSearch {
  const norms = Float64Array.from(
    { length: index.size },
    (_, at) => saturation * (1 - lengthShare + lengthShare * index.relativeLength(at)),
  );
  const total = new Float64Array(index.size);
  const best = new Float64Array(index.size);
  const toSaturation = (count: number, paragraph: number) =>
    count / (count + (norms[paragraph] ?? saturation));

  /** The best reading of one word in each paragraph that has any. */
  const collect = ({ readings }: WeighedWord, at: number, topics: TopicQualities) => {
    const reached: number[] = [];
    const offer = (paragraph: number, value: number) => {
      const before = best[paragraph] ?? 0;
      if (before === 0) reached.push(paragraph);
      if (value > before) best[paragraph] = value;
    };
    for (const { word, next, quality } of readings) {
      if (next !== undefined) {
        for (const { paragraph } of findPhrase(index, [word, next], [0, 1], mostPairs))
          offer(paragraph, quality);
        continue;
      }
      const { paragraphs, counts } = index.postings(word);
      for (let entry = 0; entry < paragraphs.length; entry += 1) {
        const paragraph = paragraphs[entry] ?? 0;
        const often = toSaturation(counts[entry] ?? 0, paragraph);
        offer(paragraph, quality * (plainShare + (1 - plainShare) * often));
      }
    }
    for (const [paragraph, row] of topics) {
      const quality = row[at] ?? 0;
      if (quality > 0) offer(paragraph, quality * plainShare);
    }
    return reached;
  };
  return {
    toSaturation,
    search(words, topics, limit) {
      const touched: number[] = [];
      for (const [at, word] of words.entries()) {
        for (const paragraph of collect(word, at, topics)) {
          if (total[paragraph] === 0) touched.push(paragraph);
          total[paragraph] = (total[paragraph] ?? 0) + word.weight * (best[paragraph] ?? 0);
          best[paragraph] = 0;
        }
      }
      const list = createBestList(limit);
      for (const paragraph of touched) {
        list.offer(paragraph, total[paragraph] ?? 0);
        total[paragraph] = 0;
      }
      return list.toSorted();
    },
  };
}
