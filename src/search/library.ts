import type { Article, Paragraph } from '../article/article.ts';
import { once } from '../article/once.ts';
import type { QuoteChecker } from './check-quote.ts';
import { createQuoteChecker } from './check-quote.ts';
import { createFinder } from './finder.ts';
import type { Finder } from './finder.ts';

/** An article with its index. */
export interface Edition {
  readonly article: Article;
  readonly finder: Finder;
  /** Finds the article's topics by name or alias: paragraph n of it is topic n. */
  readonly subjects: Finder;
  readonly checkQuote: QuoteChecker;
  /** The same for the title, which is no passage. */
  readonly checkTitle: QuoteChecker;
}

/** What the bot can quote from. */
export interface Library {
  /** By the article's id; never empty. */
  readonly editions: ReadonlyMap<string, Edition>;
  /** The one that is meant when none is named: the first. */
  readonly main: Edition;
}

/** Indexes the articles; throws a RangeError when there is none. */
export function createLibrary(articles: readonly Article[]): Library {
  const editions = new Map(articles.map((article) => [article.id, createEdition(article)]));
  const [main] = editions.values();
  if (main === undefined) throw new RangeError('A library needs an article.');
  return { editions, main };
}

function createEdition(article: Article): Edition {
  const { item, paragraphs } = article;
  return {
    article,
    finder: createFinder(paragraphs, article.topics),
    subjects: createSubjectFinder(article),
    checkQuote: createQuoteChecker(paragraphs),
    checkTitle: createQuoteChecker([toParagraph(item.title, 1)]),
  };
}

/** Makes its index when it is first asked: a bot is to start fast, and there are few subjects. */
function createSubjectFinder({ topics }: Article): Finder {
  const finder = once(() =>
    createFinder(
      topics.map(({ name }, index) => toParagraph(name, index + 1)),
      topics.map((topic, index) => ({ ...topic, paragraphs: [index + 1] })),
    ),
  );
  return { find: (typed, options) => finder().find(typed, options) };
}

function toParagraph(text: string, number: number): Paragraph {
  return { number, text, sentences: [{ start: 0, end: text.length }] };
}

/** Names of the topics that fit what has been typed so far, best first; all of them for nothing. */
export function findSubjects({ article: { topics }, subjects }: Edition, typed: string): string[] {
  if (typed === '') return topics.map(({ name }) => name);
  return subjects
    .find(typed, { typing: true })
    .matches.flatMap(({ paragraph }) => topics[paragraph - 1]?.name ?? []);
}
