import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { Answer } from '../answer.ts';
import type { Callback, Outcome } from './acknowledge.ts';
import { acknowledge } from './acknowledge.ts';
import type { InteractionApi } from './interaction-api.ts';
import type { Log } from './log.ts';
import { toErrorFields } from './log.ts';
import { isRemoval, removeMessage } from './remove-message.ts';

/** Takes interactions in, has them answered and keeps count of those under way. */
export interface Intake {
  /** Answers an interaction once, however often it is delivered. Never throws. */
  readonly take: (interaction: unknown) => void;
  /** Takes no more, and waits for those under way: at most `milliseconds`. */
  drain(milliseconds: number): Promise<void>;
}

export interface IntakeOptions {
  readonly answer: Answer;
  readonly api: InteractionApi;
  readonly log: Log;
  /** Told what became of an interaction, and after how many milliseconds. */
  readonly observe?: (interaction: unknown, outcome: Outcome, milliseconds: number) => void;
}

/** An answer on its way. */
interface Delivery {
  readonly callback: Callback;
  /** When the interaction arrived, by `performance.now`. */
  readonly start: number;
  /** The response as JSON. */
  readonly body: string;
  /** Whether the message is to be deleted that the interaction came from. */
  readonly isRemoval: boolean;
  readonly note?: (outcome: Outcome, milliseconds: number) => void;
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

/** Where an interaction is answered; undefined when it does not say. */
export function parseCallback(interaction: unknown): Callback | undefined {
  return callbackSchema.safeParse(interaction).data;
}

export function createIntake({ answer, api, log, observe }: IntakeOptions): Intake {
  const underWay = new Set<Promise<void>>();
  const seen = new Set<string>();
  let isOpen = true;

  const deliver = async ({ callback, start, note, ...answered }: Delivery): Promise<void> => {
    const outcome = await acknowledge(api, callback, answered.body);
    const milliseconds = performance.now() - start;
    note?.(outcome, milliseconds);
    const fields = { outcome, milliseconds: Math.round(milliseconds) };
    if (outcome !== 'answered') log.warn('an interaction was not answered', fields);
    else log.debug('interaction', fields);
    if (outcome === 'answered' && answered.isRemoval) await removeMessage(api, callback, log);
  };

  const fail = (error: unknown): void =>
    log.error('an interaction failed', { error: toErrorFields(error) });

  // Not async itself, so that nothing but the delivery is held while Discord takes its time.
  const handle = (callback: Callback, interaction: unknown): Promise<void> => {
    try {
      return deliver(toDelivery(callback, interaction)).catch(fail);
    } catch (error) {
      fail(error);
      return Promise.resolve();
    }
  };

  const toDelivery = (callback: Callback, interaction: unknown): Delivery => {
    const start = performance.now();
    const response = answer(interaction);
    return {
      callback,
      start,
      body: JSON.stringify(response),
      isRemoval: isRemoval(response),
      ...(observe && { note: (...said) => observe(interaction, ...said) }),
    };
  };

  return {
    take(interaction) {
      const callback = parseCallback(interaction);
      if (!isOpen || callback === undefined || seen.has(callback.id)) return;
      remember(seen, callback.id);
      const work = handle(callback, interaction).finally(() => underWay.delete(work));
      underWay.add(work);
    },
    async drain(milliseconds) {
      isOpen = false;
      await Promise.race([Promise.all(underWay), sleep(milliseconds, undefined, { ref: false })]);
    },
  };
}

function remember(seen: Set<string>, id: string): void {
  seen.add(id);
  const [oldest] = seen;
  if (seen.size > REMEMBERED && oldest !== undefined) seen.delete(oldest);
}
