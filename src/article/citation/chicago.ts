import type { Item } from '../item.ts';
import type { Locator } from '../locator.ts';
import { parseDate, toMonthDayYear } from './dates.ts';
import { toParagraphs } from './location.ts';
import { toShortName } from './names.ts';
import { toCasedContainer, toCasedTitle, toQuoted, toShortTitle } from './title.ts';

/** An English title as the 18th edition wants it: prepositions of five letters count (8.160). */
export function toChicagoTitle(item: Item): string {
  return toCasedTitle(item, 4);
}

/** What a title has around it: books and reports are in italics, which plain text has not. */
export function isQuoted({ type }: Item): boolean {
  return type !== 'book' && type !== 'report';
}

/** `para. 4`, the abbreviation of CMOS 18, 13.117. */
export function toChicagoParagraphs(locator: Locator): string {
  return toParagraphs(locator, 'para.', 'paras.');
}

/** Chicago asks for an access date only where nothing else is dated (CMOS 18, 13.15). */
export function toAccessDate(item: Item): string | undefined {
  const accessed = parseDate(item.accessed);
  return accessed && parseDate(item.issued) === undefined ? toMonthDayYear(accessed) : undefined;
}

/** The name of a periodical or site; that of a blog says so. */
export function toContainer(item: Item): string | undefined {
  const name = toCasedContainer(item, 4);
  if (name === undefined || item.type !== 'post-weblog') return name;
  return /blog/iu.test(name) ? name : `${name} (blog)`;
}

/** Who publishes, unless the container's name has said so; an author's name is repeated. */
export function toPublisher({ publisher, 'container-title': container }: Item): string | undefined {
  return publisher === container ? undefined : publisher;
}

/** What is published by the day; its author may be its name (unsigned articles). */
export function isPeriodic({ type }: Item): boolean {
  return ['article-newspaper', 'article-magazine', 'post-weblog', 'webpage'].includes(type);
}

/** Who is named in the text: one or two authors, the first of more, or what stands for them. */
export function toChicagoShortName(item: Item): string {
  const [first, second, ...others] = (item.author ?? []).map(toShortName);
  if (first === undefined) {
    if (isPeriodic(item) && item['container-title'] !== undefined) return item['container-title'];
    const title = toShortTitle(toChicagoTitle(item));
    return isQuoted(item) ? toQuoted(title) : title;
  }
  if (second === undefined) return first;
  return others.length === 0 ? `${first} and ${second}` : `${first} et al.`;
}
