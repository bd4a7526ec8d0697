import {
  all,
  boolean,
  entriesOf,
  integer,
  isObject,
  lengthOf,
  list,
  missing,
  fault,
  object,
  shown,
  optional,
  text,
  url,
  type Check,
  type JsonObject,
} from './form-check.ts';

/** Discord's documentation, "Embed Limits"; the total counts over all embeds of a message. */
const embedLimits = {
  title: 256,
  description: 4096,
  fields: 25,
  fieldName: 256,
  fieldValue: 1024,
  footer: 2048,
  author: 256,
  url: 2048,
  total: 6000,
  embeds: 10,
} as const;

const maxColour = 0xff_ff_ff;
const media = object({ url: url(embedLimits.url, ['http', 'https', 'attachment']) });

const iso8601 = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/;

const timestamp: Check = (value, path) =>
  typeof value === 'string' && iso8601.test(value) && !Number.isNaN(Date.parse(value))
    ? []
    : fault(path, 'DATE_TIME_TYPE_PARSE', `Could not parse ${shown(value)}. Should be ISO8601.`);

/** Without any of these Discord finds nothing to show and asks for a description. */
const visibleParts = ['title', 'description', 'fields', 'footer', 'image', 'thumbnail', 'author'];

const notEmpty: Check = (value, path) => {
  if (!isObject(value)) return [];
  const isVisible = visibleParts.some((part) => {
    const content = value[part];
    return Array.isArray(content) ? content.length > 0 : Boolean(content);
  });
  return isVisible ? [] : missing([...path, 'description']);
};

const embed = all(
  object({
    title: optional(text(0, embedLimits.title)),
    description: optional(text(0, embedLimits.description)),
    url: optional(url(embedLimits.url)),
    color: optional(integer(0, maxColour)),
    timestamp: optional(timestamp),
    footer: optional(
      object({ text: text(1, embedLimits.footer), icon_url: optional(url(embedLimits.url)) }),
    ),
    author: optional(
      object({
        name: text(1, embedLimits.author),
        url: optional(url(embedLimits.url)),
        icon_url: optional(url(embedLimits.url)),
      }),
    ),
    image: optional(media),
    thumbnail: optional(media),
    fields: optional(
      list(
        0,
        embedLimits.fields,
        object({
          name: text(1, embedLimits.fieldName),
          value: text(1, embedLimits.fieldValue),
          inline: optional(boolean),
        }),
      ),
    ),
  }),
  notEmpty,
);

function nested(value: unknown, key: string): unknown {
  return isObject(value) ? value[key] : undefined;
}

function fieldLength(field: unknown): number {
  return lengthOf(nested(field, 'name')) + lengthOf(nested(field, 'value'));
}

/** Characters of an embed that count towards Discord's total: URLs and timestamps do not. */
function embedLength(value: JsonObject): number {
  const texts = [
    value['title'],
    value['description'],
    nested(value['footer'], 'text'),
    nested(value['author'], 'name'),
  ];
  const fields = entriesOf(value['fields']);
  return (
    texts.reduce<number>((sum, part) => sum + lengthOf(part), 0) +
    fields.reduce<number>((sum, field) => sum + fieldLength(field), 0)
  );
}

const withinTotal: Check = (value, path) => {
  let total = 0;
  const index = entriesOf(value).findIndex((entry) => {
    total += isObject(entry) ? embedLength(entry) : 0;
    return total > embedLimits.total;
  });
  return index < 0
    ? []
    : fault(
        [...path, index],
        'MAX_EMBED_SIZE_EXCEEDED',
        `Embed size exceeds maximum size of ${embedLimits.total}`,
      );
};

/** A message's list of embeds, against every limit of Discord's documentation. */
export const checkEmbeds: Check = all(list(0, embedLimits.embeds, embed), withinTotal);
