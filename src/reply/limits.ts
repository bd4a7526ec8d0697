import type { APIEmbed } from 'discord-api-types/v10';
import { ComponentType } from 'discord-api-types/v10';
import type { Message } from './message.ts';

/**
 * Discord's limits, in characters (Discord's documentation: "Create Message", "Embed Limits",
 * "Component Reference", "Application Command Option Choice"). They are held in UTF-16 code
 * units, of which a text never has fewer than characters.
 */
export const LIMITS = {
  content: 2000,
  embeds: 10,
  embedTotal: 6000,
  embedTitle: 256,
  embedDescription: 4096,
  embedAuthor: 256,
  embedFooter: 2048,
  rows: 5,
  rowButtons: 5,
  customId: 100,
  buttonLabel: 80,
  placeholder: 150,
  menuChoices: 25,
  menuLabel: 100,
  menuDescription: 100,
  menuValue: 100,
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
} as const;

type Measured = readonly [what: string, size: number, least: number, most: number];

/** Every limit that a message breaks, in words; none if Discord will take it. */
export function findExcess(message: Message): string[] {
  const measured: Measured[] = [
    ['content', message.content.length, 0, LIMITS.content],
    ['embeds', message.embeds.length, 0, LIMITS.embeds],
    ['all embeds together', sum(message.embeds.map(embedLength)), 0, LIMITS.embedTotal],
    ...message.embeds.flatMap(measureEmbed),
    ['rows', message.components.length, 0, LIMITS.rows],
    ...message.components.flatMap(measureRow),
  ];
  const excess = measured
    .filter(([, size, least, most]) => size < least || size > most)
    .map(([what, size, least, most]) => `${what}: ${size}, not ${least} to ${most}`);
  const ids = message.components.flatMap((row) => row.components.map(({ custom_id: id }) => id));
  if (new Set(ids).size < ids.length) excess.push('two controls have the same custom_id');
  if (message.content === '' && message.embeds.length === 0) excess.push('the message is empty');
  return excess;
}

/** The characters of an embed that count towards the total of 6000. */
export function embedLength({ title, description, author, footer, fields = [] }: APIEmbed): number {
  const texts = [
    title,
    description,
    author?.name,
    footer?.text,
    ...fields.flatMap(({ name, value }) => [name, value]),
  ];
  return sum(texts.map((text) => text?.length ?? 0));
}

function measureEmbed(embed: APIEmbed): Measured[] {
  return [
    ['embed title', embed.title?.length ?? 0, 0, LIMITS.embedTitle],
    ['embed description', embed.description?.length ?? 1, 1, LIMITS.embedDescription],
    ['embed author', embed.author?.name.length ?? 1, 1, LIMITS.embedAuthor],
    ['embed footer', embed.footer?.text.length ?? 1, 1, LIMITS.embedFooter],
  ];
}

function measureRow(row: Message['components'][number]): Measured[] {
  const measured: Measured[] = [['controls in a row', row.components.length, 1, LIMITS.rowButtons]];
  for (const control of row.components) {
    measured.push(['custom_id', control.custom_id.length, 1, LIMITS.customId]);
    if (control.type === ComponentType.Button) {
      measured.push(['button label', control.label?.length ?? 0, 1, LIMITS.buttonLabel]);
      continue;
    }
    measured.push(
      ['placeholder', control.placeholder?.length ?? 0, 0, LIMITS.placeholder],
      ['menu choices', control.options.length, 1, LIMITS.menuChoices],
      ...control.options.flatMap(({ label, value, description }): Measured[] => [
        ['menu label', label.length, 1, LIMITS.menuLabel],
        ['menu value', value.length, 1, LIMITS.menuValue],
        ['menu description', description?.length ?? 1, 1, LIMITS.menuDescription],
      ]),
    );
  }
  return measured;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
