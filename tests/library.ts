import { fileURLToPath } from 'node:url';
import { readArticles } from '../src/edge/read-articles.ts';
import { createLibrary } from '../src/search/library.ts';

/** All articles that are there: those of the project, and what was added to them. */
export const everyArticle = readArticles(fileURLToPath(new URL('../data', import.meta.url)));

/** The one that the tests speak of. */
export const articles = everyArticle.filter(({ id }) => id === 'cai-2022');

export const library = createLibrary(articles);
