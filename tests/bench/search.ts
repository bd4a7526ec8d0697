// Measures the finder against stock Fuse.js, tuned Fuse.js and MiniSearch in one run: how often the
// right paragraph comes first, how long a query takes, and what an index costs. Prints tables.
import { readFileSync } from 'node:fs';
import { readArticles } from '../../src/edge/read-articles.ts';
import { finder, miniSearch, stockFuse, tunedFuse, typingFinder } from './search-engines.ts';
import type { Engine, Search } from './search-engines.ts';
import { toHostileTexts } from '../hostile-corpus.ts';
import { createBenchLibrary, type BenchLibrary } from './search-library.ts';
import { buildEngine, countRight, timeQueries, toShuffled } from './search-measure.ts';
import { toQuantile } from './quantile.ts';

interface LabelledQuery {
  readonly query: string;
  readonly family: string;
  readonly relevant: readonly number[];
}

const longestQuery = 200;
const hiddenFamilies = ['phrase', 'typo', 'misquote', 'question'];
const engines = [finder, miniSearch, stockFuse, tunedFuse];

const labelled = JSON.parse(
  readFileSync('tests/search/queries.json', 'utf8'),
) as readonly LabelledQuery[];
const queries = toShuffled(labelled);
const typed = queries.map(({ query }) => query.slice(0, longestQuery));

/** How good a search is in each family: the share that is right, and of how many. */
function judge(search: Search, library: BenchLibrary): Readonly<Record<string, string>> {
  const cells = hiddenFamilies.map((family) => {
    const asked = queries
      .filter((query) => query.family === family)
      .map(({ query, relevant }) => ({ query, right: relevant.map(library.toHidden) }));
    const success = countRight(search, asked);
    return [family, `${(success.right / success.asked).toFixed(2)} of ${success.asked}`] as const;
  });
  return Object.fromEntries(cells);
}

/** Times beside our own: ratios are of the same queries, as many as the other one answered. */
function toTimeCells(times: readonly number[], own: readonly number[]) {
  const same = own.slice(0, times.length);
  const toRatio = (share: number) =>
    `${(toQuantile(times, share) / toQuantile(same, share)).toPrecision(3)} x`;
  return {
    'median ms': toQuantile(times, 0.5).toPrecision(3),
    'p95 ms': toQuantile(times, 0.95).toPrecision(3),
    'median ratio': toRatio(0.5),
    'p95 ratio': toRatio(0.95),
    queries: times.length,
  };
}

/** Prints what the engines cost and, where asked for, how good they are; returns our own times. */
async function compare(
  library: BenchLibrary,
  judged: readonly Engine[],
): Promise<readonly number[]> {
  const quality: Readonly<Record<string, string>>[] = [];
  const costs: Readonly<Record<string, string | number>>[] = [];
  let own: readonly number[] = [];
  for (const engine of engines) {
    const { name, search, seconds, megabytes } = await buildEngine(engine, library.paragraphs);
    const times = timeQueries(search, typed);
    if (engine === finder) own = times;
    costs.push({
      engine: name,
      ...toTimeCells(times, own),
      'built in s': seconds.toFixed(1),
      'memory MB': megabytes.toFixed(0),
    });
    if (judged.includes(engine)) quality.push({ engine: name, ...judge(search, library) });
  }
  console.log(`\nThe article hidden in ${library.paragraphs.length} paragraphs: right one first`);
  console.table(quality);
  console.log('What it costs');
  console.table(costs);
  return own;
}

function printTyping(library: BenchLibrary): void {
  const search = typingFinder.create(library.paragraphs);
  const starts = typed.flatMap((query) => [2, 3, 5, 8, 13].map((end) => query.slice(0, end)));
  const times = timeQueries(search, starts);
  const [median, p95] = [toQuantile(times, 0.5), toQuantile(times, 0.95)];
  console.log(`While typing: median ${median.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms`);
  const hostile = toHostileTexts(longestQuery).map(([name, query]) => {
    const again = Array.from({ length: 9 }, () => query);
    return { name, time: toQuantile(timeQueries(search, again), 0.5) };
  });
  const worst = hostile.reduce((a, b) => (b.time > a.time ? b : a));
  console.log(
    `Hostile queries of ${longestQuery} characters: worst ${worst.time.toFixed(1)} ms (${worst.name})`,
  );
}

function toGrowth(small: readonly number[], large: readonly number[], share: number): string {
  return `${(toQuantile(large, share) / toQuantile(small, share)).toFixed(1)} x`;
}

async function main(): Promise<void> {
  const [article] = readArticles('data');
  if (!article) throw new Error('There is no article to hide.');
  const terms = queries
    .filter(({ family }) => family === 'keyword' || family === 'phrase')
    .map(({ query }) => query);
  const createLibrary = (size: number) => createBenchLibrary(article.paragraphs, terms, size);
  const small = await compare(createLibrary(10_000), engines);
  printTyping(createLibrary(10_000));
  const large = await compare(createLibrary(100_000), [finder]);
  console.log(
    `From 10000 to 100000: median ${toGrowth(small, large, 0.5)}, p95 ${toGrowth(small, large, 0.95)}`,
  );
}

void main();
