import type { Item } from '../item.ts';
import type { Locator } from '../locator.ts';
import { parseDate } from './dates.ts';
import { toParagraphs } from './location.ts';

// A line break stands only between values: in a string it is escaped.
const NUMBERS = /\[\n\s*\[[\d,\s]*\]\s*\]/gu;

/**
 * The item as CSL-JSON (schema `csl-data.json` of CSL 1.0.2): a list of one, dates as `date-parts`.
 * An item has no locator there; the note says the paragraph.
 */
export function toCslJson(item: Item, locator?: Locator): string {
  const note = locator && toParagraphs(locator, 'para.', 'paras.');
  const csl = { ...item, issued: toDate(item.issued), accessed: toDate(item.accessed), note };
  return JSON.stringify([csl], undefined, 2).replaceAll(NUMBERS, (numbers) =>
    numbers.replaceAll(/\s+/gu, ''),
  );
}

function toDate(text: string | undefined): { 'date-parts': number[][] } | undefined {
  const date = parseDate(text);
  if (date === undefined) return undefined;
  const parts = [Number(date.year), date.month, date.day].filter((part) => part !== undefined);
  return { 'date-parts': [parts] };
}
