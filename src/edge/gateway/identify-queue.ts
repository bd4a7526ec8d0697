import { setTimeout as sleep } from 'node:timers/promises';
import { EXIT, Stop } from '../exit.ts';

/** Waits until a shard may send IDENTIFY. Rejects with a Stop when it has sent too many. */
export type IdentifyQueue = (shard: number, signal: AbortSignal) => Promise<void>;

/**
 * Between two IDENTIFYs of shards whose numbers have the same remainder by `max_concurrency`, in
 * milliseconds (Discord's documentation, "Rate Limits" of sharding).
 */
const SPACING = 5000;

/**
 * Sessions that a shard may start in ten minutes. Discord resets the token of a bot that starts a
 * thousand in a day, and one that refuses every session would have it start one every few seconds.
 */
const MOST = 5;
const WINDOW = 600_000;

export interface IdentifyQueueOptions {
  /** Milliseconds between two sessions that are started. Default: what Discord asks for. */
  readonly spacing?: number;
  /** Milliseconds since any moment. */
  readonly now?: () => number;
  /** Rejects when the signal is given before so many milliseconds are over. */
  readonly wait?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
}

/** @param concurrency Discord's `max_concurrency`. */
export function createIdentifyQueue(
  concurrency: number,
  {
    spacing = SPACING,
    now = () => performance.now(),
    wait = (milliseconds, signal) => sleep(milliseconds, undefined, { signal }),
  }: IdentifyQueueOptions = {},
): IdentifyQueue {
  const free = new Map<number, number>();
  const starts = new Map<number, number[]>();
  return async (shard, signal) => {
    const bucket = shard % concurrency;
    const at = Math.max(now(), free.get(bucket) ?? 0);
    const recent = (starts.get(shard) ?? []).filter((time) => at - time < WINDOW);
    if (recent.length >= MOST) throw toStop(shard);
    free.set(bucket, at + spacing);
    await wait(at - now(), signal);
    starts.set(shard, [...recent, at]);
  };
}

function toStop(shard: number): Stop {
  return new Stop(
    EXIT.tryLater,
    `Discord has ended ${MOST} sessions of shard ${shard} within ten minutes. Start the bot again later: each start counts towards the thousand a day after which Discord resets the token. https://discordstatus.com says how Discord is.`,
  );
}
