import { Locale } from 'discord-api-types/v10';
import {
  all,
  fault,
  isObject,
  missing,
  object,
  oneOf,
  optional,
  text,
  type Check,
} from './form-check.ts';

/** Discord's documentation, "Application Commands". */
export const commandLimits = {
  name: 32,
  description: 100,
  options: 25,
  /** Names, descriptions and values of one command, the longest translation of each. */
  characters: 8000,
  stringLength: 6000,
  chatInput: 100,
  user: 15,
  message: 15,
} as const;

const knownLocales = Object.values(Locale);
const allowedName = /^[-_'\p{L}\p{N}\p{Script=Devanagari}\p{Script=Thai}]{1,32}$/u;

/** The name of a slash command or of an option: letters, digits, `-`, `_`, `'`, no capitals. */
export const checkName: Check = (value, path) => {
  if (value === undefined || value === null) return missing(path);
  const isAllowed =
    typeof value === 'string' && allowedName.test(value) && value === value.toLowerCase();
  return isAllowed
    ? []
    : fault(path, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
};

/** The name of a user or message command, which may have spaces and capitals. */
export const checkMenuName: Check = text(1, commandLimits.name);
export const checkDescription: Check = text(1, commandLimits.description);

const checkLocale: Check = (_value, path) => oneOf(knownLocales)(path.at(-1), path);

/** Translations by locale, each of which passes the check of the original. */
export function localizations(check: Check): Check {
  return optional((value, path) =>
    isObject(value)
      ? Object.entries(value).flatMap(([locale, translated]) =>
          all(checkLocale, optional(check))(translated, [...path, locale]),
        )
      : object({})(value, path),
  );
}
