// Measures how long the bot takes for texts that were made to be slow, wherever a text can stand in
// an interaction: with the project's articles, and with one of 10,000 paragraphs. Prints for each
// place its worst text, by the best of three tries. `node tests/run.js tests/bench/hostile-input.ts
// big` measures the large article alone, any other word the places that have it in their names.
import { commands } from '../../commands/index.ts';
import type { Article } from '../../src/article/article.ts';
import { toDeclarations } from '../../src/declarations.ts';
import { readArticles } from '../../src/edge/read-articles.ts';
import { createLibrary } from '../../src/search/library.ts';
import { createRandom } from '../random.ts';
import { createAsker } from '../ask.ts';
import type { HostileText } from '../hostile-corpus.ts';
import type { Place } from '../hostile-places.ts';
import { toPlaces } from '../hostile-places.ts';
import { makeArticle } from '../make-article.ts';
import { toRealInteractions } from '../real-interactions.ts';
import { createBenchLibrary } from './search-library.ts';

const TRIES = 3;
const LARGE = 10_000;

interface Worst {
  readonly place: string;
  readonly text: string;
  /** Milliseconds. */
  readonly time: number;
}

/** The least milliseconds of a few tries. */
function time(run: () => unknown): number {
  const tries = Array.from({ length: TRIES }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...tries);
}

/** A computation that is always the same, to compare runs on different machines with. */
function timeReference(): number {
  return time(() => {
    const random = createRandom(1);
    return Array.from({ length: 50_000 }, random).sort((a, b) => a - b);
  });
}

function toLargeArticle({ paragraphs, topics }: Article): Article {
  const { paragraphs: many } = createBenchLibrary(paragraphs, ['cyberspace'], LARGE);
  const text = many.map((paragraph) =>
    // The speeches have some control characters, which no article may have.
    paragraph.sentences.map(({ start, end }) =>
      paragraph.text
        .slice(start, end)
        .replaceAll(/[\s\p{C}]+/gu, ' ')
        .trim(),
    ),
  );
  return { ...makeArticle(text, { id: 'large' }), topics };
}

/** The article's own words in an order of their own: each is known, and nothing fits. */
function toOwnTexts({ paragraphs }: Article): HostileText[] {
  const random = createRandom(2);
  const words = paragraphs.slice(0, 200).flatMap(({ text }) => text.split(' '));
  const mixed = words
    .map((word) => ({ word, at: random() }))
    .sort((one, next) => one.at - next.at)
    .map(({ word }) => word)
    .join(' ');
  const altered = words.map((word, index) => (index % 4 === 3 ? 'indeed' : word)).join(' ');
  const quotes = mixed.replaceAll(/(?:\S+ ){4}/gu, '“$&” ');
  return [200, 2000, 6000].flatMap((length): HostileText[] => [
    [`${length} of the article`, words.join(' ').slice(0, length)],
    [`${length} of the article altered`, altered.slice(0, length)],
    [`${length} of the article's words mixed`, mixed.slice(0, length)],
    [`${length} of quotations of its words mixed`, quotes.slice(0, length)],
  ]);
}

function measure(article: Article, filter: string): Worst[] {
  const asker = createAsker([article]);
  const reals = toRealInteractions(asker, toDeclarations(commands, createLibrary([article])));
  const own = toOwnTexts(article);
  const measurePlace = ({ name, put, texts }: Place): Worst =>
    [...texts, ...own]
      .map(([text, value]): Worst => {
        const interaction = put(value);
        return { place: name, text, time: time(() => asker.answer(interaction)) };
      })
      .reduce((worst, next) => (next.time > worst.time ? next : worst));
  const places = toPlaces(reals).filter(({ name }) => name.includes(filter));
  warmUp(() => reals.map(({ interaction }) => asker.answer(interaction)));
  return places.map(measurePlace);
}

const WARM_UP = 2000;

/** A bot that has run for a while is faster than one that just started. */
function warmUp(run: () => unknown): void {
  const end = performance.now() + WARM_UP;
  while (performance.now() < end) run();
}

function print(title: string, worsts: readonly Worst[], reference: number): void {
  const sorted = worsts.toSorted((one, next) => next.time - one.time);
  console.log(`\n${title}`);
  console.table(
    sorted.map(({ place, text, time: ms }) => ({
      place,
      'worst text': text,
      ms: ms.toFixed(2),
      'times the reference': (ms / reference).toFixed(2),
    })),
  );
}

const [, , filter = ''] = process.argv;
const [article] = readArticles('data');
if (article === undefined) throw new Error('There is no article.');
warmUp(timeReference);
const reference = timeReference();
console.log(`Reference: sorting 50,000 numbers takes ${reference.toFixed(2)} ms`);
const [title, measured] =
  filter === 'big'
    ? [`An article of ${LARGE} paragraphs`, measure(toLargeArticle(article), '')]
    : [article.item.title, measure(article, filter)];
print(title, measured, reference);
