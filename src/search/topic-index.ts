import type { Topic } from '../article/article.ts';
import type { QueryWord } from './interpret.ts';
import { parseQuery, toContentTokens } from './query.ts';
import { toStem } from './stem.ts';
import type { Vocabulary } from './vocabulary.ts';

/** For a paragraph, how far a topic of it means each word of the query: 0 to 1. */
export type TopicQualities = ReadonlyMap<number, Float64Array>;

export interface TopicIndex {
  /** The paragraphs, from 0, of the topics that have a word of the vocabulary. */
  paragraphsOf(word: number): ReadonlySet<number>;
  look(words: readonly QueryWord[]): TopicQualities;
}

/** A name or an alias of a topic, as the stems that tell something. */
interface Alias {
  readonly stems: readonly string[];
  /** The topic's paragraphs, from 0, the most relevant first. */
  readonly paragraphs: readonly number[];
}

// A word that an alias shares with the query counts for this much, and for more the more of the
// alias the query has: "ping-pong" alone says less than "ping-pong diplomacy".
const leastQuality = 0.45;
const wholeQuality = 0.93;
// A topic's paragraphs are listed the most relevant first.
const nextParagraph = 0.94;

/**
 * Looks the words of a query up in the names and aliases of topics, which stand for paragraphs:
 * that is how a paragraph is found by what its author says in other words. Adds the words to the
 * vocabulary, so that slips in them are corrected too.
 */
export function createTopicIndex(
  topics: readonly Topic[],
  vocabulary: Vocabulary,
  places: ReadonlyMap<number, number>,
): TopicIndex {
  const aliases = topics.flatMap(({ name, aliases: others, paragraphs }) =>
    [...new Set([name, ...others])].map((alias) => ({
      stems: toAliasStems(alias, vocabulary),
      paragraphs: paragraphs.flatMap((number) => places.get(number) ?? []),
    })),
  );
  const byStem = new Map<string, Alias[]>();
  for (const alias of aliases)
    for (const stem of alias.stems) byStem.set(stem, [...(byStem.get(stem) ?? []), alias]);
  const aliasesOf = (word: number) => byStem.get(vocabulary.stemOf(word)) ?? [];
  const rarity = (stem: string) => Math.log(1 + aliases.length / (byStem.get(stem)?.length ?? 1));

  /** For each alias that shares a word with the query: by word of the query, stem and quality. */
  const findShared = (words: readonly QueryWord[]) => {
    const shared = new Map<Alias, Map<number, { stem: string; quality: number }>>();
    for (const [at, { readings }] of words.entries()) {
      for (const { word, quality } of readings) {
        const stem = vocabulary.stemOf(word);
        for (const alias of aliasesOf(word)) {
          const entries = shared.get(alias) ?? new Map<number, { stem: string; quality: number }>();
          if (quality > (entries.get(at)?.quality ?? 0)) entries.set(at, { stem, quality });
          shared.set(alias, entries);
        }
      }
    }
    return shared;
  };
  return {
    paragraphsOf: (word) => new Set(aliasesOf(word).flatMap(({ paragraphs }) => paragraphs)),
    look(words) {
      const qualities = new Map<number, Float64Array>();
      for (const [{ stems, paragraphs }, entries] of findShared(words)) {
        const known = new Map([...entries.values()].map(({ stem, quality }) => [stem, quality]));
        const share = toShare(stems, known, rarity);
        const quality = leastQuality + (wholeQuality - leastQuality) * share;
        for (const [rank, paragraph] of paragraphs.entries()) {
          const row = qualities.get(paragraph) ?? new Float64Array(words.length);
          qualities.set(paragraph, row);
          for (const [at, entry] of entries)
            row[at] = Math.max(row[at] ?? 0, entry.quality * quality * nextParagraph ** rank);
        }
      }
      return qualities;
    },
  };
}

/** Stop words of an alias say nothing, unless it has no others. */
function toAliasStems(alias: string, vocabulary: Vocabulary): readonly string[] {
  const { tokens } = parseQuery(alias);
  const content = toContentTokens(tokens);
  const words = (content.length > 0 ? content : tokens).map(({ word }) => word);
  for (const word of words) vocabulary.add(word);
  return [...new Set(words.map(toStem))];
}

/** How much of an alias is known, rare words counting for more. */
function toShare(
  stems: readonly string[],
  known: ReadonlyMap<string, number>,
  rarity: (stem: string) => number,
): number {
  const whole = stems.reduce((sum, stem) => sum + rarity(stem), 0);
  return stems.reduce((sum, stem) => sum + rarity(stem) * (known.get(stem) ?? 0), 0) / whole;
}
