import type { Item, Name } from '../item.ts';
import type { Locator } from '../locator.ts';
import { MONTHS, parseDate } from './dates.ts';
import { toLink, toPages, toParagraphs } from './location.ts';
import { isSoleAuthor, toShortName, toInvertedName, toPlainName } from './names.ts';
import { endWith, join, toSentences } from './punctuation.ts';
import { toCasedContainer, toCasedTitle, toQuoted, toShortTitle } from './title.ts';

/**
 * A works-cited entry in MLA style (MLA Handbook, 9th ed., chapter 5): author, title, container,
 * number, publisher, date, location. What contains other works names no publisher. The date of access
 * is optional and given where there is no other date.
 */
export function toMlaEntry(item: Item): string {
  const container = join(
    [
      toCasedContainer(item, Infinity),
      item.volume && `vol. ${item.volume}`,
      item.issue && `no. ${item.issue}`,
      toPublisher(item),
      toDate(item.issued),
      toPageRange(item.page),
      toLink(item),
    ],
    ', ',
  );
  const accessed = item.issued === undefined ? toDate(item.accessed) : undefined;
  return toSentences([
    toAuthors(authorsOf(item)),
    toTitle(toCasedTitle(item, Infinity), item, '.'),
    container,
    accessed && `Accessed ${accessed}`,
  ]);
}

/**
 * The citation in the text (chapter 6): `(Cai, par. 4)`, with the comma that MLA puts before a
 * locator that is no page number. Without an author, the title, shortened to what precedes a colon.
 */
export function toMlaInText(item: Item, locator: Locator): string {
  const [first, second, ...others] = authorsOf(item).map(toShortName);
  const where = toParagraphs(locator, 'par.', 'pars.');
  if (first === undefined) {
    return `(${toTitle(toShortTitle(toCasedTitle(item, Infinity)), item, ',')} ${where})`;
  }
  if (second === undefined) return `(${first}, ${where})`;
  return others.length === 0 ? `(${first} and ${second}, ${where})` : `(${first} et al., ${where})`;
}

/** An institution that published its own work is named as its publisher only. */
function authorsOf(item: Item): readonly Name[] {
  return isSoleAuthor(item.publisher, item.author) ? [] : (item.author ?? []);
}

/** One or two authors in full; of three or more, the first. */
function toAuthors([first, second, ...others]: readonly Name[]): string | undefined {
  if (first === undefined) return undefined;
  const inverted = toInvertedName(first);
  const comma = inverted === toPlainName(first) ? '' : ',';
  if (second === undefined) return inverted;
  return others.length === 0
    ? `${inverted}${comma} and ${toPlainName(second)}`
    : `${inverted}${comma} et al.`;
}

/** Books and reports are in italics, which plain text has not; all else is in quotation marks. */
function toTitle(title: string, { type }: Item, mark: '.' | ','): string {
  return type === 'book' || type === 'report' ? endWith(title, mark) : toQuoted(title, mark);
}

function toPublisher({ type, publisher, 'container-title': container }: Item): string | undefined {
  return type.startsWith('article-') || publisher === container ? undefined : publisher;
}

/** `3 Mar. 2022`: months of more than four letters are abbreviated. */
function toDate(text: string | undefined): string | undefined {
  const date = parseDate(text);
  if (date === undefined) return undefined;
  const month = date.month && MONTHS[date.month - 1];
  const length = month === 'September' ? 4 : 3;
  const short = month && month.length > 4 ? `${month.slice(0, length)}.` : month;
  return join([date.day?.toString(), short?.toString(), date.year], ' ');
}

function toPageRange(page: string | undefined): string | undefined {
  const pages = toPages(page);
  return pages && `${/[–,+]/u.test(pages) ? 'pp.' : 'p.'} ${pages}`;
}
