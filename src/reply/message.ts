import type {
  APIActionRowComponent,
  APIButtonComponentWithCustomId,
  APIEmbed,
  APIStringSelectComponent,
} from 'discord-api-types/v10';
import { ButtonStyle, ComponentType, MessageFlags } from 'discord-api-types/v10';
import type { Article } from '../article/article.ts';
import { toLocatorText } from '../article/locator.ts';
import { perArticle } from '../article/per-article.ts';
import { toContent } from './content.ts';
import { spreadText } from './custom-id.ts';
import { cut } from './echo.ts';
import { layOut } from './layout.ts';
import type { Piece } from './layout.ts';
import { LIMITS } from './limits.ts';
import { literal } from './literal.ts';
import { toPassageText } from './passage-text.ts';
import type { Block, Menu, PassageBlock, Reply, Row, StatementBlock } from './reply.ts';
import { toSourceLine } from './source-line.ts';

/** The part of Discord's message that this bot uses; the body of every response that shows one. */
export interface Message {
  readonly content: string;
  readonly embeds: APIEmbed[];
  readonly components: APIActionRowComponent<
    APIButtonComponentWithCustomId | APIStringSelectComponent
  >[];
  readonly allowed_mentions: { readonly parse: [] };
  readonly flags?: MessageFlags;
}

const COLOUR = 0xb3261e;
const FOOTER_LENGTH = 300;
const LIST_ROOM = 900;
const SEPARATOR = '\n\n';

/** The Discord message that says it, within all of Discord's limits. */
export function toMessage(reply: Reply): Message {
  const { article, visibility, rows = [] } = reply;
  const over = toContent(reply);
  return {
    content: over.text,
    embeds: article === undefined ? [] : [toEmbed(article, over.rest)],
    components: carry(rows.map(toRow), reply.carried ?? ''),
    allowed_mentions: { parse: [] },
    // A message stays as public or private as it was made: an update may not say it.
    ...(visibility === 'private' && !reply.replaces && { flags: MessageFlags.Ephemeral }),
  };
}

function toEmbed(article: Article, blocks: readonly Block[]): APIEmbed {
  const description = toText(blocks, LIMITS.embedDescription);
  return { ...toFrame(article), ...(description !== '' && { description }) };
}

/** What stands around everything that is said of an article: its title, authors and source. */
const toFrame = perArticle((article): APIEmbed => {
  const source = toSourceLine(article);
  const authors = article.authors.map(({ name }) => name).join(', ');
  return {
    color: COLOUR,
    title: cut(article.item.title, LIMITS.embedTitle, literal),
    ...(article.item.URL !== undefined && { url: article.item.URL }),
    ...(authors !== '' && { author: { name: cut(authors, LIMITS.embedAuthor) } }),
    ...(source !== '' && { footer: { text: cut(source, FOOTER_LENGTH) } }),
  };
});

function carry(rows: Message['components'], text: string): Message['components'] {
  const ids = rows.flatMap((row) => row.components.map(({ custom_id: id }) => id));
  const full = spreadText(ids, text);
  let next = 0;
  for (const row of rows)
    for (const control of row.components) control.custom_id = full[next++] ?? control.custom_id;
  return rows;
}

function toText(blocks: readonly Block[], limit: number): string {
  return layOut(blocks.map(toPiece), limit, SEPARATOR);
}

function toPiece(block: Block): Piece {
  switch (block.kind) {
    case 'note':
      return { full: block.markdown.length, rigid: true, write: () => block.markdown };
    case 'statement':
      return toElastic((room) => toStatementText(block, room), Infinity);
    case 'passage':
      return toElastic((room) => toPassageText(block, room), roomOf(block));
  }
}

// A piece of a passage has a size of its own; in a list a passage gives way to its neighbours.
function roomOf({ from }: PassageBlock): number {
  return from === undefined ? LIST_ROOM : Infinity;
}

function toElastic(write: (room: number) => string, most: number): Piece {
  const whole = write(LIMITS.embedDescription);
  return {
    full: Math.min(most, whole.length),
    write: (room) => (whole.length <= room ? whole : write(room)),
  };
}

function toStatementText({ heading, text, at }: StatementBlock, room: number): string {
  const place = `**${toLocatorText(at)}**`;
  if (heading === undefined) return `${cut(text, room - place.length - 1, literal)} ${place}`;
  const label = `${place} · **${cut(heading, LIMITS.menuLabel, literal)}**\n`;
  return `${label}${cut(text, room - label.length, literal)}`;
}

function toRow(row: Row): Message['components'][number] {
  const components = 'menu' in row ? [toMenu(row.menu)] : row.buttons.map(toButton);
  return { type: ComponentType.ActionRow, components };
}

function toButton({
  label,
  customId,
  disabled = false,
}: Extract<Row, { buttons: unknown }>['buttons'][number]): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label: cut(label, LIMITS.buttonLabel),
    custom_id: customId,
    disabled,
  };
}

function toMenu({ customId, placeholder, choices }: Menu): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: customId,
    placeholder: cut(placeholder, LIMITS.placeholder),
    options: choices.slice(0, LIMITS.menuChoices).map(({ label, description, value }) => ({
      label: cut(label, LIMITS.menuLabel),
      value,
      ...(description !== undefined && { description: cut(description, LIMITS.menuDescription) }),
    })),
  };
}
