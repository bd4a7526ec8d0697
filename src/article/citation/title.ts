import type { Item } from '../item.ts';
import { endWith } from './punctuation.ts';
import { toTitleCase } from './title-case.ts';

/**
 * The title in title case if it is English. A title in another language keeps its own case, as MLA
 * and Chicago have it, and a title in no known language is not judged.
 */
export function toCasedTitle({ title, language }: Item, longestPreposition: number): string {
  return /^en(?:-|$)/iu.test(language) ? toTitleCase(title, longestPreposition) : title;
}

/** The name of what the work is part of: of a chapter a title, cased likewise; else a name, kept. */
export function toCasedContainer(item: Item, longestPreposition: number): string | undefined {
  const title = item['container-title'];
  if (title === undefined || item.type !== 'chapter') return title;
  return toCasedTitle({ ...item, title }, longestPreposition);
}

/** The title without its subtitle, to be recognized by in the text (MLA, APA and Chicago shorten so). */
export function toShortTitle(title: string): string {
  return title.split(/:\s/u)[0] ?? title;
}

/**
 * The title in quotation marks, with a mark inside them. A comma takes the place of a full stop that
 * ends the title as a sentence; after so short a word as `Inc.` or `U.S.` it marks an abbreviation.
 */
export function toQuoted(title: string, mark?: '.' | ','): string {
  const whole = toInnerQuotes(title);
  const inner = mark === ',' ? whole.replace(/(?<=\p{L}{4})\.$/u, '') : whole;
  return `“${mark === undefined ? inner : endWith(inner, mark)}”`;
}

const QUOTES = /‘(?:[^‘’]|’(?=\p{L}))*’(?!\p{L})|“([^“”]*)”|"([^"]*)"/gu;
const SINGLE_QUOTES = /‘((?:[^‘’]|’(?=\p{L}))*)’(?!\p{L})/gu;

/** Quotation marks as they stand within quotation marks: “ ” become ‘ ’, and ‘ ’ in them “ ”. */
function toInnerQuotes(title: string): string {
  return title.replace(QUOTES, (whole: string, curly?: string, straight?: string) => {
    const quoted = curly ?? straight;
    return quoted === undefined ? whole : `‘${quoted.replace(SINGLE_QUOTES, '“$1”')}’`;
  });
}
