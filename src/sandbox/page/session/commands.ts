import { ApplicationCommandOptionType } from 'discord-api-types/payloads/v10';
import type {
  APIApplicationCommand,
  APIApplicationCommandBasicOption,
  APIApplicationCommandOption,
  ApplicationCommandType,
} from 'discord-api-types/payloads/v10';
import type { SessionState } from './session-state.ts';

/** The commands of a kind that a person finds here. */
export function commandsIn(
  { commands }: SessionState,
  type: ApplicationCommandType,
): APIApplicationCommand[] {
  return commands.filter((command) => command.type === type);
}

interface Described {
  readonly name: string;
  readonly description?: string;
  readonly name_localizations?: object | null;
  readonly description_localizations?: object | null;
}

/** The name in the visitor's language, where the bot gives one. */
export function toLocalName({ name, name_localizations }: Described, locale: string): string {
  return localized(name_localizations, locale) ?? name;
}

/** The description in the visitor's language, where the bot gives one. */
export function toLocalDescription(
  { description = '', description_localizations }: Described,
  locale: string,
): string {
  return localized(description_localizations, locale) ?? description;
}

function localized(names: object | null | undefined, locale: string): string | undefined {
  const name: unknown = names && Object.entries(names).find(([key]) => key === locale)?.[1];
  return typeof name === 'string' ? name : undefined;
}

/** The commands whose names begin with what was typed, then those that merely contain it. */
export function matchCommands(
  commands: readonly APIApplicationCommand[],
  typed: string,
  locale: string,
): APIApplicationCommand[] {
  const wanted = typed.toLowerCase();
  const rank = (command: APIApplicationCommand): number => {
    const names = [command.name, toLocalName(command, locale)].map((name) => name.toLowerCase());
    if (names.some((name) => name.startsWith(wanted))) return 0;
    return names.some((name) => name.includes(wanted)) ? 1 : 2;
  };
  return commands.filter((command) => rank(command) < 2).sort((a, b) => rank(a) - rank(b));
}

export type Option = APIApplicationCommandBasicOption;

/** The options of a command, required ones first as Discord demands. Subcommands are not among them. */
export function optionsOf(command: APIApplicationCommand): Option[] {
  const options = (command.options ?? []).filter(isBasic);
  return options.sort((a, b) => Number(b.required ?? false) - Number(a.required ?? false));
}

function isBasic(option: APIApplicationCommandOption): option is Option {
  const { Subcommand, SubcommandGroup } = ApplicationCommandOptionType;
  return option.type !== Subcommand && option.type !== SubcommandGroup;
}
