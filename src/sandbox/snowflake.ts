/** Milliseconds since 1970 at which Discord's ids begin: the first second of 2015. */
const discordEpoch = 1_420_070_400_000n;
const timestampShift = 22n;
const increments = 4096n;

/**
 * Makes ids as Discord does: milliseconds since 2015 above 22 bits, a counter in the lowest 12.
 * @returns a function that returns a new id, greater than all before, at each call
 */
export function createSnowflakes(now: () => number = Date.now): () => string {
  let lastMillisecond = 0n;
  let increment = 0n;
  return () => {
    const current = BigInt(now()) - discordEpoch;
    increment = current > lastMillisecond ? 0n : increment + 1n;
    if (current > lastMillisecond) lastMillisecond = current;
    // A full counter borrows the next millisecond, so that no id repeats.
    if (increment === increments) {
      lastMillisecond += 1n;
      increment = 0n;
    }
    return String((lastMillisecond << timestampShift) | increment);
  };
}

/** Which of `count` shards gets the events of a guild; direct messages go to shard 0. */
export function shardOf(guildId: string | undefined, count: number): number {
  return guildId === undefined || !/^\d+$/.test(guildId)
    ? 0
    : Number((BigInt(guildId) >> timestampShift) % BigInt(count));
}
