import * as z from 'zod';
import type { Author } from './article.ts';
import { toPlainName } from './citation/names.ts';
import type { Item } from './item.ts';
import { parseLocator } from './locator.ts';

// The lengths leave room for everything that stands in one message.
const line = (most: number) => z.string().trim().min(1).max(most);

const locator = z.string().transform((text, context) => {
  const parsed = parseLocator(text);
  if (parsed === undefined) {
    context.issues.push({
      code: 'custom',
      message: `"${text}" is not a locator; write ¶4, ¶7-8 or ¶4:2`,
      input: text,
    });
    return z.NEVER;
  }
  return parsed;
});

const paragraph = locator.refine(
  ({ paragraphs: [from, to], sentences }) => from === to && sentences === undefined,
  'one paragraph is meant here; write ¶4',
);

const date = z
  .string()
  .regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/u, {
    error: 'write YYYY, YYYY-MM or YYYY-MM-DD, in quotation marks',
    abort: true,
  })
  .refine(isDate, 'there is no such day');

// How the article prints the name and what it says the author is: ours, no part of CSL.
const credit = { printed: line(200).exactOptional(), affiliation: line(200).exactOptional() };

const name = z.union([
  z.strictObject({
    family: line(100),
    given: line(100).exactOptional(),
    'non-dropping-particle': line(30).exactOptional(),
    'dropping-particle': line(30).exactOptional(),
    suffix: line(30).exactOptional(),
    ...credit,
  }),
  z.strictObject({ literal: line(200), ...credit }),
]);

const statement = { text: line(400), at: locator };
const step = { heading: line(80), ...statement };

/** What `article.yaml` holds: CSL's fields (docs.citationstyles.org, "Standard variables") and ours. */
export const metadataSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,16}$/u, 'write 1 to 16 of a-z, 0-9 and -'),
  type: z.enum([
    'article-newspaper',
    'article-magazine',
    'article-journal',
    'post-weblog',
    'webpage',
    'report',
    'speech',
    'chapter',
    'book',
  ]),
  genre: line(60).exactOptional(),
  title: line(1000),
  author: z.array(name).exactOptional(),
  'container-title': line(300).exactOptional(),
  publisher: line(300).exactOptional(),
  volume: line(30).exactOptional(),
  issue: line(30).exactOptional(),
  page: line(30).exactOptional(),
  issued: date.exactOptional(),
  accessed: date.exactOptional(),
  URL: z
    .url({ protocol: /^https?$/u, message: 'write a web address that begins with https://' })
    .max(512)
    .exactOptional(),
  DOI: z
    .string()
    .regex(/^10\.\S+$/u, 'write it without https://doi.org/')
    .exactOptional(),
  language: z.string().refine(isLanguage, 'write a BCP 47 tag such as en or zh-Hans'),
  'posted-by': line(200).exactOptional(),
  rights: line(1000),
  'text-sha256': z.string().regex(/^[0-9a-f]{64}$/u, 'write 64 lower-case hexadecimal digits'),
  thesis: z.array(z.strictObject(statement)).min(1).max(5),
  outline: z.array(z.strictObject(step)).min(1).max(25),
  recommendations: z
    .array(z.strictObject({ ...step, key: locator }))
    .max(25)
    .default([]),
  topics: z
    .array(
      z.strictObject({
        name: line(100),
        at: z.array(paragraph).min(1),
        aliases: z.array(line(100)).default([]),
      }),
    )
    .default([]),
});

export type Metadata = z.infer<typeof metadataSchema>;

// JavaScript takes 31 February for 3 March.
function isDate(text: string): boolean {
  return new Date(text).toJSON().startsWith(text);
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** The bibliographic part of the metadata: its CSL fields, without those that are not there. */
export function toItem(metadata: Metadata): Item {
  const {
    'posted-by': _postedBy,
    rights: _rights,
    'text-sha256': _hash,
    thesis: _thesis,
    outline: _outline,
    recommendations: _recommendations,
    topics: _topics,
    author,
    ...item
  } = metadata;
  if (author === undefined) return item;
  return {
    ...item,
    author: author.map(({ affiliation: _affiliation, printed: _printed, ...csl }) => csl),
  };
}

/** The authors as the article prints them, or else as their names are usually written. */
export function toAuthors({ author = [] }: Metadata): Author[] {
  return author.map(({ affiliation, printed, ...csl }) => ({
    name: printed ?? toPlainName(csl),
    ...(affiliation !== undefined && { affiliation }),
  }));
}
