import type { Item, ItemType, Name } from '../item.ts';
import type { Locator } from '../locator.ts';
import { MONTHS, parseDate } from './dates.ts';
import { join } from './punctuation.ts';

const ENTRIES: Record<ItemType, string> = {
  'article-newspaper': 'article',
  'article-magazine': 'article',
  'article-journal': 'article',
  'post-weblog': 'misc',
  webpage: 'misc',
  report: 'techreport',
  speech: 'misc',
  chapter: 'incollection',
  book: 'book',
};

/**
 * A BibTeX entry ("BibTeXing", btxdoc 1988, for entry types and fields; doi, url and urldate as later
 * styles and biblatex read them). The title is in two pairs of braces, so that no style changes its
 * case. Text is UTF-8; what TeX would take for a command is escaped.
 */
export function toBibtex(item: Item): string {
  const fields = toFields(item)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `  ${name} = ${value}`);
  return `@${ENTRIES[item.type]}{${toKey(item)},\n${fields.join(',\n')}\n}`;
}

/** How the paragraph is cited; a comment, for an entry has no place for it. */
export function toBibtexInText(item: Item, { paragraphs: [from, to] }: Locator): string {
  const where = from === to ? `para.~${from}` : `paras.~${from}--${to}`;
  return `% \\cite[${where}]{${toKey(item)}}`;
}

function toFields(item: Item): (readonly [name: string, value: string | undefined])[] {
  const entry = ENTRIES[item.type];
  const date = parseDate(item.issued);
  const container = toValue(item['container-title']);
  const publisher = toValue(item.publisher);
  const outlet = [
    item.type === 'speech' ? item.genre : undefined,
    item['container-title'] ?? item.publisher,
  ];
  return [
    ['author', item.author && `{${item.author.map(toName).join(' and ')}}`],
    ['title', `{{${toTex(item.title)}}}`],
    ['journal', entry === 'article' ? container : undefined],
    ['booktitle', entry === 'incollection' ? container : undefined],
    ['howpublished', entry === 'misc' ? toValue(join(outlet, ', ')) : undefined],
    ['institution', entry === 'techreport' ? publisher : undefined],
    ['publisher', entry === 'book' || entry === 'incollection' ? publisher : undefined],
    ['volume', toValue(item.volume)],
    ['number', toValue(item.issue)],
    ['pages', toValue(item.page?.replaceAll(/\s*[–—‐‑-]+\s*/gu, '--'))],
    ['year', toValue(date?.year)],
    [
      'month',
      date?.month === undefined ? undefined : MONTHS[date.month - 1]?.slice(0, 3).toLowerCase(),
    ],
    ['day', toValue(date?.day?.toString())],
    ['doi', toVerbatim(item.DOI)],
    ['url', toVerbatim(item.URL)],
    ['urldate', parseDate(item.accessed) && toValue(item.accessed)],
  ];
}

/** `von Family, Suffix, Given`: a particle in small letters is BibTeX's von part. */
function toName(name: Name): string {
  if ('literal' in name) return `{${toTex(name.literal)}}`;
  const particles = [name['dropping-particle'], name['non-dropping-particle']];
  const family = join([...particles.map(toPart), toPart(name.family)], ' ');
  return join([family, toPart(name.suffix), toPart(name.given)], ', ');
}

/** A part of a name; braces keep a comma or an `and` within it from dividing it. */
function toPart(part: string | undefined): string | undefined {
  if (part === undefined) return undefined;
  return /,|\band\b/iu.test(part) ? `{${toTex(part)}}` : toTex(part);
}

function toValue(text: string | undefined): string | undefined {
  return text && `{${toTex(text)}}`;
}

const COMMANDS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** BibTeX counts braces even after a backslash, so a brace becomes a command with none but its own. */
function toTex(text: string): string {
  return text.replaceAll(/[\\{}~^&%$#_]/gu, (character) => COMMANDS[character] ?? `\\${character}`);
}

/** Addresses are read verbatim, so only what would end the field is encoded. */
function toVerbatim(address: string | undefined): string | undefined {
  return (
    address && `{${address.replaceAll(/[\\{}\s]/gu, (character) => encodeURIComponent(character))}}`
  );
}

/** The item's id in the characters that every BibTeX reads. */
function toKey({ id }: Item): string {
  return id.replaceAll(/[^A-Za-z0-9:._-]+/gu, '-').replaceAll(/^-|-$/gu, '') || 'article';
}
