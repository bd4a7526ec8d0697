import type { WeighedWord } from './weigh.ts';

/** Words that are this much further apart than in the query are not near each other. */
const farthest = 10;
// When no two words of the query are there, nothing is known of their order.
const unknownCloseness = 0.5;

/**
 * How nearly the words of a query stand in a paragraph as they stand in the query: 1 in the same
 * order and at the same distance, 0 scattered. `hits` has the positions of each word, if any.
 */
export function toCloseness(
  words: readonly WeighedWord[],
  hits: readonly { readonly positions: readonly number[] }[],
): number {
  let weights = 0;
  let near = 0;
  for (const [at, word] of words.entries()) {
    const before = words[at - 1];
    const first = hits[at - 1]?.positions ?? [];
    const second = hits[at]?.positions ?? [];
    if (!before || first.length === 0 || second.length === 0) continue;
    const weight = before.weight + word.weight;
    weights += weight;
    near += weight * toNearness(first, second, word.token.position - before.token.position);
  }
  if (weights > 0) return near / weights;
  return words.length > 1 ? unknownCloseness : 1;
}

/** The nearest two positions, against the distance that was typed. */
function toNearness(first: readonly number[], second: readonly number[], typed: number): number {
  let least = farthest;
  for (const a of first) for (const b of second) least = Math.min(least, Math.abs(b - a - typed));
  return 1 - least / farthest;
}
