import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { library } from '../library.ts';

interface LabelledQuery {
  readonly query: string;
  readonly family: string;
  /** The paragraphs that answer it; none for what the article does not speak of. */
  readonly relevant: readonly number[];
}

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
// Written by somebody who had seen neither the topics nor the code.
const queries = JSON.parse(read('queries.json')) as readonly LabelledQuery[];
// What people type into a chat that has nothing to do with the article.
const offTopic = JSON.parse(read('off-topic.json')) as readonly string[];
const { finder } = library.main;

/** The share of a family's queries that have an answer among the first few matches. */
function toSuccess(family: string, first: number): number {
  const ofFamily = queries.filter((query) => query.family === family);
  const answered = ofFamily.filter(({ query, relevant }) =>
    finder
      .find(query)
      .matches.slice(0, first)
      .some(({ paragraph }) => relevant.includes(paragraph)),
  );
  return answered.length / ofFamily.length;
}

/** The share of queries, all off topic, that get one of these verdicts. */
function toVerdictShare(typed: readonly string[], ...verdicts: readonly string[]): number {
  return (
    typed.filter((query) => verdicts.includes(finder.find(query).verdict)).length / typed.length
  );
}

describe('the right paragraph comes first', () => {
  it.each([
    ['keyword', 0.99],
    ['phrase', 0.99],
    ['misquote', 0.99],
    ['typo', 0.97],
    ['question', 0.95],
    ['paraphrase', 0.6],
  ])('for %s queries in at least %d of all cases', (family, least) => {
    expect(toSuccess(family, 1)).toBeGreaterThanOrEqual(least);
  });

  it('or is among the first three for paraphrases in at least .85 of all cases', () => {
    expect(toSuccess('paraphrase', 3)).toBeGreaterThanOrEqual(0.85);
  });
});

describe('what the article does not speak of', () => {
  const labelled = queries.filter(({ family }) => family === 'offtopic').map(({ query }) => query);

  it('is presented as found in at most .02 of all cases', () => {
    expect(toVerdictShare([...labelled, ...offTopic], 'found')).toBeLessThanOrEqual(0.02);
  });

  it('gets a suggestion in at most .20 of all cases', () => {
    expect(toVerdictShare([...labelled, ...offTopic], 'found', 'perhaps')).toBeLessThanOrEqual(0.2);
  });
});

it('the query set has at least a hundred queries in seven families', () => {
  expect(queries.length).toBeGreaterThanOrEqual(100);
  expect(new Set(queries.map(({ family }) => family)).size).toBe(7);
});
