import type { Parsed } from '../../../src/sandbox/checks/form-check.ts';

/** What is wrong with a body, as `path CODE`; empty if nothing. */
export function errorsOf(parsed: Parsed<unknown>): readonly string[] {
  return 'errors' in parsed
    ? parsed.errors.map(({ path, code }) => `${path.join('.')} ${code}`)
    : [];
}
