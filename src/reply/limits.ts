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

type Check = (what: string, size: number | undefined, least: number, most: number) => void;

/** Every limit that a message breaks, in words; none if Discord will take it. */
export function findExcess({ content, embeds, components }: Message): string[] {
  const excess: string[] = [];
  const check: Check = (what, size, least, most) => {
    if (size !== undefined && (size < least || size > most))
      excess.push(`${what}: ${size}, not ${least} to ${most}`);
  };
  check('content', content.length, 0, LIMITS.content);
  check('embeds', embeds.length, 0, LIMITS.embeds);
  check('all embeds together', sum(embeds.map(embedLength)), 0, LIMITS.embedTotal);
  for (const embed of embeds) checkEmbed(embed, check);
  check('rows', components.length, 0, LIMITS.rows);
  for (const row of components) checkRow(row, check);
  const ids = components.flatMap((row) => row.components.map(({ custom_id: id }) => id));
  if (new Set(ids).size < ids.length) excess.push('two controls have the same custom_id');
  if (content === '' && embeds.length === 0) excess.push('the message is empty');
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

function checkEmbed({ title, description, author, footer }: APIEmbed, check: Check): void {
  check('embed title', title?.length, 0, LIMITS.embedTitle);
  check('embed description', description?.length, 1, LIMITS.embedDescription);
  check('embed author', author?.name.length, 1, LIMITS.embedAuthor);
  check('embed footer', footer?.text.length, 1, LIMITS.embedFooter);
}

function checkRow({ components }: Message['components'][number], check: Check): void {
  check('controls in a row', components.length, 1, LIMITS.rowButtons);
  for (const control of components) {
    check('custom_id', control.custom_id.length, 1, LIMITS.customId);
    if (control.type === ComponentType.Button) {
      check('button label', control.label?.length ?? 0, 1, LIMITS.buttonLabel);
      continue;
    }
    check('placeholder', control.placeholder?.length, 0, LIMITS.placeholder);
    check('menu choices', control.options.length, 1, LIMITS.menuChoices);
    for (const { label, value, description } of control.options) {
      check('menu label', label.length, 1, LIMITS.menuLabel);
      check('menu value', value.length, 1, LIMITS.menuValue);
      check('menu description', description?.length, 1, LIMITS.menuDescription);
    }
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
