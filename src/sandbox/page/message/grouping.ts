import type { APIMessage } from 'discord-api-types/payloads/v10';
import { isEphemeral } from './message-flags.ts';
import { startOfDay } from '../session/moment.ts';

const sevenMinutes = 420_000;

/** Whether a day begins with this message. */
export function startsDay(message: APIMessage, previous: APIMessage | undefined): boolean {
  if (previous === undefined) return true;
  return startOfDay(new Date(message.timestamp)) !== startOfDay(new Date(previous.timestamp));
}

/**
 * Whether a message bears its author's picture and name, or follows another of the same author so
 * closely that it stands below it without them.
 */
export function startsGroup(message: APIMessage, previous: APIMessage | undefined): boolean {
  if (previous === undefined || startsDay(message, previous)) return true;
  const gap = Date.parse(message.timestamp) - Date.parse(previous.timestamp);
  const { interaction_metadata: interaction, message_reference: reference } = message;
  const isAnswer = interaction !== undefined || reference !== undefined;
  const changesKind = isEphemeral(message) !== isEphemeral(previous);
  return isAnswer || changesKind || previous.author.id !== message.author.id || gap > sevenMinutes;
}
