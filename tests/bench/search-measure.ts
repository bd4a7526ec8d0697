import { setTimeout } from 'node:timers/promises';
import type { Paragraph } from '../../src/article/article.ts';
import type { Engine, Search } from './search-engines.ts';
import { createRandom } from '../random.ts';

/** An engine with its index, and what the index took. */
export interface Built {
  readonly name: string;
  readonly search: Search;
  readonly seconds: number;
  readonly megabytes: number;
}

export interface Success {
  readonly asked: number;
  readonly right: number;
}

// A slow engine answers as many queries as it can in this time, in ms, and no fewer than three.
const budget = 10_000;
const fewest = 3;

/** In an order that has nothing to do with what they are: any beginning is a fair sample. */
export function toShuffled<Value>(values: readonly Value[]): readonly Value[] {
  const random = createRandom(1);
  return values
    .map((value) => ({ value, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ value }) => value);
}

/** In megabytes, after what the last engine left behind is gone. */
async function measureMemory(): Promise<number> {
  await setTimeout(50);
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

export async function buildEngine(
  { name, create }: Engine,
  paragraphs: readonly Paragraph[],
): Promise<Built> {
  const before = await measureMemory();
  const start = performance.now();
  const search = create(paragraphs);
  const seconds = (performance.now() - start) / 1000;
  return { name, search, seconds, megabytes: (await measureMemory()) - before };
}

/**
 * Milliseconds of each query, in order, as far as the time allows. An engine that can answer them
 * in a tenth of that time has run warm before.
 */
export function timeQueries(search: Search, queries: readonly string[]): readonly number[] {
  const cold = performance.now();
  for (const query of queries) if (performance.now() < cold + budget / 10) search(query);
  const end = performance.now() + budget;
  const times: number[] = [];
  for (const query of queries) {
    if (performance.now() > end && times.length >= fewest) break;
    const start = performance.now();
    search(query);
    times.push(performance.now() - start);
  }
  return times;
}

/** How many queries get one of their right paragraphs first, of as many as the time allows. */
export function countRight(
  search: Search,
  queries: readonly { readonly query: string; readonly right: readonly number[] }[],
): Success {
  const end = performance.now() + budget;
  let asked = 0;
  let correct = 0;
  for (const { query, right } of queries) {
    if (performance.now() > end && asked >= fewest) break;
    const [first] = search(query);
    asked += 1;
    if (first !== undefined && right.includes(first)) correct += 1;
  }
  return { asked, right: correct };
}
