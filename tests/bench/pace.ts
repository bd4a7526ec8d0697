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

/** The value below which this share of the sorted ones lies. */
export function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? Number.NaN;
}
