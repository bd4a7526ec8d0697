import type {
  APIActionRowComponent,
  APIAllowedMentions,
  APIComponentInMessageActionRow,
  APIEmbed,
} from 'discord-api-types/v10';
import { checkComponents } from './check-components.ts';
import { checkEmbeds } from './check-embed.ts';
import {
  all,
  boolean,
  entriesOf,
  fault,
  integer,
  isObject,
  list,
  object,
  oneOf,
  optional,
  parseForm,
  text,
  unsupported,
  type Check,
  type Parsed,
} from './form-check.ts';
import type { FormError } from './form-error.ts';

/** A message as the application sends it: what is absent in an edit stays as it is. */
export interface MessageBody {
  readonly content?: string | null;
  readonly embeds?: readonly APIEmbed[] | null;
  readonly components?: readonly APIActionRowComponent<APIComponentInMessageActionRow>[] | null;
  readonly allowed_mentions?: APIAllowedMentions | null;
  readonly flags?: number | null;
}

/** Characters of a message without Nitro, which bots never have. */
export const maxContent = 2000;
const maxMentioned = 100;
const maxFlags = 2 ** 31 - 1;
const componentsV2 = 1 << 15;
const voiceMessage = 1 << 13;

const mentionLists: Check = (value, path) => {
  if (!isObject(value)) return [];
  const parse = entriesOf(value['parse']);
  return (['users', 'roles'] as const)
    .filter((kind) => parse.includes(kind) && entriesOf(value[kind]).length > 0)
    .flatMap((kind) =>
      fault(
        path,
        'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
      ),
    );
};

const allowedMentions = all(
  object({
    parse: optional(list(0, 3, oneOf(['roles', 'users', 'everyone']))),
    users: optional(list(0, maxMentioned, text(1, 20))),
    roles: optional(list(0, maxMentioned, text(1, 20))),
    replied_user: optional(boolean),
  }),
  mentionLists,
);

const flags: Check = (value, path) => {
  const wrong = integer(0, maxFlags)(value, path);
  if (wrong.length > 0) return wrong;
  const bits = Number(value);
  if ((bits & componentsV2) !== 0) return unsupported(path, 'Components V2');
  return (bits & voiceMessage) === 0 ? [] : unsupported(path, 'voice messages');
};

const none: (what: string) => Check = (what) => (value, path) =>
  (Array.isArray(value) ? value.length === 0 : value === undefined || value === null)
    ? []
    : unsupported(path, what);

const message = object({
  content: optional(text(0, maxContent)),
  tts: optional(boolean),
  embeds: optional(checkEmbeds),
  components: optional(checkComponents),
  allowed_mentions: optional(allowedMentions),
  flags: optional(flags),
  attachments: none('attachments'),
  poll: none('polls'),
  sticker_ids: none('stickers'),
});

/**
 * Reads a message that the application sends or edits, against Discord's limits.
 * @param path where the message stands in the request's body: `['data']` in a callback
 */
export function parseMessage(body: unknown, path: FormError['path'] = []): Parsed<MessageBody> {
  return parseForm<MessageBody>(message, body, path);
}

interface Visible {
  readonly content?: string | null | undefined;
  readonly embeds?: readonly unknown[] | null | undefined;
  readonly components?: readonly unknown[] | null | undefined;
}

/** True where Discord would answer 50006: nothing that could be seen. */
export function isEmptyMessage({ content, embeds, components }: Visible): boolean {
  return (
    (content ?? '').trim() === '' && (embeds ?? []).length === 0 && (components ?? []).length === 0
  );
}
