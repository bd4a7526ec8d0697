import { createHash } from 'node:crypto';
import type { Article } from './article.ts';
import { PARAGRAPH_BREAK } from './article.ts';
import type { Metadata } from './metadata.ts';
import { metadataSchema, toAuthors, toItem } from './metadata.ts';
import type { Locator } from './locator.ts';
import { toParagraphLocator } from './locator.ts';
import { toPassage } from './passage.ts';
import type { Fault } from './parse-text.ts';
import { decodeText, parseText } from './parse-text.ts';
import { parseYaml } from './yaml.ts';

/** The bytes of an article's two files. */
export interface ArticleFiles {
  readonly text: Uint8Array;
  readonly metadata: Uint8Array;
}

export type ParsedArticle = { readonly article: Article } | { readonly faults: readonly Fault[] };

const TEXT_FILE = 'text.txt';
const METADATA_FILE = 'article.yaml';

/**
 * Reads `text.txt` and `article.yaml`. Either an article in which every locator exists and the
 * text is the one whose hash the metadata holds, or every fault of both files, each with its line
 * or key; hash and places are looked at as soon as the metadata can be read. Never throws.
 */
export function parseArticle(files: ArticleFiles): ParsedArticle {
  const text = decodeText(files.text, TEXT_FILE);
  const metadata = parseMetadata(files.metadata);
  if ('faults' in metadata) {
    // Without the metadata the language is unknown, but the lines can be checked all the same.
    const faults = 'faults' in text ? text.faults : parseText(text.text, 'en', TEXT_FILE).faults;
    return { faults: [...metadata.faults, ...faults] };
  }
  if ('faults' in text) return text;
  const { paragraphs, faults } = parseText(text.text, metadata.value.language, TEXT_FILE);
  const checked = checkArticle(
    toArticle(metadata.value, paragraphs),
    metadata.value['text-sha256'],
  );
  if (faults.length === 0) return checked;
  return { faults: 'faults' in checked ? [...faults, ...checked.faults] : faults };
}

function parseMetadata(bytes: Uint8Array): { value: Metadata } | { faults: Fault[] } {
  const decoded = decodeText(bytes, METADATA_FILE);
  if ('faults' in decoded) return { faults: [...decoded.faults] };
  const yaml = parseYaml(decoded.text);
  if ('fault' in yaml) return { faults: [`${toPlace(yaml.line)}: ${yaml.fault}`] };
  const parsed = metadataSchema.safeParse(yaml.value, { jitless: true });
  if (parsed.success) return { value: parsed.data };
  return {
    faults: parsed.error.issues.map(
      ({ path, message }) => `${toPlace(yaml.lineOf(path), path)}: ${toFaultText(message)}`,
    ),
  };
}

function toFaultText(message: string): string {
  return message.endsWith('received undefined') ? 'is missing' : message;
}

function toPlace(line: number | undefined, path: readonly PropertyKey[] = []): string {
  const where = line === undefined ? METADATA_FILE : `${METADATA_FILE} line ${line}`;
  return [where, path.map(String).join('.')].filter(Boolean).join(', ');
}

function toArticle(metadata: Metadata, paragraphs: Article['paragraphs']): Article {
  const source = paragraphs.map(({ text }) => text).join(PARAGRAPH_BREAK);
  return {
    id: metadata.id,
    item: toItem(metadata),
    authors: toAuthors(metadata),
    ...(metadata['posted-by'] !== undefined && { postedBy: metadata['posted-by'] }),
    rights: metadata.rights,
    source,
    sha256: createHash('sha256').update(source, 'utf8').digest('hex'),
    paragraphs,
    thesis: metadata.thesis,
    outline: metadata.outline,
    recommendations: metadata.recommendations,
    topics: metadata.topics.map(({ name, at, aliases }) => ({
      name,
      aliases,
      paragraphs: at.map(({ paragraphs: [number] }) => number),
    })),
  };
}

function checkArticle(article: Article, sha256: string): ParsedArticle {
  const faults: Fault[] = placesOf(article).flatMap(([key, locator]) => {
    const place = toPassage(article, locator);
    return 'missing' in place ? [`${METADATA_FILE}, ${key}: ${place.missing}`] : [];
  });
  if (article.sha256 !== sha256) {
    faults.unshift(
      `${METADATA_FILE}, text-sha256: the text is not the one that was hashed (it has ${article.sha256}); undo the change in ${TEXT_FILE}, or put this hash if it was meant`,
    );
  }
  return faults.length > 0 ? { faults } : { article };
}

type Place = readonly [key: string, locator: Locator];

function placesOf(article: Article): Place[] {
  return [
    ...toPlaces('thesis', article.thesis, ({ at }) => [at]),
    ...toPlaces('outline', article.outline, ({ at }) => [at]),
    ...toPlaces('recommendations', article.recommendations, ({ at, key }) => [at, key]),
    ...toPlaces('topics', article.topics, ({ paragraphs }) => paragraphs.map(toParagraphLocator)),
  ];
}

function toPlaces<T>(
  key: string,
  list: readonly T[],
  of: (entry: T) => readonly Locator[],
): Place[] {
  return list.flatMap((entry, index) =>
    of(entry).map((locator) => [`${key}.${index}`, locator] as const),
  );
}
