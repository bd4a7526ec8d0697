import { choicesFor } from './check-choices.ts';
import { checkDescription, checkName, commandLimits, localizations } from './check-command-text.ts';
import {
  all,
  boolean,
  entriesOf,
  fault,
  integer,
  isObject,
  list,
  number,
  object,
  oneOf,
  optional,
  shown,
  text,
  unique,
  unsupported,
  type Check,
} from './form-check.ts';

/** String, integer, boolean, user, number: what the sandbox can fill in. */
const supportedTypes = [3, 4, 5, 6, 10];
/** Subcommands and their groups, channel, role, mentionable, attachment. */
const unsupportedTypes = new Set<unknown>([1, 2, 7, 8, 9, 11]);

const choiceLocalizations: Check = (value, path) =>
  entriesOf(value).flatMap((choice, index) =>
    localizations(text(1, commandLimits.description))(
      isObject(choice) ? choice['name_localizations'] : undefined,
      [...path, index, 'name_localizations'],
    ),
  );

const choices: Check = (value, path) => {
  if (!isObject(value)) return [];
  const check = optional(all(choicesFor(value['type']), choiceLocalizations));
  return check(value['choices'], [...path, 'choices']);
};

const eitherChoices: Check = (value, path) =>
  isObject(value) && value['autocomplete'] === true && entriesOf(value['choices']).length > 0
    ? fault(
        path,
        'APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID',
        'Choices cannot be set when autocomplete is enabled',
      )
    : [];

const safeNumber = number(-(2 ** 53), 2 ** 53);

const fields = object({
  type: oneOf(supportedTypes),
  name: checkName,
  name_localizations: localizations(checkName),
  description: checkDescription,
  description_localizations: localizations(checkDescription),
  required: optional(boolean),
  autocomplete: optional(boolean),
  min_length: optional(integer(0, commandLimits.stringLength)),
  max_length: optional(integer(1, commandLimits.stringLength)),
  min_value: optional(safeNumber),
  max_value: optional(safeNumber),
});

const option: Check = (value, path) => {
  const type = isObject(value) ? value['type'] : undefined;
  return unsupportedTypes.has(type)
    ? unsupported(path, `options of type ${shown(type)}`)
    : all(fields, choices, eitherChoices)(value, path);
};

const requiredFirst: Check = (value, path) => {
  const required = entriesOf(value).map((entry) => isObject(entry) && entry['required'] === true);
  return required.flatMap((isRequired, index) =>
    isRequired && required.slice(0, index).includes(false)
      ? fault(
          [...path, index],
          'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
          'Required options must be placed before non-required options',
        )
      : [],
  );
};

/** The options of a slash command. */
export const checkOptions: Check = all(
  list(0, commandLimits.options, option),
  requiredFirst,
  unique('name', 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Option name already exists'),
);
