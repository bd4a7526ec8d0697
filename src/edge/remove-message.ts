import { setTimeout as sleep } from 'node:timers/promises';
import { InteractionResponseType, RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import type { Response } from '../answer.ts';
import type { Callback } from './acknowledge.ts';
import { DEADLINE } from './acknowledge.ts';
import type { InteractionApi } from './interaction-api.ts';
import type { Log } from './log.ts';

/** Before each attempt, in milliseconds: Discord may not have taken note of the answer yet. */
const PAUSES = [250, 1000, 3000];

/** Whether the message that the interaction came from is to be deleted. */
export function isRemoval({ type }: Response): boolean {
  return type === InteractionResponseType.DeferredMessageUpdate;
}

/**
 * Deletes the message that an answered interaction came from, by the interaction's own token,
 * which needs no permission. Never rejects.
 */
export async function removeMessage(
  api: InteractionApi,
  { applicationId, token }: Callback,
  log: Log,
): Promise<void> {
  const path = Routes.webhookMessage(applicationId, token);
  for (const pause of PAUSES) {
    await sleep(pause);
    const reply = await api.send({ method: 'DELETE', path, within: DEADLINE });
    const isGone = reply?.code === RESTJSONErrorCodes.UnknownMessage;
    if (isGone || (reply !== undefined && reply.status < 300)) return;
  }
  log.warn('a message could not be deleted');
}
