import type { Item, Name } from '../item.ts';
import type { Locator } from '../locator.ts';
import {
  isPeriodic,
  isQuoted,
  toAccessDate,
  toChicagoParagraphs,
  toChicagoShortName,
  toChicagoTitle,
  toContainer,
  toPublisher,
} from './chicago.ts';
import { parseDate, toMonthDayYear } from './dates.ts';
import { toLink, toPages } from './location.ts';
import { toInvertedName, toPlainName } from './names.ts';
import { join, toSentences, toSeries } from './punctuation.ts';
import { toQuoted } from './title.ts';

/**
 * A reference list entry of Chicago's author-date system (CMOS, 18th ed., 13.102 and chapter 14). What
 * appears on a day repeats the year in its date. The name of a newspaper, magazine or site stands in
 * place of an author who is not named; otherwise the title does.
 */
export function toChicagoReference(item: Item): string {
  const author = toAuthors(item.author) ?? (isPeriodic(item) ? item['container-title'] : undefined);
  const title = isQuoted(item) ? toQuoted(toChicagoTitle(item), '.') : toChicagoTitle(item);
  const year = parseDate(item.issued)?.year ?? 'n.d.';
  const accessed = toAccessDate(item);
  return toSentences([
    ...(author === undefined ? [title, year] : [author, year, title]),
    ...toSource(item),
    accessed && `Accessed ${accessed}`,
    toLink(item),
  ]);
}

/** The citation in the text (13.117): `(Cai 2022, para. 4)`. */
export function toChicagoInText(item: Item, locator: Locator): string {
  const year = parseDate(item.issued)?.year ?? 'n.d.';
  return `(${toChicagoShortName(item)} ${year}, ${toChicagoParagraphs(locator)})`;
}

/** Up to six authors in full; of more, the first three (18th ed.; the 17th names up to ten). */
function toAuthors(names: readonly Name[] = []): string | undefined {
  const [first, ...others] = names;
  if (first === undefined) return undefined;
  const inverted = toInvertedName(first);
  if (others.length > 5) {
    return `${[inverted, ...others.slice(0, 2).map(toPlainName)].join(', ')}, et al.`;
  }
  const [second, ...more] = others.map(toPlainName);
  const isInverted = inverted !== toPlainName(first);
  if (isInverted && second !== undefined && more.length === 0) return `${inverted}, and ${second}`;
  return toSeries([inverted, ...others.map(toPlainName)]);
}

function toSource(item: Item): (string | undefined)[] {
  const container = toContainer(item);
  const date = parseDate(item.issued);
  const day = date?.month === undefined ? undefined : toMonthDayYear(date);
  const publisher = toPublisher(item);
  if (isPeriodic(item)) {
    const name =
      item.author === undefined || item.author.length === 0 ? undefined : toContainer(item);
    const owner = item.type === 'webpage' ? publisher : undefined;
    const pages = item.type === 'article-magazine' ? toPages(item.page) : undefined;
    return [join([name, owner, day, pages], ', ')];
  }
  if (item.type === 'speech') {
    const genre = item.genre?.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
    return [join([genre, container, publisher, day], ', ')];
  }
  if (item.type === 'article-journal') {
    const issue = item.issue && `(${item.issue})`;
    const number = join([container, item.volume, issue], ' ');
    return [join([number, toPages(item.page)], number === '' ? '' : ': ')];
  }
  return [
    item.type === 'chapter' && container !== undefined ? `In ${container}` : undefined,
    publisher,
  ];
}
