import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { Choice, Command, CompletionRequest, PressRequest, Request } from '../src/command.ts';
import { LIMITS } from '../src/reply/limits.ts';
import { toPassageReply } from '../src/reply/passage-reply.ts';
import { readPlace, toPlaceChoices } from '../src/reply/place-choices.ts';
import type { Reply } from '../src/reply/reply.ts';
import { toNotice } from '../src/reply/reply.ts';
import { MAX_QUERY, toQueryFault, toSearchReply } from '../src/reply/search-reply.ts';
import { findSubjects } from '../src/search/library.ts';

const declaration = {
  type: ApplicationCommandType.ChatInput,
  name: 'search',
  description: 'Find the passages that speak of something, even half remembered or misspelt',
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'query',
      description: 'Words, a phrase or a question; quotation marks for an exact phrase',
      required: true,
      autocomplete: true,
      max_length: MAX_QUERY,
    },
  ],
} as const satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;

/** `/search query`: the passages that speak of it, seen by the asker alone. */
export const search: Command = { declaration, run, complete, press };

function run({ edition, options }: Request): Reply {
  const query = options.string('query') ?? '';
  const place = readPlace(edition, query);
  if (place === undefined) return toSearchReply(edition, query);
  return 'missing' in place
    ? toNotice(place.missing)
    : toPassageReply(place, { visibility: 'private' });
}

function complete({ edition, focused }: CompletionRequest): Choice[] {
  const typed = focused.value.trim().slice(0, MAX_QUERY);
  const subjects = findSubjects(edition, typed);
  const places = typed === '' ? [] : toPlaceChoices(edition, typed);
  // First what is typed: the client's Enter takes the first choice.
  const queries = new Set([...toOwn(typed), ...subjects]);
  return [...Array.from(queries, (name) => ({ name, value: name })), ...places].slice(
    0,
    LIMITS.choices,
  );
}

// Discord takes no choice that is too long, or of which nothing can be seen.
function toOwn(typed: string): string[] {
  const isTaken = typed.length <= LIMITS.choiceName && typed.isWellFormed();
  return isTaken && toQueryFault(typed) === undefined ? [typed] : [];
}

function press({ edition, fields: [, page = ''], carried }: PressRequest): Reply {
  const to = /^\d$/u.test(page) ? Number(page) : 0;
  return toSearchReply(edition, carried, to, true);
}
