import Fuse, { type IFuseOptions } from 'fuse.js';
import MiniSearch from 'minisearch';
import type { Paragraph } from '../../src/article/article.ts';
import { createFinder } from '../../src/search/finder.ts';

/** Finds the numbers of paragraphs, best first. */
export type Search = (query: string) => readonly number[];

export interface Engine {
  readonly name: string;
  readonly create: (paragraphs: readonly Paragraph[]) => Search;
}

export const finder: Engine = {
  name: 'this finder',
  create(paragraphs) {
    const built = createFinder(paragraphs);
    return (query) => built.find(query).matches.map(({ paragraph }) => paragraph);
  },
};

/** The same while somebody types: without it the last word would be taken for whole. */
export const typingFinder: Engine = {
  name: 'this finder, typing',
  create(paragraphs) {
    const built = createFinder(paragraphs);
    return (query) => built.find(query, { typing: true }).matches.map(({ paragraph }) => paragraph);
  },
};

/** As its documentation suggests for search with slips: fuzzy .2, prefixes. */
export const miniSearch: Engine = {
  name: 'MiniSearch, fuzzy .2 + prefix',
  create(paragraphs) {
    const index = new MiniSearch<Paragraph>({
      idField: 'number',
      fields: ['text'],
      searchOptions: { fuzzy: 0.2, prefix: true },
    });
    index.addAll(paragraphs);
    return (query) => index.search(query).map(({ id }) => Number(id));
  },
};

export const stockFuse = createFuse('Fuse.js, default options', {});

/** The best options that were found for it: words one by one, wherever they stand. */
export const tunedFuse = createFuse('Fuse.js, token search .3', {
  useTokenSearch: true,
  threshold: 0.3,
  ignoreLocation: true,
  ignoreFieldNorm: true,
});

function createFuse(name: string, options: IFuseOptions<Paragraph>): Engine {
  return {
    name,
    create(paragraphs) {
      const fuse = new Fuse(paragraphs, { keys: ['text'], ...options });
      return (query) => fuse.search(query).map(({ item }) => item.number);
    },
  };
}
