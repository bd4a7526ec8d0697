import { isDeepStrictEqual } from 'node:util';
import type { REST } from 'discord.js';
import { ApplicationIntegrationType, InteractionContextType, Routes } from 'discord-api-types/v10';
import * as z from 'zod';
import type { Command } from '../command.ts';
import type { Log } from './log.ts';
import { toErrorFields } from './log.ts';

/** The JSON that registers a command. */
export type Declaration = Command['declaration'];

/** Everywhere: servers, the bot's direct messages and any private channel of who installed it. */
const EVERYWHERE = {
  integration_types: [
    ApplicationIntegrationType.GuildInstall,
    ApplicationIntegrationType.UserInstall,
  ],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

/** What the bot is to Discord, and its way to speak with it. */
export interface Application {
  readonly rest: REST;
  readonly applicationId: string;
}

export interface Registration extends Application {
  readonly declarations: readonly Declaration[];
  /** Registers in this server only. */
  readonly guildId?: string;
}

/**
 * Makes Discord's list of commands the declared one; sends nothing if it is already. Rejects with
 * what Discord says. Returns whether anything was sent.
 */
export async function register({
  rest,
  applicationId,
  declarations,
  guildId,
}: Registration): Promise<boolean> {
  const route =
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  // In a single server a command has no contexts to choose from.
  const wanted = declarations.map((declaration) =>
    guildId === undefined ? { ...declaration, ...EVERYWHERE } : declaration,
  );
  const registered = await rest.get(route, {
    query: new URLSearchParams({ with_localizations: 'true' }),
  });
  if (isDeepStrictEqual(toComparable(registered), toComparable(wanted))) return false;
  await rest.put(route, { body: wanted });
  return true;
}

/**
 * Registers and says so in the log. The commands of an earlier start go on working, so a failure
 * is no reason to stop.
 */
export async function registerCommands(registration: Registration, log: Log): Promise<void> {
  try {
    const isChanged = await register(registration);
    log.info(isChanged ? 'commands registered' : 'commands are registered already', {
      commands: registration.declarations.length,
    });
  } catch (error) {
    log.error('the commands could not be registered; they are tried again at the next start', {
      error: toErrorFields(error),
    });
  }
}

const COMPARED = new Set([
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'options',
  'required',
  'autocomplete',
  'choices',
  'value',
  'min_value',
  'max_value',
  'min_length',
  'max_length',
  'nsfw',
  'default_member_permissions',
]);

const declarationList = z.array(z.looseObject({ type: z.number().default(1), name: z.string() }));

// Discord adds fields of its own and writes out what is not said; what is left can be compared.
function toComparable(list: unknown): unknown {
  const { data = [] } = declarationList.safeParse(list);
  const compared = data.map((declaration) => ({
    said: strip(declaration),
    contexts: toSorted(declaration['contexts']),
    integration_types: toSorted(declaration['integration_types']),
  }));
  // In any order: Discord has one command of a type and a name.
  return new Map(compared.map((command, at) => [`${data[at]?.type} ${data[at]?.name}`, command]));
}

function strip(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(strip);
  if (typeof json !== 'object' || json === null) return json;
  const said = Object.entries(json).filter(
    ([key, value]) => COMPARED.has(key) && !isDefault(value),
  );
  return Object.fromEntries(said.map(([key, value]) => [key, strip(value)]));
}

function isDefault(value: unknown): boolean {
  const isEmpty = Array.isArray(value) && value.length === 0;
  return value === undefined || value === null || value === false || value === '' || isEmpty;
}

function toSorted(list: unknown): unknown {
  return z
    .array(z.number())
    .safeParse(list)
    .data?.sort((a, b) => a - b);
}
