import { unsupportedCode, type FormError } from './form-error.ts';

type Path = FormError['path'];
/** Looks at one value of a body; an empty list means that Discord would take it. */
export type Check = (value: unknown, path: Path) => readonly FormError[];

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value's entries where it is a list, else none: for rules that compare entries. */
export function entriesOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Characters as people count them in code points, so that an emoji outside the BMP is one. */
export function lengthOf(value: unknown): number {
  return typeof value === 'string' ? Array.from(value).length : 0;
}

/** A value as an error message shows it. */
export function shown(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined');
}

export function fault(path: Path, code: string, message: string): readonly FormError[] {
  return [{ path, code, message }];
}

export function missing(path: Path): readonly FormError[] {
  return fault(path, 'BASE_TYPE_REQUIRED', 'This field is required');
}

export function unsupported(path: Path, what: string): readonly FormError[] {
  return fault(path, unsupportedCode, `The sandbox does not support ${what}`);
}

/** Absent and null are fine, as for most of Discord's fields. */
export function optional(check: Check): Check {
  return (value, path) => (value === undefined || value === null ? [] : check(value, path));
}

function lengthFault(length: number, min: number, max: number, path: Path): readonly FormError[] {
  if (length >= min && length <= max) return [];
  return min > 0
    ? fault(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`)
    : fault(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
}

/** A string of `min` to `max` characters; Discord trims before it counts. */
export function text(min: number, max: number): Check {
  return (value, path) => {
    if (value === undefined || value === null) return missing(path);
    if (typeof value !== 'string')
      return fault(path, 'STRING_TYPE_CONVERT', `Could not interpret "${shown(value)}" as string.`);
    const length = lengthOf(value.trim());
    return length === 0 && min > 0 ? missing(path) : lengthFault(length, min, max, path);
  };
}

/** A string that the pattern matches as a whole. */
export function pattern(expression: RegExp, code: string, message: string): Check {
  return (value, path) =>
    typeof value === 'string' && expression.test(value) ? [] : fault(path, code, message);
}

export const boolean: Check = (value, path) =>
  typeof value === 'boolean'
    ? []
    : fault(path, 'BOOLEAN_TYPE_CONVERT', 'Must be either true or false.');

/** A number within both bounds. */
export function number(min: number, max: number): Check {
  return (value, path) => {
    if (typeof value !== 'number' || !Number.isFinite(value))
      return fault(path, 'NUMBER_TYPE_COERCE', `Value "${shown(value)}" is not int.`);
    if (value < min)
      return fault(path, 'NUMBER_TYPE_MIN', `Value should be greater than or equal to ${min}.`);
    return value > max
      ? fault(path, 'NUMBER_TYPE_MAX', `Value should be less than or equal to ${max}.`)
      : [];
  };
}

export function integer(min: number, max: number): Check {
  return (value, path) =>
    typeof value === 'number' && !Number.isInteger(value)
      ? fault(path, 'NUMBER_TYPE_COERCE', `Value "${value}" is not int.`)
      : number(min, max)(value, path);
}

export function oneOf(values: readonly unknown[]): Check {
  return (value, path) => {
    if (value === undefined || value === null) return missing(path);
    return values.includes(value)
      ? []
      : fault(path, 'BASE_TYPE_CHOICES', `Value must be one of {${values.join(', ')}}.`);
  };
}

/** An http or https address of at most `max` characters. */
export function url(max: number, schemes: readonly string[] = ['http', 'https']): Check {
  return (value, path) => {
    const wrongText = text(1, max)(value, path);
    if (wrongText.length > 0) return wrongText;
    if (!URL.canParse(String(value)))
      return fault(path, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
    const scheme = new URL(String(value)).protocol.slice(0, -1);
    const allowed = schemes.map((name) => `'${name}'`).join(', ');
    return schemes.includes(scheme)
      ? []
      : fault(
          path,
          'URL_TYPE_INVALID_SCHEME',
          `Scheme "${scheme}" is not supported. Scheme must be one of (${allowed}).`,
        );
  };
}

/** A list of `min` to `max` entries, each of which passes `entry`. */
export function list(min: number, max: number, entry: Check): Check {
  return (value, path) => {
    if (value === undefined || value === null) return missing(path);
    if (!Array.isArray(value))
      return fault(path, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
    return [
      ...lengthFault(value.length, min, max, path),
      ...value.flatMap((item, index) => entry(item, [...path, index])),
    ];
  };
}

/** An object whose named fields pass their checks; Discord ignores the fields that it does not know. */
export function object(fields: Readonly<Record<string, Check>>): Check {
  return (value, path) => {
    if (value === undefined || value === null) return missing(path);
    if (!isObject(value))
      return fault(path, 'MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType');
    return Object.entries(fields).flatMap(([key, check]) => check(value[key], [...path, key]));
  };
}

/** All of the checks, one after the other. */
export function all(...checks: readonly Check[]): Check {
  return (value, path) => checks.flatMap((check) => check(value, path));
}

/** Faults for entries whose `key` an earlier entry already has. */
export function unique(key: string, code: string, message: string): Check {
  return (value, path) => {
    const seen = new Set<unknown>();
    return entriesOf(value).flatMap((entry, index) => {
      const own = isObject(entry) ? entry[key] : undefined;
      if (own === undefined || own === null) return [];
      if (seen.has(own)) return fault([...path, index, key], code, message);
      seen.add(own);
      return [];
    });
  };
}

/** A value that is now known to be what its check stands for, or why it is not. */
export type Parsed<Type> = { readonly value: Type } | { readonly errors: readonly FormError[] };

/** Reads a part of a request's body: what passes the check is of the check's type. */
export function parseForm<Type>(check: Check, value: unknown, path: Path = []): Parsed<Type> {
  const errors = check(value, path);
  const isFaultless = (_value: unknown): _value is Type => errors.length === 0;
  return isFaultless(value) ? { value } : { errors };
}
