import type { Item, Name } from '../item.ts';
import type { Locator } from '../locator.ts';
import { parseDate, toMonthDay } from './dates.ts';
import { toLink, toPages, toParagraphs } from './location.ts';
import {
  isEastAsian,
  isSoleAuthor,
  toFamilyName,
  toInitials,
  toPlainName,
  toShortName,
} from './names.ts';
import { endWith, join, toSentences } from './punctuation.ts';
import { toCasedTitle, toQuoted, toShortTitle } from './title.ts';

/**
 * A reference list entry in APA style (Publication Manual, 7th ed., chapters 9 and 10): author, date,
 * title, source; no full stop after a link. The title's own case is kept, for APA's sentence case
 * would have to know which words are names. Without an author the title comes first (9.12).
 * Access dates are for pages that are meant to change (9.16), which we cannot tell, so there is none.
 */
export function toApaReference(item: Item): string {
  const author = toAuthors(item.author);
  const title = toTitle(item);
  const date = `(${toDate(item)})`;
  const head = author === undefined ? [title, date] : [author, date, title];
  return join([toSentences([...head, toSource(item)]), toLink(item)], ' ');
}

/**
 * The citation in the text (8.10 to 8.17): `(Cai, 2022, para. 4)`. Paragraph numbers stand for the
 * pages that there are not (8.28). Without an author, the title in title case (8.14).
 */
export function toApaInText(item: Item, locator: Locator): string {
  const year = parseDate(item.issued)?.year ?? 'n.d.';
  const where = toParagraphs(locator, 'para.', 'paras.');
  return `(${toWho(item)} ${year}, ${where})`;
}

function toWho(item: Item): string {
  const [first, second, ...others] = (item.author ?? []).map(toShortName);
  if (first === undefined) {
    const title = toShortTitle(toCasedTitle(item, 3));
    return isPartOfWhole(item) ? toQuoted(title, ',') : `${title},`;
  }
  if (second === undefined) return `${first},`;
  return others.length === 0 ? `${first} & ${second},` : `${first} et al.,`;
}

/** Up to 20 authors in full; of more, the first 19 and the last (9.8). */
function toAuthors(names: readonly Name[] = []): string | undefined {
  const authors = names.map(toAuthor);
  const last = authors.at(-1);
  if (authors.length < 2) return last;
  return authors.length > 20
    ? `${authors.slice(0, 19).join(', ')}, . . . ${last}`
    : `${authors.slice(0, -1).join(', ')}, & ${last}`;
}

function toAuthor(name: Name): string {
  if ('literal' in name || isEastAsian(name)) return toPlainName(name);
  const given = join([toInitials(name.given ?? ''), name['dropping-particle']], ' ');
  return join([toFamilyName(name), given, name.suffix], ', ');
}

/** The year, and for what appears on a day, the day (9.14); `n.d.` where nothing is known (9.17). */
function toDate({ type, issued }: Item): string {
  const date = parseDate(issued);
  if (date === undefined) return 'n.d.';
  const isDated = !['article-journal', 'report', 'chapter', 'book'].includes(type);
  return join([date.year, isDated ? toMonthDay(date) : undefined], ', ');
}

function toTitle({ type, title, genre }: Item): string {
  return type === 'speech' && genre !== undefined ? `${title} [${genre}]` : title;
}

function isPartOfWhole({ type }: Item): boolean {
  return type.startsWith('article-') || type === 'post-weblog' || type === 'chapter';
}

function toSource(item: Item): string | undefined {
  const container = item['container-title'];
  const publisher = isSoleAuthor(item.publisher, item.author) ? undefined : item.publisher;
  if (item.type === 'book' || item.type === 'report') return publisher;
  if (item.type === 'chapter') return join([toBook(item), publisher], ' ');
  if (item.type === 'webpage' || item.type === 'speech') {
    return isSoleAuthor(container, item.author) ? undefined : (container ?? publisher);
  }
  const { volume, issue } = item;
  const number = issue === undefined ? volume : `${volume ?? ''}(${issue})`;
  return join([container, number, toPages(item.page)], ', ');
}

function toBook(item: Item): string | undefined {
  const container = item['container-title'];
  if (container === undefined) return undefined;
  const pages = toPages(item.page);
  const label = pages?.includes('–') ? 'pp.' : 'p.';
  return endWith(join([`In ${container}`, pages && `(${label} ${pages})`], ' '), '.');
}
