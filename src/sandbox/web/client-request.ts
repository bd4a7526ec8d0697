import { Locale } from 'discord-api-types/v10';
import * as z from 'zod';
import type { ClientRequest } from '../protocol.ts';

/** More than any field of Discord's holds; a request that is larger is not the page's. */
const longest = 8000;
const text = z.string().max(longest);
const actor = { personId: text, placeId: text, locale: z.enum(Locale) };
const nonce = z.string().min(1).max(100);
const options = z
  .array(z.object({ name: text, value: z.union([text, z.number(), z.boolean()]) }))
  .max(25);

const request = z.discriminatedUnion('type', [
  z.object({ type: z.literal('view'), ...actor }),
  z.object({ type: z.literal('say'), content: text, ...actor }),
  z.object({
    type: z.literal('command'),
    nonce,
    commandId: text,
    options,
    targetId: text.exactOptional(),
    ...actor,
  }),
  z.object({
    type: z.literal('autocomplete'),
    nonce,
    commandId: text,
    options,
    focused: text,
    ...actor,
  }),
  z.object({
    type: z.literal('component'),
    nonce,
    messageId: text,
    customId: text,
    values: z.array(text).max(25).exactOptional(),
    ...actor,
  }),
  z.object({
    type: z.literal('modal'),
    nonce,
    customId: text,
    fields: z.array(z.object({ customId: text, value: text })).max(25),
    messageId: text.exactOptional(),
    ...actor,
  }),
  z.object({ type: z.literal('dismiss'), messageId: text, ...actor }),
]);

/**
 * Reads what a page sent.
 * @returns the request, or why it is none
 */
export function readClientRequest(data: string): ClientRequest | { readonly fault: string } {
  let json: unknown;
  try {
    json = JSON.parse(data);
  } catch {
    return { fault: 'not JSON' };
  }
  const { success, data: parsed, error } = request.safeParse(json);
  return success ? parsed : { fault: z.prettifyError(error) };
}
