import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { Article } from '../src/article/article.ts';
import { parseLocator, toParagraphLocator } from '../src/article/locator.ts';
import type { Passage } from '../src/article/passage.ts';
import { passageAt, toPassage } from '../src/article/passage.ts';
import type { Command, PressRequest, Request } from '../src/command.ts';
import { PRIVATE_OPTION, toVisibility } from './private-option.ts';
import { toCopyReply } from '../src/reply/copy-reply.ts';
import { readOrigin, toPassageReply } from '../src/reply/passage-reply.ts';
import type { PassageView } from '../src/reply/passage-reply.ts';
import { completePlace, findQuoted, readPlace } from '../src/reply/place-choices.ts';
import type { Comment, Removal, Reply } from '../src/reply/reply.ts';
import { toNotice } from '../src/reply/reply.ts';
import { toQueryFault, toSearchReply } from '../src/reply/search-reply.ts';

const MAX_COMMENT = 300;

const declaration = {
  type: ApplicationCommandType.ChatInput,
  name: 'quote',
  description: 'Quote a passage of the article, word for word',
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'passage',
      description:
        'A place such as 4 or 4:2, or words that stand in it; leave out for a random one',
      autocomplete: true,
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'comment',
      description: 'Your own words about it, shown above the quotation',
      max_length: MAX_COMMENT,
    },
    PRIVATE_OPTION,
  ],
} as const satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;

/** `/quote passage? comment? private?`: a passage by place or by words, else a random paragraph. */
export const quote: Command = { declaration, run, complete: completePlace, press };

function run({ edition, options, userId, random }: Request): Reply {
  const comment = options.string('comment') ?? '';
  if (comment.length > MAX_COMMENT) return toNotice(toTooLong(comment));
  const view: PassageView = {
    visibility: toVisibility(options),
    ...toComment(userId, comment),
  };
  const asked = options.string('passage')?.trim() ?? '';
  if (asked === '') return toPassageReply(pick(edition.article, random), view);
  const place = readPlace(edition, asked);
  if (place !== undefined) {
    return 'missing' in place ? toNotice(place.missing) : toPassageReply(place, view);
  }
  const found = toQueryFault(asked) === undefined ? findQuoted(edition, asked) : undefined;
  // A weak match is no quotation: the asker gets the nearest passages to choose from instead.
  return found === undefined ? toSearchReply(edition, asked) : toPassageReply(found, view);
}

function toTooLong({ length }: string): string {
  return `Your comment is ${length} characters long, and takes at most ${MAX_COMMENT}. Say the rest in a message of your own.`;
}

function toComment(userId: string, text: string): { comment?: Comment } {
  return text.trim() === '' ? {} : { comment: { userId, text: text.slice(0, MAX_COMMENT) } };
}

function pick(article: Article, random: () => number): Passage {
  const number = 1 + Math.floor(random() * article.paragraphs.length);
  return passageAt(article, toParagraphLocator(number));
}

const STALE = 'That button leads to a place that is no longer there. Use `/quote` to look again.';
const NOT_YOURS = 'Only who ran the command can delete its answer.';

function press(request: PressRequest): Reply | Removal {
  const { edition, fields, values, isOwner } = request;
  const [action, where = '', offset = '0'] = fields;
  if (action === 'delete') return isOwner ? { removes: true } : toNotice(NOT_YOURS);
  // The menus say what to do with the place that is chosen, the buttons name it themselves.
  const isMenu = action === 'read' || action === 'answer';
  const passage = findPassage(edition.article, isMenu ? values[0] : where);
  const from = passage && readOffset(passage, offset);
  if (passage === undefined || from === undefined) return toNotice(STALE);
  switch (action) {
    case 'read':
      return toPassageReply(passage, { visibility: 'private' });
    case 'answer':
      return answer(passage, where, request);
    case 'post':
      return post(passage, from, request);
    case 'copy':
      return toCopyReply(passage, from);
    default:
      return turn(passage, from, request);
  }
}

function findPassage(article: Article, place = ''): Passage | undefined {
  const locator = parseLocator(place);
  const passage = locator && toPassage(article, locator);
  return passage === undefined || 'missing' in passage ? undefined : passage;
}

// Anybody can send any offset: it must be one, and tear no character apart.
function readOffset({ text }: Passage, typed: string): number | undefined {
  const offset = /^\d{1,9}$/u.test(typed) ? Number(typed) : text.length;
  if (offset >= text.length) return undefined;
  return text.slice(offset).isWellFormed() ? offset : undefined;
}

function answer(passage: Passage, messageId: string, request: PressRequest): Reply {
  const posted = readOrigin(messageId, request);
  return posted === undefined
    ? toNotice(STALE)
    : toPassageReply(passage, { visibility: 'public', posted });
}

function post(
  passage: Passage,
  from: number,
  { userId, channelUrl, carried }: PressRequest,
): Reply {
  return toPassageReply(passage, {
    visibility: 'public',
    from,
    posted: { userId, channelUrl },
    ...toComment(userId, carried),
  });
}

// Others may look around too, but only who asked turns the message that everybody sees.
function turn(passage: Passage, from: number, request: PressRequest): Reply {
  const { userId, fields, carried, isOwner, isPrivate } = request;
  if (!isOwner) return toPassageReply(passage, { visibility: 'private', from });
  const posted = readOrigin(fields[3], request);
  return toPassageReply(passage, {
    visibility: isPrivate ? 'private' : 'public',
    from,
    replaces: true,
    ...toComment(userId, carried),
    ...(posted !== undefined && { posted }),
  });
}
