import { setTimeout as sleep } from 'node:timers/promises';

/** Asks so many times a second, by the clock, whether answers come or not. */
export async function pace<Answer>(
  ask: () => Promise<Answer>,
  rate: number,
  seconds: number,
): Promise<Promise<Answer>[]> {
  const asked: Promise<Answer>[] = [];
  const start = performance.now();
  while (asked.length < rate * seconds) {
    const due = Math.ceil(((performance.now() - start) / 1000) * rate);
    while (asked.length < Math.min(due, rate * seconds)) asked.push(ask());
    await sleep(1);
  }
  return asked;
}

/** How many interactions are under way at the same time when as many as possible are to be. */
const CONCURRENCY = 64;

/** Asks so many times, always as many at once as `CONCURRENCY`, and waits for all answers. */
export async function flood(ask: () => Promise<unknown>, count: number): Promise<void> {
  let left = count;
  const work = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await ask();
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
}
