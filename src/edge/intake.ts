import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Answer, Response } from '../answer.ts';
import type { Callback, Outcome } from './acknowledge.ts';
import type { Log } from './log.ts';
import { toErrorFields } from './log.ts';

/** Takes interactions in, has them answered and keeps count of those under way. */
export interface Intake {
  /** Answers an interaction once, however often it is delivered. Never throws. */
  take(interaction: unknown): void;
  /** Takes no more, and waits for those under way: at most `milliseconds`. */
  drain(milliseconds: number): Promise<void>;
}

// After a RESUME Discord may deliver again what came before it.
const REMEMBERED = 1000;

const callbackSchema = z
  .object({
    id: z.string().regex(/^\d{1,20}$/u),
    token: z.string().min(1),
    application_id: z.string().regex(/^\d{1,20}$/u),
  })
  .transform(({ application_id: applicationId, ...rest }) => ({ ...rest, applicationId }));

/** @param send Sends an answer to where the interaction wants it; never rejects. */
export function createIntake(
  answer: Answer,
  send: (callback: Callback, response: Response) => Promise<Outcome>,
  log: Log,
): Intake {
  const underWay = new Set<Promise<void>>();
  const seen = new Set<string>();
  let open = true;

  const handle = async (callback: Callback, interaction: unknown): Promise<void> => {
    const start = performance.now();
    try {
      const outcome = await send(callback, answer(interaction));
      const fields = { outcome, milliseconds: Math.round(performance.now() - start) };
      if (outcome === 'answered') log.debug('interaction', fields);
      else log.warn('an interaction was not answered', fields);
    } catch (error) {
      log.error('an interaction failed', { error: toErrorFields(error) });
    }
  };

  return {
    take(interaction) {
      const callback = callbackSchema.safeParse(interaction).data;
      if (!open || callback === undefined || seen.has(callback.id)) return;
      remember(seen, callback.id);
      const work = handle(callback, interaction).finally(() => underWay.delete(work));
      underWay.add(work);
    },
    async drain(milliseconds) {
      open = false;
      await Promise.race([Promise.all(underWay), sleep(milliseconds, undefined, { ref: false })]);
    },
  };
}

function remember(seen: Set<string>, id: string): void {
  seen.add(id);
  const [oldest] = seen;
  if (seen.size > REMEMBERED && oldest !== undefined) seen.delete(oldest);
}
