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

/** The title without its subtitle, to be recognized by in the text (MLA, APA and Chicago shorten so). */
export function toShortTitle(title: string): string {
  return title.split(/:\s/u)[0] ?? title;
}

/** The title in quotation marks, with a mark inside them. */
export function toQuoted(title: string, mark?: '.' | ','): string {
  const inner = toInnerQuotes(title);
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
