import { toCloseness } from './closeness.ts';
import type { Evidence } from './finder.ts';
import type { InvertedIndex } from './inverted-index.ts';
import { findOccurrences, type Lexicon, type Occurrence } from './occurrences.ts';
import type { WeighedWord } from './weigh.ts';

export interface Scored {
  readonly paragraph: number;
  readonly score: number;
  readonly evidence: Evidence;
  readonly occurrences: readonly Occurrence[];
}

/** What is known of a candidate before it is looked at. */
export interface Candidate {
  readonly paragraph: number;
  /** For each word of the query how far a topic of the paragraph means it. */
  readonly meant: Float64Array | undefined;
  /** The paragraph has the whole query word for word. */
  readonly verbatim: boolean;
}

export interface Scorer {
  score(candidate: Candidate): Scored;
}

/** A word of the query in one paragraph: its best reading there. */
interface Hit {
  readonly evidence: Evidence;
  readonly quality: number;
  readonly positions: readonly number[];
}

const closenessShare = 0.12;
const frequencyShare = 0.05;
const verbatimShare = 0.03;
// Below this share of the query's weight a paragraph only resembles what was asked.
const leastCoverage = 0.4;

/**
 * The score is the share of the query's weight that the paragraph accounts for, each word by the
 * quality of its best reading there, less up to 17 % where the words are scattered or rare in it.
 * A paragraph that has the whole query verbatim gets .97 to 1.
 */
export function createScorer(
  index: InvertedIndex,
  words: readonly WeighedWord[],
  lexicon: Lexicon,
  toSaturation: (count: number, paragraph: number) => number,
): Scorer {
  const whole = words.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const toShare = (toValue: (hit: Hit) => number, hits: readonly Hit[]) => {
    let sum = 0;
    for (const [at, hit] of hits.entries()) sum += (words[at]?.weight ?? 0) * toValue(hit);
    return sum / whole;
  };
  return {
    score({ paragraph, meant, verbatim }) {
      const occurrences = findOccurrences(index, lexicon, paragraph);
      const hits = toHits(words.length, occurrences, meant);
      const frequency = toShare(({ positions }) => toSaturation(positions.length, paragraph), hits);
      if (verbatim) {
        const score = 1 - verbatimShare + verbatimShare * frequency;
        return { paragraph, score, evidence: 'phrase', occurrences };
      }
      const coverage = toShare(({ quality }) => quality, hits);
      const closeness = toCloseness(words, hits);
      const loss = closenessShare * (1 - closeness) + frequencyShare * (1 - frequency);
      const evidence = coverage < leastCoverage ? 'resemblance' : toEvidence(words, hits);
      return { paragraph, score: coverage * (1 - loss), evidence, occurrences };
    },
  };
}

/** The best that the text has for each word; where a topic means it better, that it does. */
function toHits(
  count: number,
  occurrences: readonly Occurrence[],
  meant: Float64Array | undefined,
): readonly Hit[] {
  const best: { evidence: Evidence; quality: number; positions: number[] }[] = [];
  for (let at = 0; at < count; at += 1)
    best.push({ evidence: 'resemblance', quality: 0, positions: [] });
  for (const { at, reading, first } of occurrences) {
    const hit = best[at];
    if (!hit || reading.quality < hit.quality) continue;
    if (reading.quality > hit.quality) hit.positions = [];
    hit.positions.push(first);
    hit.quality = reading.quality;
    hit.evidence = reading.evidence;
  }
  for (const [at, hit] of best.entries()) {
    const quality = meant?.[at] ?? 0;
    if (quality <= hit.quality) continue;
    hit.quality = quality;
    hit.evidence = 'topic';
  }
  return best;
}

/** What the greater part of the evidence is; any correction is said. */
function toEvidence(words: readonly WeighedWord[], hits: readonly Hit[]): Evidence {
  const masses = { phrase: 0, words: 0, corrected: 0, topic: 0, resemblance: 0 };
  let all = 0;
  for (const [at, { weight }] of words.entries()) {
    const hit = hits[at];
    if (!hit) continue;
    masses[hit.evidence] += weight * hit.quality;
    all += weight * hit.quality;
  }
  if (masses.topic > all / 2) return 'topic';
  if (masses.resemblance > all / 2) return 'resemblance';
  return masses.corrected > 0 ? 'corrected' : 'words';
}
