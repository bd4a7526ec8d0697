import type { Item, ItemType } from '../item.ts';
import type { Locator } from '../locator.ts';
import { parseDate } from './dates.ts';
import { toParagraphs } from './location.ts';
import { toNameParts } from './names.ts';

const TYPES: Record<ItemType, string> = {
  'article-newspaper': 'NEWS',
  'article-magazine': 'MGZN',
  'article-journal': 'JOUR',
  'post-weblog': 'BLOG',
  webpage: 'ELEC',
  report: 'RPRT',
  speech: 'GEN',
  chapter: 'CHAP',
  book: 'BOOK',
};

/**
 * A record in RIS (Research Information Systems' format, "RIS Format Specifications"): lines of a tag,
 * two spaces, a hyphen, a space and a value; `TY` first, `ER` last. Names are `Family, Given, Suffix`;
 * names and periodicals may not contain an asterisk. RIS has no paragraph number: a note says it.
 */
export function toRis(item: Item, locator?: Locator): string {
  const [first, last] = item.page?.split(/\s*[–—‐‑-]+\s*/u) ?? [];
  const lines: (readonly [tag: string, value: string | undefined])[] = [
    ['TY', TYPES[item.type]],
    ...(item.author ?? []).map(
      (name) => ['AU', withoutAsterisk(toNameParts(name).join(', '))] as const,
    ),
    ['TI', item.title],
    ['T2', withoutAsterisk(item['container-title'])],
    ['PB', item.publisher],
    ['M3', item.genre],
    ['VL', item.volume],
    ['IS', item.issue],
    ['SP', first],
    ['EP', last],
    ['PY', parseDate(item.issued)?.year],
    ['DA', toDate(item.issued)],
    ['Y2', toDate(item.accessed)],
    ['DO', item.DOI],
    ['UR', item.URL],
    ['LA', item.language],
    ['N1', locator && toParagraphs(locator, 'para.', 'paras.')],
  ];
  const record = lines.flatMap(([tag, value]) => (value ? [`${tag}  - ${value}`] : []));
  return [...record, 'ER  - '].join('\n');
}

/** `YYYY/MM/DD/`, with the slashes of what is not known. */
function toDate(text: string | undefined): string | undefined {
  const date = parseDate(text);
  const [year, month = '', day = ''] = text?.split('-') ?? [];
  return date && `${year}/${month}/${day}/`;
}

function withoutAsterisk(text: string | undefined): string | undefined {
  return text?.replaceAll('*', '').trim();
}
