import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { Article } from '../src/article/article.ts';
import type { StyleId } from '../src/article/citation.ts';
import { cite as toCitation, styles } from '../src/article/citation.ts';
import type { Locator } from '../src/article/locator.ts';
import { parseLocator, toLocatorText } from '../src/article/locator.ts';
import { toPassage } from '../src/article/passage.ts';
import type { Command, PressRequest, Request } from '../src/command.ts';
import { toCode } from '../src/reply/copy-reply.ts';
import { toCustomId } from '../src/reply/custom-id.ts';
import { echo } from '../src/reply/echo.ts';
import { completePlace, findQuoted, readPlace } from '../src/reply/place-choices.ts';
import type { Block, Reply } from '../src/reply/reply.ts';
import { toNotice } from '../src/reply/reply.ts';
import { MAX_QUERY } from '../src/reply/search-reply.ts';

const declaration = {
  type: ApplicationCommandType.ChatInput,
  name: 'cite',
  description: 'The article’s citation in a style of your choice, ready to copy',
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'style',
      description: 'The style or format; APA if you leave it out',
      choices: styles.map(({ id, name }) => ({ name, value: id })),
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'passage',
      description: 'A place such as 4 or 7-8, for a citation that names the paragraph',
      autocomplete: true,
    },
  ],
} satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;

const MOST_SHOWN = 1900;

/** `/cite style? passage?`: the citation as plain text, privately. */
export const cite: Command = { declaration, run, complete: completePlace, press };

function run({ edition, options }: Request): Reply {
  const style = findStyle(options.string('style') ?? 'apa');
  if (style === undefined)
    return toNotice(`I know these styles: ${styles.map(({ name }) => name).join(', ')}.`);
  const asked = options.string('passage')?.trim() ?? '';
  if (asked === '') return toCitationReply(edition.article, style, undefined);
  const place = readPlace(edition, asked) ?? findQuoted(edition, asked.slice(0, MAX_QUERY));
  if (place === undefined) return toNotice(toNoPlace(asked));
  return 'missing' in place
    ? toNotice(place.missing)
    : toCitationReply(edition.article, style, place.locator);
}

function toNoPlace(asked: string): string {
  return `I find no passage with ${echo(asked)}. Write a paragraph such as \`4\` or \`7-8\`, or words that stand in it.`;
}

// The value of a choice, or its name, which Discord may send instead.
function findStyle(asked: string): StyleId | undefined {
  return styles.find(({ id, name }) => id === asked || name === asked)?.id;
}

function toCitationReply(
  article: Article,
  style: StyleId,
  place: Locator | undefined,
  replaces = false,
): Reply {
  const passage = place && toPassage(article, place);
  if (passage !== undefined && 'missing' in passage) return toNotice(passage.missing);
  const at = place === undefined ? '' : toLocatorText(place);
  return {
    visibility: 'private',
    replaces,
    blocks: [toBlock(toCitation(article.item, style, place))],
    rows: [
      {
        menu: {
          customId: toCustomId('cite', article.id, 'style', at),
          placeholder: `${styles.find(({ id }) => id === style)?.name ?? ''}: choose another style…`,
          choices: styles.map(({ id, name }) => ({ label: name, value: id })),
        },
      },
    ],
  };
}

// Half a citation is none: one with a hundred authors is not shown at all.
function toBlock(citation: string): Block {
  const { length } = citation;
  if (length <= MOST_SHOWN) return toCode(citation);
  const markdown = `This citation has ${length} characters, more than a message holds. Choose a shorter style.`;
  return { kind: 'note', markdown };
}

// The button under a quotation shows the citation, the menu under that changes its style.
function press({ edition, fields: [action, at = ''], values: [chosen = ''] }: PressRequest): Reply {
  const style = findStyle(chosen) ?? 'apa';
  return toCitationReply(edition.article, style, parseLocator(at), action === 'style');
}
