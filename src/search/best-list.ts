/** Keeps the best few of many scored numbers without sorting them all. */
export interface BestList {
  offer(value: number, score: number): void;
  /** Best first; of equals the smaller number first. */
  toSorted(): readonly number[];
}

interface Entry {
  readonly value: number;
  readonly score: number;
}

export function createBestList(limit: number): BestList {
  let kept: Entry[] = [];
  let least = -Infinity;
  const shrink = () => {
    kept = kept.sort((a, b) => b.score - a.score || a.value - b.value).slice(0, limit);
    if (kept.length === limit) least = kept.at(-1)?.score ?? least;
  };
  return {
    offer(value, score) {
      if (score < least) return;
      kept.push({ value, score });
      // Sorting now and then is cheaper than keeping order all the time.
      if (kept.length >= 4 * limit) shrink();
    },
    toSorted() {
      shrink();
      return kept.map(({ value }) => value);
    },
  };
}
