import { toApaInText, toApaReference } from './citation/apa.ts';
import { toBibtex, toBibtexInText } from './citation/bibtex.ts';
import { toChicagoInText, toChicagoReference } from './citation/chicago-author-date.ts';
import { toChicagoNote } from './citation/chicago-note.ts';
import { toCleanItem } from './citation/clean-item.ts';
import { toCslJson } from './citation/csl-json.ts';
import { toGbtEntry, toGbtInText } from './citation/gbt-7714.ts';
import { toMlaEntry, toMlaInText } from './citation/mla.ts';
import { toRis } from './citation/ris.ts';
import type { Item } from './item.ts';
import type { Locator } from './locator.ts';

/** The styles and formats of `cite`, in the order in which they are offered. */
export const styles = [
  { id: 'apa', name: 'APA 7' },
  { id: 'mla', name: 'MLA 9' },
  { id: 'chicago-note', name: 'Chicago 18, note' },
  { id: 'chicago-author-date', name: 'Chicago 18, author-date' },
  { id: 'gbt-7714', name: 'GB/T 7714-2015' },
  { id: 'bibtex', name: 'BibTeX' },
  { id: 'ris', name: 'RIS' },
  { id: 'csl-json', name: 'CSL-JSON' },
] as const;

export type StyleId = (typeof styles)[number]['id'];

interface Format {
  readonly toEntry: (item: Item, locator?: Locator) => string;
  /** What goes into the text; the other formats say the place in the entry itself. */
  readonly toInText?: (item: Item, locator: Locator) => string;
}

const formats: Record<StyleId, Format> = {
  apa: { toEntry: toApaReference, toInText: toApaInText },
  mla: { toEntry: toMlaEntry, toInText: toMlaInText },
  'chicago-note': { toEntry: toChicagoNote },
  'chicago-author-date': { toEntry: toChicagoReference, toInText: toChicagoInText },
  'gbt-7714': { toEntry: toGbtEntry, toInText: toGbtInText },
  bibtex: { toEntry: toBibtex, toInText: toBibtexInText },
  ris: { toEntry: toRis },
  'csl-json': { toEntry: toCslJson },
};

/**
 * The item in a style, as plain text without italics: its entry in the list of works; with a locator
 * also, after a blank line, the citation in the text that names the paragraphs. Line breaks are `\n`.
 * Nothing is invented: what the item does not say is left out. Never throws.
 */
export function cite(item: Item, style: StyleId, locator?: Locator): string {
  const { toEntry, toInText } = formats[style];
  const clean = toCleanItem(item);
  const entry = toEntry(clean, locator);
  return locator && toInText ? `${entry}\n\n${toInText(clean, locator)}` : entry;
}
