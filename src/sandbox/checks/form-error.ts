/** One fault in a request's body, as Discord names it. */
export interface FormError {
  /** Keys and indices that lead to the value, from the body's root. */
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

/** Marks a part of Discord that the sandbox does not have: answered with 501, never accepted in silence. */
export const unsupportedCode = 'SANDBOX_UNSUPPORTED';

function below(key: string | number, errors: readonly FormError[]): readonly FormError[] {
  return errors
    .filter(({ path }) => path[0] === key)
    .map(({ path, code, message }) => ({ path: path.slice(1), code, message }));
}

/** The nested `errors` of Discord's code 50035: `{ embeds: { 0: { title: { _errors: […] } } } }`. */
export function toErrorTree(errors: readonly FormError[]): object {
  const own = errors.filter(({ path }) => path.length === 0);
  const keys = new Set(errors.flatMap(({ path }) => path.slice(0, 1)));
  const children = [...keys].map((key) => [key, toErrorTree(below(key, errors))] as const);
  const ownErrors = own.map(({ code, message }) => ({ code, message }));
  return { ...Object.fromEntries(children), ...(own.length > 0 ? { _errors: ownErrors } : {}) };
}

/** One line for people: `embeds[0].title: Must be 256 or fewer in length.` */
export function toErrorLine({ path, message }: FormError): string {
  const place = path
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`))
    .join('');
  return place === '' ? message : `${place}: ${message}`;
}
