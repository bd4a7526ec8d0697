import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes, Routes } from 'discord.js';
import type { REST } from 'discord.js';
import type { Response } from '../answer.ts';

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
 * From a request's start until it is given up, in milliseconds: the interaction itself lives for
 * three seconds (Discord's documentation, "Receiving and Responding").
 */
export const DEADLINE = 2500;

/**
 * Sends an answer: at most two requests within the deadline, the second only when the first may
 * not have arrived. Never throws.
 */
export async function acknowledge(
  rest: REST,
  callback: Callback,
  response: Response,
): Promise<Outcome> {
  const signal = AbortSignal.timeout(DEADLINE);
  const first = await post(rest, callback, response, signal);
  if (first !== 'unclear' || signal.aborted) return first === 'unclear' ? 'failed' : first;
  const second = await post(rest, callback, response, signal);
  // The first request did arrive after all: only its answer was lost.
  if (second === 'taken') return 'answered';
  return second === 'unclear' ? 'failed' : second;
}

/**
 * Deletes the message that an interaction came from, by the interaction's own token, which needs
 * no permission. Rejects with what Discord says.
 */
export async function removeMessage(rest: REST, { applicationId, token }: Callback): Promise<void> {
  await rest.delete(Routes.webhookMessage(applicationId, token), { auth: false });
}

async function post(
  rest: REST,
  { id, token }: Callback,
  body: Response,
  signal: AbortSignal,
): Promise<Outcome | 'unclear'> {
  const request = rest.post(Routes.interactionCallback(id, token), { body, auth: false, signal });
  // A body that never ends outlives the client's own time-out, but not this one.
  const deadline = new Promise<'unclear'>((resolve) => {
    signal.addEventListener('abort', () => resolve('unclear'), { once: true });
  });
  return Promise.race([request.then(() => 'answered' as const, toOutcome), deadline]);
}

function toOutcome(error: unknown): Outcome | 'unclear' {
  if (error instanceof RateLimitError) return 'failed';
  if (error instanceof DiscordAPIError) {
    if (error.code === RESTJSONErrorCodes.UnknownInteraction) return 'late';
    if (error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged) return 'taken';
    return error.status >= 500 ? 'unclear' : 'refused';
  }
  if (error instanceof HTTPError) return error.status >= 500 ? 'unclear' : 'refused';
  return 'unclear';
}
