import { setTimeout as sleep } from 'node:timers/promises';
import { RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import type { ApiReply, InteractionApi } from './interaction-api.ts';

/**
 * What became of an answer. `late`: Discord no longer knew the interaction, which lives for three
 * seconds. `taken`: somebody else had answered. `refused`: Discord did not like the answer itself.
 */
export type Outcome = 'answered' | 'late' | 'taken' | 'refused' | 'failed';

/** Where an interaction is answered. */
export interface Callback {
  readonly id: string;
  readonly token: string;
  readonly applicationId: string;
}

/**
 * From the first request's start until all is given up, in milliseconds: the interaction itself
 * lives for three seconds (Discord's documentation, "Receiving and Responding").
 */
export const DEADLINE = 2500;

/** How long the first request may take, so that there is time for another, and the pause between. */
const FIRST_WITHIN = 1200;
const PAUSE = 200;

/**
 * Sends an answer, which is JSON: at most two requests within the deadline, the second only when
 * the first may not have arrived, and none after a rate limit. Never rejects.
 */
export async function acknowledge(
  api: InteractionApi,
  { id, token }: Callback,
  body: string,
): Promise<Outcome> {
  const start = performance.now();
  const path = Routes.interactionCallback(id, token);
  const request = { method: 'POST', path, body } as const;
  const first = toOutcome(await api.send({ ...request, within: FIRST_WITHIN }));
  if (first !== 'unclear') return first;
  await sleep(PAUSE);
  const within = start + DEADLINE - performance.now();
  const second = toOutcome(await api.send({ ...request, within, alone: true }));
  // The first request did arrive after all: only its answer was lost.
  if (second === 'taken') return 'answered';
  return second === 'unclear' ? 'failed' : second;
}

function toOutcome(reply: ApiReply | undefined): Outcome | 'unclear' {
  if (reply === undefined || reply.status >= 500) return 'unclear';
  if (reply.status < 300) return 'answered';
  if (reply.status === 429) return 'failed';
  if (reply.code === RESTJSONErrorCodes.UnknownInteraction) return 'late';
  if (reply.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged) return 'taken';
  return 'refused';
}
