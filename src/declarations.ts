import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import type { Command } from './command.ts';
import type { Library } from './search/library.ts';

const ARTICLE_OPTION = {
  type: ApplicationCommandOptionType.String,
  name: 'article',
  description: 'Which article; leave out for the first',
  autocomplete: true,
} as const;

/** What Discord is told of the commands. With several articles each can be asked for by option. */
export function toDeclarations(
  commands: readonly Command[],
  { editions }: Library,
): Command['declaration'][] {
  return commands.map(({ declaration }) => {
    if (editions.size === 1 || declaration.type !== ApplicationCommandType.ChatInput)
      return declaration;
    return { ...declaration, options: [...(declaration.options ?? []), ARTICLE_OPTION] };
  });
}
