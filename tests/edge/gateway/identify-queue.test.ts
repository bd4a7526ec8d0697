import { beforeEach, describe, expect, it } from 'vitest';
import { createIdentifyQueue } from '../../../src/edge/gateway/identify-queue.ts';

const MINUTE = 60_000;
const { signal } = new AbortController();

/** The clock of the test: it stands still but for what is waited. */
let time = 0;
const now = () => time;

beforeEach(() => {
  time = 0;
});

/** When each shard may start, in milliseconds. */
async function toStarts(concurrency: number, shards: readonly number[]): Promise<number[]> {
  const waits: number[] = [];
  const wait = async (milliseconds: number) => void waits.push(milliseconds);
  const queue = createIdentifyQueue(concurrency, { now, wait });
  for (const shard of shards) await queue(shard, signal);
  return waits;
}

describe('sessions are started', () => {
  it.each([
    [1, [0, 1, 2], [0, 5000, 10_000]],
    [2, [0, 1, 2, 3, 4], [0, 0, 5000, 5000, 10_000]],
    [16, [0, 5, 15, 16, 21], [0, 0, 0, 5000, 5000]],
  ])('%i at a time, five seconds apart: shards %j at %j', async (concurrency, shards, starts) => {
    expect(await toStarts(concurrency, shards)).toEqual(starts);
  });

  it('not a sixth time within ten minutes by the same shard, but after them', async () => {
    const queue = createIdentifyQueue(1, { now, wait: async () => undefined });
    for (let start = 0; start < 5; start += 1) {
      await queue(7, signal);
      time += MINUTE;
    }
    await expect(queue(7, signal)).rejects.toMatchObject({ code: 75 });
    await expect(queue(8, signal)).resolves.toBeUndefined();
    time = 10 * MINUTE + 1;
    await expect(queue(7, signal)).resolves.toBeUndefined();
  });

  it('not by a connection that ends meanwhile, which does not count', async () => {
    const queue = createIdentifyQueue(1, { now, wait: async () => Promise.reject(new Error()) });
    for (let start = 0; start < 10; start += 1)
      await expect(queue(0, signal)).rejects.not.toMatchObject({ code: 75 });
  });
});
