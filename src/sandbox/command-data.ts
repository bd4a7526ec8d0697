import {
  ApplicationCommandOptionType,
  type APIApplicationCommand,
  type APIApplicationCommandOption,
} from 'discord-api-types/v10';
import { entriesOf, isObject, lengthOf, type JsonObject } from './checks/form-check.ts';
import { commandLimits } from './checks/check-command-text.ts';
import type { StoredMessage } from './message-store.ts';
import type { OptionValue } from './protocol.ts';
import { people } from './scene.ts';
import { toUser } from './identities.ts';

/** What keeps Discord from sending an interaction: the reason, for people. */
export type Prepared = { readonly data: JsonObject } | { readonly refusal: string };

function wrongType(option: APIApplicationCommandOption, value: OptionValue['value']): boolean {
  if (option.type === ApplicationCommandOptionType.Integer) return !Number.isInteger(value);
  if (option.type === ApplicationCommandOptionType.Number) return typeof value !== 'number';
  if (option.type === ApplicationCommandOptionType.Boolean) return typeof value !== 'boolean';
  return typeof value !== 'string';
}

function outOfBounds(option: JsonObject, value: OptionValue['value']): boolean {
  if (typeof value === 'string') return lengthOf(value) > commandLimits.stringLength;
  const { min_value: min = -Infinity, max_value: max = Infinity } = option;
  return typeof value === 'number' && (value < Number(min) || value > Number(max));
}

function notAChoice(option: JsonObject, value: OptionValue['value']): boolean {
  const choices = entriesOf(option['choices']);
  return (
    choices.length > 0 && !choices.some((choice) => isObject(choice) && choice['value'] === value)
  );
}

/** The first rule of Discord that the values break, before anything reaches the bot. */
function faultIn(
  declared: readonly APIApplicationCommandOption[],
  values: readonly OptionValue[],
): string | undefined {
  const given = new Set(values.map(({ name }) => name));
  if (given.size < values.length) return 'An option is given twice.';
  const absent = declared.find(({ name, required }) => required === true && !given.has(name));
  if (absent) return `The option "${absent.name}" is required.`;
  for (const { name, value } of values) {
    const option = declared.find((candidate) => candidate.name === name);
    if (!option) return `The command has no option "${name}".`;
    const own: JsonObject = { ...option };
    if (wrongType(option, value)) return `The option "${name}" does not take this type of value.`;
    if (outOfBounds(own, value)) return `The value of "${name}" is out of bounds.`;
    if (notAChoice(own, value)) return `The value of "${name}" is not one of its choices.`;
  }
  return undefined;
}

function toOptions(
  declared: readonly APIApplicationCommandOption[],
  values: readonly OptionValue[],
): JsonObject[] {
  return values.map(({ name, value }) => ({
    name,
    type:
      declared.find((option) => option.name === name)?.type ?? ApplicationCommandOptionType.String,
    value,
  }));
}

function resolvedUsers(options: readonly JsonObject[]): JsonObject {
  const named = new Set(
    options
      .filter(({ type }) => type === ApplicationCommandOptionType.User)
      .map(({ value }) => value),
  );
  const users = people
    .filter(({ id }) => named.has(id))
    .map((person) => [person.id, toUser(person)]);
  return users.length === 0 ? {} : { resolved: { users: Object.fromEntries(users) } };
}

function base(command: APIApplicationCommand): JsonObject {
  const { id, name, type, guild_id: guildId } = command;
  return { id, name, type, ...(guildId === undefined ? {} : { guild_id: guildId }) };
}

/** `data` of a slash command (type 2). */
export function toCommandData(
  command: APIApplicationCommand,
  values: readonly OptionValue[],
): Prepared {
  const declared = command.options ?? [];
  const refusal = faultIn(declared, values);
  if (refusal !== undefined) return { refusal };
  const options = toOptions(declared, values);
  return { data: { ...base(command), options, ...resolvedUsers(options) } };
}

/** `data` of a message command, with the message in `resolved`. */
export function toMenuData(
  command: APIApplicationCommand,
  target: StoredMessage | undefined,
): Prepared {
  if (!target) return { refusal: 'The message is gone.' };
  const { message } = target;
  const resolved = { messages: { [message.id]: message } };
  return { data: { ...base(command), target_id: message.id, resolved } };
}

/** `data` of an autocomplete interaction (type 4): what is typed so far is checked by nobody. */
export function toAutocompleteData(
  command: APIApplicationCommand,
  values: readonly OptionValue[],
  focused: string,
): Prepared {
  const declared = command.options ?? [];
  const target: JsonObject = { ...declared.find(({ name }) => name === focused) };
  if (target['autocomplete'] !== true)
    return { refusal: `The option "${focused}" has no autocomplete.` };
  const known = values.filter(({ name }) => declared.some((option) => option.name === name));
  const complete = known.some(({ name }) => name === focused)
    ? known
    : [...known, { name: focused, value: '' }];
  const options = toOptions(declared, complete).map((option) =>
    option['name'] === focused ? Object.assign({ focused: true }, option) : option,
  );
  return { data: { ...base(command), options } };
}
