import { LIMITS } from './limits.ts';

// Raise it when the meaning of the fields changes: buttons of older messages then say so.
const VERSION = '1';

/** What a button or menu stands for: the command that made it, and that command's fields. */
export interface Control {
  readonly command: string;
  readonly fields: readonly string[];
}

/**
 * A custom_id, `1/quote/cai-2022/next/¶4:2`: it carries all that is needed to answer, so that a
 * button works for ever, after any restart. Fields may hold neither a slash nor a tilde.
 */
export function toCustomId(command: string, ...fields: readonly (string | number)[]): string {
  return [VERSION, command, ...fields].join('/');
}

/** Reads a custom_id, which may come from anybody in any form; undefined if it is not of ours. */
export function parseCustomId(customId: string): Control | undefined {
  if (customId.length > LIMITS.customId) return undefined;
  const [named = ''] = customId.split(TEXT, 1);
  const [version, command, ...fields] = named.split('/');
  return version === VERSION && command !== undefined ? { command, fields } : undefined;
}

// Encloses a piece of the text that all controls of the message carry together, so that white
// space at a piece's ends is not at the ends of the custom_id.
const TEXT = '~';

/**
 * Adds a text to the custom_ids of a message. A text that people typed is longer than one
 * custom_id: each takes what it has room for, and whichever control is used, Discord sends the
 * message with all of them. What finds no room is left out.
 */
export function spreadText(customIds: readonly string[], text: string): string[] {
  const characters = Array.from(text.toWellFormed());
  let at = 0;
  return customIds.map((customId) => {
    const room = LIMITS.customId - customId.length - 2 * TEXT.length;
    let piece = '';
    for (let next = characters[at]; next !== undefined; next = characters[at]) {
      if (piece.length + next.length > room) break;
      piece += next;
      at += 1;
    }
    return piece === '' ? customId : `${customId}${TEXT}${piece}${TEXT}`;
  });
}

/** The text that the custom_ids of a message carry together. */
export function gatherText(customIds: readonly string[]): string {
  return customIds.map((customId) => PIECE.exec(customId)?.[1] ?? '').join('');
}

const PIECE = new RegExp(`${TEXT}([^]*)${TEXT}$`, 'u');
