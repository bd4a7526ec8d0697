import { ApplicationCommandType } from 'discord-api-types/v10';
import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { Article } from '../src/article/article.ts';
import type { Command, Request } from '../src/command.ts';
import { cut } from '../src/reply/echo.ts';
import { literal } from '../src/reply/literal.ts';
import type { Reply } from '../src/reply/reply.ts';
import type { Library } from '../src/search/library.ts';

const declaration = {
  type: ApplicationCommandType.ChatInput,
  name: 'about',
  description:
    'What this bot quotes from, whose it is, what it keeps (nothing) and how to install it',
} as const satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;

/** `/about`: sources, rights, the text's hash, version, privacy and installation, privately. */
export const about: Command = { declaration, run };

const MOST_LISTED = 20;
const RIGHTS_LENGTH = 600;

const PRIVACY =
  '**Privacy.** This bot keeps nothing: no message, no query, no name, no server. What a button needs to know is in the button. Its log says when a command was answered and how fast, never what was asked or by whom.';

function run({
  edition: { article },
  library,
  applicationId,
  about: { version, contact },
}: Request): Reply {
  const paragraphs = [
    toTextInfo(article),
    `**Rights.** ${cut(article.rights, RIGHTS_LENGTH, literal)} ${toRemoval(contact)}`,
    PRIVACY,
    `**Install.** ${toInstallation(applicationId)}`,
    ...toOthers(library, article),
    `-# Pullquote ${version}`,
  ];
  return {
    visibility: 'private',
    article,
    blocks: paragraphs.map((markdown) => ({ kind: 'note', markdown })),
  };
}

function toTextInfo({ paragraphs, sha256, item, authors }: Article): string {
  const sentences = paragraphs.reduce((sum, paragraph) => sum + paragraph.sentences.length, 0);
  const who = authors
    .slice(0, 3)
    .map(({ name, affiliation }) => literal([name, affiliation].filter(Boolean).join(', ')))
    .join('; ');
  const by = who === '' ? '' : ` By ${cut(who, RIGHTS_LENGTH)}.`;
  const accessed = item.accessed === undefined ? '' : ` Read at its source on ${item.accessed}.`;
  return `**The text.** ${paragraphs.length} paragraphs, ${sentences} sentences, exactly as published.${by}${accessed} SHA-256: \`${sha256}\``;
}

function toRemoval(contact: string | undefined): string {
  return contact === undefined
    ? 'To have the text removed, write to who runs this bot.'
    : `To have the text removed, write to ${cut(contact, 200, literal)}.`;
}

function toInstallation(applicationId: string): string {
  const link = `https://discord.com/oauth2/authorize?client_id=${applicationId}`;
  return `[Add it to a server or to your account](${link}): it asks for no permission and reads no messages. On your account it works in every server and chat that allows external apps.`;
}

function toOthers({ editions }: Library, { id }: Article): string[] {
  const others = [...editions.keys()].filter((other) => other !== id).slice(0, MOST_LISTED);
  if (others.length === 0) return [];
  return [
    `**Other articles here:** ${others.map((other) => `\`${other}\``).join(', ')}. Name one in the option \`article\`.`,
  ];
}
