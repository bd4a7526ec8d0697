import { MessageFlags } from 'discord-api-types/payloads/v10';
import type { APIMessage } from 'discord-api-types/payloads/v10';

/** Only its asker sees it. */
export function isEphemeral(message: APIMessage): boolean {
  return hasFlag(message, MessageFlags.Ephemeral);
}

/** The application has announced an answer that is still to come. */
export function isThinking(message: APIMessage): boolean {
  return hasFlag(message, MessageFlags.Loading);
}

/** Its embeds stay hidden. */
export function hidesEmbeds(message: APIMessage): boolean {
  return hasFlag(message, MessageFlags.SuppressEmbeds);
}

function hasFlag({ flags }: APIMessage, flag: MessageFlags): boolean {
  return ((flags ?? 0) & flag) !== 0;
}
