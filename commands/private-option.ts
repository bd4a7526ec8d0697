import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { Options } from '../src/command.ts';

/** The option of a command whose answer everybody would see. */
export const PRIVATE_OPTION = {
  type: ApplicationCommandOptionType.Boolean,
  name: 'private',
  description: 'Show the answer only to you',
} as const;

/** Who is to see the answer. */
export function toVisibility(options: Options): 'public' | 'private' {
  return options.boolean('private') === true ? 'private' : 'public';
}
