import type { APIApplicationCommand } from 'discord-api-types/v10';
import {
  checkDescription,
  checkMenuName,
  checkName,
  commandLimits,
  localizations,
} from './check-command-text.ts';
import { checkOptions } from './check-option.ts';
import {
  all,
  boolean,
  entriesOf,
  fault,
  isObject,
  lengthOf,
  list,
  object,
  oneOf,
  optional,
  parseForm,
  pattern,
  shown,
  text,
  unsupported,
  type Check,
  type JsonObject,
  type Parsed,
} from './form-check.ts';

type Declared = Pick<
  APIApplicationCommand,
  | 'type'
  | 'name_localizations'
  | 'description'
  | 'description_localizations'
  | 'options'
  | 'default_member_permissions'
  | 'nsfw'
  | 'integration_types'
  | 'contexts'
>;

/** A command as the application declares it. */
export type CommandBody = Partial<Declared> & Pick<APIApplicationCommand, 'name'>;

const chatInput = 1;
const entryPoint = 4;
const permissions = pattern(/^\d{1,20}$/, 'NUMBER_TYPE_COERCE', 'Value is not a bit set.');

const sharedFields = {
  type: optional(oneOf([1, 2, 3])),
  default_member_permissions: optional(permissions),
  nsfw: optional(boolean),
  dm_permission: optional(boolean),
  integration_types: optional(list(1, 2, oneOf([0, 1]))),
  contexts: optional(list(1, 3, oneOf([0, 1, 2]))),
};

const chatInputCommand = object({
  ...sharedFields,
  name: checkName,
  name_localizations: localizations(checkName),
  description: checkDescription,
  description_localizations: localizations(checkDescription),
  options: optional(checkOptions),
});

const menuCommand = object({
  ...sharedFields,
  name: checkMenuName,
  name_localizations: localizations(checkMenuName),
  description: optional(text(0, 0)),
  options: optional(list(0, 0, object({}))),
});

/** The longest of a text and its translations: the one that Discord counts. */
function longest(value: JsonObject, key: 'name' | 'description'): number {
  const translated = value[`${key}_localizations`];
  const others = isObject(translated) ? Object.values(translated) : [];
  return Math.max(...[value[key], ...others].map(lengthOf));
}

function ownLength(value: JsonObject): number {
  return longest(value, 'name') + longest(value, 'description') + lengthOf(value['value']);
}

/** Characters of a command's names, descriptions and values, of which Discord takes 8000. */
function commandLength(value: JsonObject): number {
  const options = entriesOf(value['options']).filter(isObject);
  const choices = options.flatMap((option) => entriesOf(option['choices'])).filter(isObject);
  return [value, ...options, ...choices].reduce((sum, part) => sum + ownLength(part), 0);
}

const oneCommand: Check = (value, path) => {
  const type = isObject(value) ? (value['type'] ?? chatInput) : chatInput;
  if (type === entryPoint) return unsupported(path, 'entry point commands');
  const tooLarge = isObject(value) && commandLength(value) > commandLimits.characters;
  return [
    ...(type === chatInput ? chatInputCommand : menuCommand)(value, path),
    ...(tooLarge
      ? fault(
          path,
          'APPLICATION_COMMAND_TOO_LARGE',
          `Command exceeds maximum size (${commandLimits.characters})`,
        )
      : []),
  ];
};

/** Name and type together tell a command from the others. */
function keyOf(value: unknown): string {
  return isObject(value) ? `${shown(value['type'] ?? chatInput)} ${shown(value['name'])}` : '';
}

const distinctNames: Check = (value, path) => {
  const keys = entriesOf(value).map(keyOf);
  return keys.flatMap((key, index) =>
    keys.indexOf(key) < index
      ? fault(
          [...path, index, 'name'],
          'APPLICATION_COMMANDS_DUPLICATE_NAME',
          'Application command names must be unique',
        )
      : [],
  );
};

/** How many commands of each type Discord allows. */
export const maxOfType: Readonly<Record<number, number>> = {
  1: commandLimits.chatInput,
  2: commandLimits.user,
  3: commandLimits.message,
};

const withinNumbers: Check = (value, path) => {
  const keys = entriesOf(value).map(keyOf);
  return Object.entries(maxOfType)
    .filter(([type, max]) => keys.filter((key) => key.startsWith(`${type} `)).length > max)
    .flatMap(([, max]) =>
      fault(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`),
    );
};

const anyNumber = Number.POSITIVE_INFINITY;
const commandList = all(list(0, anyNumber, oneCommand), distinctNames, withinNumbers);

/** Reads one command as the application declares it, against Discord's limits. */
export function parseCommand(body: unknown): Parsed<CommandBody> {
  return parseForm<CommandBody>(oneCommand, body);
}

/** Reads the list of a bulk overwrite: each command, their names and their number. */
export function parseCommandList(body: unknown): Parsed<readonly CommandBody[]> {
  return parseForm<readonly CommandBody[]>(commandList, body);
}
