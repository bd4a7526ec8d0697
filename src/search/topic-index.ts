import type { Topic } from '../article/article.ts';
import type { QueryWord } from './interpret.ts';
import { toContentTokens, toQueryTokens } from './query.ts';
import { toStem } from './stem.ts';
import type { Vocabulary } from './vocabulary.ts';

/** For a paragraph, how far a topic of it means each word of the query: 0 to 1. */
export type TopicQualities = ReadonlyMap<number, Float64Array>;

export interface TopicIndex {
  /** The paragraphs, from 0, of the topics that have a word of the vocabulary. */
  paragraphsOf(word: number): ReadonlySet<number>;
  look(words: readonly QueryWord[]): TopicQualities;
}

/** A name or an alias of a topic. */
interface Alias {
  /** The stems of it that tell something. */
  readonly stems: readonly string[];
  /** The topic's paragraphs, from 0, the most relevant first. */
  readonly paragraphs: readonly number[];
}

/** A stem with the aliases that have it, by their numbers: the fewer, the more it tells. */
interface Entry {
  readonly rarity: number;
  readonly aliases: readonly number[];
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
  const byStem = toEntries(aliases);
  const entryOf = (word: number) => byStem.get(vocabulary.stemOf(word));
  const rarities = aliases.map(({ stems }) =>
    stems.reduce((sum, stem) => sum + (byStem.get(stem)?.rarity ?? 0), 0),
  );

  // Of each alias, while one query is looked up: how much of it the query has, and the last word of
  // the query, counted from 1, that it has.
  const known = new Float64Array(aliases.length);
  const last = new Int32Array(aliases.length);

  /** Visits every alias that has a word of the query, once for each, with the word's best reading. */
  const visit = (
    words: readonly QueryWord[],
    note: (alias: number, at: number, quality: number) => void,
  ): void => {
    const met = new Set<Entry>();
    for (const [at, { readings }] of words.entries()) {
      for (const { word, quality } of readings) {
        const entry = entryOf(word);
        if (entry === undefined) continue;
        // Two words of the query may be forms of one word of the alias.
        const share = met.has(entry) ? 0 : entry.rarity * quality;
        met.add(entry);
        for (const alias of entry.aliases) {
          if (last[alias] === at + 1) continue;
          last[alias] = at + 1;
          known[alias] = (known[alias] ?? 0) + share;
          note(alias, at, quality);
        }
      }
    }
  };
  return {
    paragraphsOf: (word) =>
      new Set(entryOf(word)?.aliases.flatMap((alias) => aliases[alias]?.paragraphs ?? [])),
    look(words) {
      const visited: number[] = [];
      visit(words, (alias, at, quality) => visited.push(alias, at, quality));
      const qualities = new Map<number, Float64Array>();
      for (let index = 0; index < visited.length; index += 3) {
        const [alias = 0, at = 0, reading = 0] = [
          visited[index],
          visited[index + 1],
          visited[index + 2],
        ];
        const share = (known[alias] ?? 0) / (rarities[alias] ?? 1);
        let quality = reading * (leastQuality + (wholeQuality - leastQuality) * share);
        for (const paragraph of aliases[alias]?.paragraphs ?? []) {
          let row = qualities.get(paragraph);
          if (row === undefined) qualities.set(paragraph, (row = new Float64Array(words.length)));
          if (quality > (row[at] ?? 0)) row[at] = quality;
          quality *= nextParagraph;
        }
      }
      for (let index = 0; index < visited.length; index += 3) {
        known[visited[index] ?? 0] = 0;
        last[visited[index] ?? 0] = 0;
      }
      return qualities;
    },
  };
}

function toEntries(aliases: readonly Alias[]): ReadonlyMap<string, Entry> {
  const byStem = new Map<string, number[]>();
  for (const [alias, { stems }] of aliases.entries()) {
    for (const stem of stems) {
      const known = byStem.get(stem);
      if (known) known.push(alias);
      else byStem.set(stem, [alias]);
    }
  }
  const toRarity = (count: number) => Math.log(1 + aliases.length / count);
  return new Map(
    Array.from(byStem, ([stem, having]) => [
      stem,
      { aliases: having, rarity: toRarity(having.length) },
    ]),
  );
}

/** Stop words of an alias say nothing, unless it has no others. */
function toAliasStems(alias: string, vocabulary: Vocabulary): readonly string[] {
  const tokens = toQueryTokens(alias);
  const content = toContentTokens(tokens);
  const words = (content.length > 0 ? content : tokens).map(({ word }) => word);
  for (const word of words) vocabulary.add(word);
  return [...new Set(words.map(toStem))];
}
