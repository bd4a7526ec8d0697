import { LIMITS } from './limits.ts';

// Raise it when the meaning of the fields changes: buttons of older messages then say so.
const VERSION = '1';

/** What a button or menu stands for: the command that made it, and that command's fields. */
export interface Control {
  readonly command: string;
  readonly fields: readonly string[];
}

/**
 * A custom_id, `1/quote/show/cai-2022/4:2`: it carries all that is needed to answer, so that
 * a button works for ever, after any restart. Only the last field may contain a slash.
 * @throws RangeError when it is longer than Discord's 100 characters.
 */
export function toCustomId(command: string, ...fields: readonly (string | number)[]): string {
  const customId = [VERSION, command, ...fields].join('/');
  if (customId.length > LIMITS.customId) throw new RangeError(`custom_id too long: ${customId}`);
  return customId;
}

/** Reads a custom_id, which may come from anybody in any form; undefined if it is not of ours. */
export function parseCustomId(customId: string): Control | undefined {
  if (customId.length > LIMITS.customId) return undefined;
  const [version, command, ...fields] = customId.split('/');
  return version === VERSION && command !== undefined ? { command, fields } : undefined;
}
