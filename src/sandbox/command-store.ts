import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type APIApplicationCommand,
  type APIApplicationCommandOption,
} from 'discord-api-types/v10';
import type { CommandBody } from './checks/check-command.ts';
import type { Place } from './protocol.ts';

/** The guild of a command; global commands have none. */
type Scope = string | undefined;

export interface CommandStore {
  list(scope: Scope): readonly APIApplicationCommand[];
  find(scope: Scope, id: string): APIApplicationCommand | undefined;
  /** Creates a command, or overwrites the one of the same name and type. */
  upsert(scope: Scope, body: CommandBody): { command: APIApplicationCommand; created: boolean };
  replaceAll(scope: Scope, bodies: readonly CommandBody[]): readonly APIApplicationCommand[];
  replace(scope: Scope, id: string, body: CommandBody): APIApplicationCommand;
  remove(scope: Scope, id: string): boolean;
  /** How many commands there are in all scopes. */
  count(): number;
  /** The commands that a person finds in a place. */
  usableIn(place: Place): readonly APIApplicationCommand[];
}

/** Discord's name for a kind of place. */
export const contextOf = {
  guild: InteractionContextType.Guild,
  bot_dm: InteractionContextType.BotDM,
  private_channel: InteractionContextType.PrivateChannel,
} as const;

const defaultInstalls = [ApplicationIntegrationType.GuildInstall];
/** Where Discord shows a command whose `contexts` is null. */
const defaultContexts = [InteractionContextType.Guild, InteractionContextType.BotDM];

function isUsable(command: APIApplicationCommand, place: Place): boolean {
  if (command.guild_id !== undefined) return command.guild_id === place.guildId;
  const installs = command.integration_types ?? defaultInstalls;
  const isBrought = place.kind === 'private_channel';
  return (
    (command.contexts ?? defaultContexts).includes(contextOf[place.kind]) &&
    (!isBrought || installs.includes(ApplicationIntegrationType.UserInstall))
  );
}

/** An option as Discord gives it back: what is false or empty is left out. */
function toStoredOption(option: APIApplicationCommandOption): APIApplicationCommandOption {
  const stored = { ...option };
  if (!stored.required) delete stored.required;
  if ('autocomplete' in stored && !stored.autocomplete) delete stored.autocomplete;
  if ('choices' in stored && (stored.choices ?? []).length === 0) delete stored.choices;
  return stored;
}

interface Identity {
  readonly id: string;
  readonly application_id: string;
  readonly version: string;
}

/** A command as Discord gives it back, with every field that the application left out. */
function toStored(identity: Identity, scope: Scope, body: CommandBody): APIApplicationCommand {
  const options = (body.options ?? []).map(toStoredOption);
  const installed = {
    integration_types: body.integration_types ?? defaultInstalls,
    contexts: body.contexts ?? null,
  };
  return {
    ...identity,
    type: body.type ?? ApplicationCommandType.ChatInput,
    name: body.name,
    name_localizations: body.name_localizations ?? null,
    description: body.description ?? '',
    description_localizations: body.description_localizations ?? null,
    default_member_permissions: body.default_member_permissions ?? null,
    nsfw: body.nsfw ?? false,
    ...(scope === undefined ? installed : { guild_id: scope }),
    ...(options.length > 0 ? { options } : {}),
  };
}

/** Keeps the commands of one application, global ones and those of each guild. */
export function createCommandStore(
  applicationId: string,
  nextId: () => string,
  onChange: () => void,
): CommandStore {
  const scopes = new Map<Scope, readonly APIApplicationCommand[]>();
  const list = (scope: Scope): readonly APIApplicationCommand[] => scopes.get(scope) ?? [];
  const put = (scope: Scope, commands: readonly APIApplicationCommand[]): void => {
    scopes.set(scope, commands);
    onChange();
  };
  const same = (scope: Scope, body: CommandBody): APIApplicationCommand | undefined =>
    list(scope).find(
      ({ name, type }) =>
        name === body.name && type === (body.type ?? ApplicationCommandType.ChatInput),
    );
  const toCommand = (scope: Scope, body: CommandBody, id = nextId()): APIApplicationCommand =>
    toStored({ id, application_id: applicationId, version: nextId() }, scope, body);
  const replace = (scope: Scope, id: string, body: CommandBody): APIApplicationCommand => {
    const command = toCommand(scope, body, id);
    put(
      scope,
      list(scope).map((old) => (old.id === id ? command : old)),
    );
    return command;
  };

  return {
    list,
    replace,
    find: (scope, id) => list(scope).find((command) => command.id === id),
    count: () => [...scopes.values()].flat().length,
    upsert(scope, body) {
      const old = same(scope, body);
      if (old) return { command: replace(scope, old.id, body), created: false };
      const command = toCommand(scope, body);
      put(scope, [...list(scope), command]);
      return { command, created: true };
    },
    replaceAll(scope, bodies) {
      put(
        scope,
        bodies.map((body) => toCommand(scope, body, same(scope, body)?.id)),
      );
      return list(scope);
    },
    remove(scope, id) {
      const rest = list(scope).filter((command) => command.id !== id);
      const found = rest.length < list(scope).length;
      if (found) put(scope, rest);
      return found;
    },
    usableIn: (place) => [...scopes.values()].flat().filter((command) => isUsable(command, place)),
  };
}
