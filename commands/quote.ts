import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { Article } from '../src/article/article.ts';
import type { Locator } from '../src/article/locator.ts';
import { parseLocator, toParagraphLocator } from '../src/article/locator.ts';
import { toPassage } from '../src/article/passage.ts';
import type { Choice, Command, CompletionRequest, PressRequest, Request } from '../src/command.ts';
import { toPassageReply } from '../src/reply/passage-reply.ts';
import type { PassageView } from '../src/reply/passage-reply.ts';
import { toParts } from '../src/reply/passage-text.ts';
import { readPlace, toOutlineChoices, toPlaceChoices } from '../src/reply/place-choices.ts';
import type { Reply } from '../src/reply/reply.ts';
import { toNotice } from '../src/reply/reply.ts';
import { MAX_QUERY, toQueryFault, toSearchReply } from '../src/reply/search-reply.ts';

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
      type: ApplicationCommandOptionType.Boolean,
      name: 'private',
      description: 'Show the answer only to you',
    },
  ],
} as const satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;

/** `/quote passage? private?`: a passage by its place or its words, else a random paragraph. */
export const quote: Command = { declaration, run, complete, press };

function run({ edition, options, random }: Request): Reply {
  const view = { visibility: options.boolean('private') === true ? 'private' : 'public' } as const;
  const asked = options.string('passage')?.trim() ?? '';
  if (asked === '') return showParagraph(edition.article, pick(edition.article, random), view);
  const place = readPlace(asked);
  if (place !== undefined) return showPlace(edition.article, place, view);
  if (toQueryFault(asked) !== undefined) return toSearchReply(edition, asked);
  const { verdict, matches } = edition.finder.find(asked);
  const [best] = matches;
  // A weak match is no quotation: the asker gets the nearest passages to choose from instead.
  return verdict === 'found' && best !== undefined
    ? showParagraph(edition.article, best.paragraph, view)
    : toSearchReply(edition, asked);
}

function pick({ paragraphs }: Article, random: () => number): number {
  return 1 + Math.floor(random() * paragraphs.length);
}

function showParagraph(article: Article, number: number, view: PassageView): Reply {
  return showPlace(article, toParagraphLocator(number), view);
}

function showPlace(article: Article, place: Locator, view: PassageView): Reply {
  const passage = toPassage(article, place);
  return 'missing' in passage ? toNotice(passage.missing) : toPassageReply(passage, view);
}

function complete({ edition, focused }: CompletionRequest): Choice[] {
  const typed = focused.value.trim().slice(0, MAX_QUERY);
  return typed === '' ? toOutlineChoices(edition.article) : toPlaceChoices(edition, typed);
}

const STALE = 'That button leads to a place that is no longer there. Use `/quote` to look again.';

function press({ edition, fields, values, isOwner }: PressRequest): Reply {
  const [action, place = '', part = '0'] = fields;
  const isMenu = action === 'read';
  const locator = parseLocator(isMenu ? (values[0] ?? '') : place);
  const passage = locator === undefined ? undefined : toPassage(edition.article, locator);
  if (passage === undefined || 'missing' in passage) return toNotice(STALE);
  if (isMenu) return toPassageReply(passage, { visibility: 'private' });
  if (!/^\d{1,4}$/u.test(part) || Number(part) >= toParts(passage).length) return toNotice(STALE);
  // Others may look around too, but only who asked turns the message that everybody sees.
  return toPassageReply(passage, { visibility: 'private', part: Number(part), replaces: isOwner });
}
