import type { Item, ItemType, Name } from '../item.ts';
import type { Locator } from '../locator.ts';
import { parseDate } from './dates.ts';
import { toLink } from './location.ts';
import { isEastAsian, toFamilyName, toInitials, toPlainName } from './names.ts';
import { endWith, join, toSentences } from './punctuation.ts';

/** The letters for kinds of documents (annex B of the standard). */
const MARKS: Record<ItemType, string> = {
  'article-newspaper': 'N',
  'article-magazine': 'J',
  'article-journal': 'J',
  'post-weblog': 'EB',
  webpage: 'EB',
  report: 'R',
  speech: 'Z',
  chapter: 'M',
  book: 'M',
};

/**
 * An entry of a numbered list after GB/T 7714—2015, punctuated in half width. Up to three authors,
 * family name in capitals and initials without points (8.1.1, 8.1.2); without an author the title
 * comes first (8.1.3). What is online (`/OL`) carries the day on which it was read. The place of
 * publication, which we do not know, is left out.
 */
export function toGbtEntry(item: Item): string {
  const isOnline = toLink(item) !== undefined;
  const mark = `[${MARKS[item.type]}${isOnline ? '/OL' : ''}]`;
  const host = item.type === 'chapter' && item['container-title'];
  const title = `${item.title}${mark}${host ? `//${host}` : ''}`;
  const read = isOnline && parseDate(item.accessed) !== undefined ? `[${item.accessed}]` : '';
  const source = `${toSource(item, isOnline)}${read}`;
  return `[1] ${toSentences([toAuthors(item), title, source, item.URL, item.DOI && `DOI:${item.DOI}`])}`;
}

/**
 * The citation in the text: the standard puts the page cited after the number in brackets (10.1.3) and
 * knows no paragraphs; we put the paragraph there.
 */
export function toGbtInText({ language }: Item, { paragraphs: [from, to] }: Locator): string {
  const range = from === to ? `${from}` : `${from}-${to}`;
  if (isChinese(language)) return `[1]第${range}段`;
  return `[1]${from === to ? 'para.' : 'paras.'} ${range}`;
}

function toAuthors({ author = [], language }: Item): string | undefined {
  const names = author.slice(0, 3).map(toAuthor);
  if (author.length > 3) names.push(isChinese(language) ? '等' : 'et al');
  return names.length === 0 ? undefined : endWith(names.join(', '), '.');
}

function toAuthor(name: Name): string {
  if ('literal' in name || isEastAsian(name)) return toPlainName(name);
  const initials = toInitials(name.given ?? '')
    .toUpperCase()
    .replaceAll(/[.-]+\s*/gu, ' ');
  const suffix = name.suffix?.replaceAll('.', '');
  return join(
    [toFamilyName(name).toUpperCase(), initials.trim(), name['dropping-particle'], suffix],
    ' ',
  );
}

function toSource(item: Item, isOnline: boolean): string {
  const container = item['container-title'];
  const page = item.page?.replaceAll(/\s*[–—‐‑-]+\s*/gu, '-');
  const date = parseDate(item.issued);
  if (item.type === 'article-newspaper') {
    return `${join([container, date && item.issued], ', ')}${page ? `(${page})` : ''}`;
  }
  if (item.type === 'article-journal' || item.type === 'article-magazine') {
    const number = `${item.volume ?? ''}${item.issue ? `(${item.issue})` : ''}`;
    return join([join([container, date?.year, number], ', '), page], ': ');
  }
  const isPage = item.type === 'webpage' || item.type === 'post-weblog' || item.type === 'speech';
  const publisher = item.publisher ?? (isPage ? container : undefined);
  // Online, the day of publication follows in round brackets; the year alone needs a publisher.
  const isDay = isOnline && (date?.month !== undefined || publisher === undefined);
  const imprint = join([publisher, publisher || !isDay ? date?.year : undefined], ', ');
  return `${join([imprint, page], ': ')}${date && isDay ? `(${item.issued})` : ''}`;
}

function isChinese(language: string): boolean {
  return /^zh(?:-|$)/iu.test(language);
}
