import type { Item } from '../item.ts';
import type { Locator } from '../locator.ts';

/** Where the work is to be had: its DOI as a link, which all the styles prefer, or its address. */
export function toLink({ DOI, URL }: Item): string | undefined {
  return DOI === undefined ? URL : `https://doi.org/${DOI}`;
}

/** `para. 4` or `paras. 7–8`: sentences are no part of any style, so their paragraph is cited. */
export function toParagraphs(
  { paragraphs: [from, to] }: Locator,
  one: string,
  many: string,
): string {
  return from === to ? `${one} ${from}` : `${many} ${from}–${to}`;
}

/** Page numbers with an en dash between them; an article's page in print may also be `A1`. */
export function toPages(page: string | undefined): string | undefined {
  return page?.replaceAll(/(?<=[\p{L}\p{N}])\s*[-‐‑–—]+\s*(?=[\p{L}\p{N}])/gu, '–');
}
