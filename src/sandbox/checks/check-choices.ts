import {
  ApplicationCommandOptionType,
  type APICommandAutocompleteInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import {
  integer,
  list,
  number,
  object,
  parseForm,
  text,
  type Check,
  type Parsed,
} from './form-check.ts';
import type { FormError } from './form-error.ts';

/** Discord's documentation, "Application Command Option Choice". */
const choiceLimits = { choices: 25, name: 100, value: 100 } as const;

/** Up to here a double holds every integer exactly, and Discord takes no number beyond. */
const largest = 2 ** 53;

function valueCheck(optionType: unknown): Check {
  if (optionType === ApplicationCommandOptionType.Integer) return integer(-largest, largest);
  if (optionType === ApplicationCommandOptionType.Number) return number(-largest, largest);
  return text(1, choiceLimits.value);
}

/**
 * Up to 25 choices, whose values are of their option's type.
 * @param optionType Discord's number for the type of the option
 */
export function choicesFor(optionType: unknown): Check {
  const choice = object({ name: text(1, choiceLimits.name), value: valueCheck(optionType) });
  return list(0, choiceLimits.choices, choice);
}

type AutocompleteBody = Required<APICommandAutocompleteInteractionResponseCallbackData>;

/**
 * Reads `data` of an autocomplete callback (type 8).
 * @param optionType the type of the option that is being typed
 */
export function parseAutocomplete(
  body: unknown,
  optionType: unknown = ApplicationCommandOptionType.String,
  path: FormError['path'] = [],
): Parsed<AutocompleteBody> {
  return parseForm<AutocompleteBody>(object({ choices: choicesFor(optionType) }), body, path);
}
