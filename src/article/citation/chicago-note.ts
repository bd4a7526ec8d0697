import type { Item, Name } from '../item.ts';
import type { Locator } from '../locator.ts';
import {
  isPeriodic,
  isQuoted,
  toAccessDate,
  toChicagoParagraphs,
  toChicagoTitle,
  toContainer,
  toPublisher,
} from './chicago.ts';
import { parseDate, toMonthDayYear } from './dates.ts';
import { toLink, toPages } from './location.ts';
import { toPlainName } from './names.ts';
import { endWith, join } from './punctuation.ts';
import { toQuoted } from './title.ts';

/**
 * A full note of Chicago's notes and bibliography system (CMOS, 18th ed., 13.18 and chapter 14): its
 * parts separated by commas, names in their natural order, the paragraph before the link. The 18th
 * edition no longer asks for places of publication.
 */
export function toChicagoNote(item: Item, locator?: Locator): string {
  const accessed = toAccessDate(item);
  const cited = locator && toChicagoParagraphs(locator);
  const rest = join([cited, accessed && `accessed ${accessed}`, toLink(item)], ', ');
  const work = toWork(item, cited === undefined ? toPages(item.page) : undefined);
  const body = rest === '' ? work : `${endWith(work, ',')} ${rest}`;
  return endWith(join([toAuthors(item.author), body], ' '), '.');
}

/** One or two authors; of three or more the first (18th ed.; the 17th names three). */
function toAuthors(names: readonly Name[] = []): string | undefined {
  const [first, second, ...others] = names.map(toPlainName);
  if (first === undefined || second === undefined) return first && `${first},`;
  return others.length === 0 ? `${first} and ${second},` : `${first} et al.,`;
}

function toWork(item: Item, pages: string | undefined): string {
  const title = toChicagoTitle(item);
  if (isPeriodic(item)) return toPeriodic(item, title, pages);
  const where = toWhere(item, pages);
  // What comes in brackets has no comma before it: Title (Publisher, 2022).
  if (!isQuoted(item)) return join([title, where], ' ');
  return where === '' || where.startsWith('(')
    ? join([toQuoted(title), where], ' ')
    : `${toQuoted(title, ',')} ${where}`;
}

/** Newspapers are cited without pages, which differ between editions; by their date alone. */
function toPeriodic(item: Item, title: string, pages: string | undefined): string {
  const date = parseDate(item.issued);
  const parts = [
    toContainer(item),
    item.type === 'webpage' ? toPublisher(item) : undefined,
    date && toMonthDayYear(date),
    item.type === 'article-magazine' ? pages : undefined,
  ];
  const where = join(parts, ', ');
  return where === '' ? toQuoted(title) : `${toQuoted(title, ',')} ${where}`;
}

function toWhere(item: Item, pages: string | undefined): string {
  const date = parseDate(item.issued);
  const container = toContainer(item);
  if (item.type === 'speech') {
    const genre = item.genre?.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
    return toBrackets([genre, container, toPublisher(item), date && toMonthDayYear(date)]);
  }
  if (item.type === 'article-journal') {
    const issue = item.issue && `no. ${item.issue}`;
    const number = join([join([container, item.volume], ' '), issue], ', ');
    const dated = join([number, toBrackets([date?.year])], ' ');
    return join([dated, pages], number === '' ? ', ' : ': ');
  }
  const imprint = toBrackets([toPublisher(item), date?.year]);
  if (item.type !== 'chapter' || container === undefined) return imprint;
  return join([`in ${container} ${imprint}`.trim(), pages], ', ');
}

function toBrackets(parts: readonly (string | undefined)[]): string {
  const inside = join(parts, ', ');
  return inside === '' ? '' : `(${inside})`;
}
