import { fileURLToPath } from 'node:url';
import { readArticles } from '../src/edge/read-articles.ts';
import { createLibrary } from '../src/search/library.ts';

/** The articles that the project ships. */
export const articles = readArticles(fileURLToPath(new URL('../data', import.meta.url)));

export const library = createLibrary(articles);
