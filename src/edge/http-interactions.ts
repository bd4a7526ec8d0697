import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from '../answer.ts';
import type { Callback } from './acknowledge.ts';
import type { Readiness } from './health.ts';
import type { Exchange } from './http-endpoint.ts';
import { createEndpoint } from './http-endpoint.ts';
import { startHttpServer } from './http-server.ts';
import { parseCallback } from './intake.ts';
import type { InteractionApi } from './interaction-api.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { isRemoval, removeMessage } from './remove-message.ts';
import { createVerify } from './verify-signature.ts';

export interface HttpInteractionsOptions {
  /** The application's, as Discord's portal shows it: 64 hexadecimal digits. */
  readonly publicKey: string;
  readonly host: string;
  readonly port: number;
  readonly answer: Answer;
  /** Where messages are deleted; everything else is said in the response. */
  readonly api: InteractionApi;
  readonly log: Log;
  readonly metrics?: Pick<Metrics, 'countInteraction' | 'countRequest'>;
}

/** On closing, how long deletions may still take, in milliseconds. */
const REMOVALS = 2000;

/** The other way than the gateway to be on Discord. */
export interface HttpInteractions {
  readonly port: number;
  readiness(): Readiness;
  /** Answers what is under way, then hangs up: at most five seconds. */
  close(): Promise<void>;
}

/**
 * Answers interactions that Discord sends over HTTP. Nothing is kept from one to the next, so any
 * number of processes can share the work.
 * @throws Stop when the address cannot be had.
 */
export async function serveInteractions(
  options: HttpInteractionsOptions,
): Promise<HttpInteractions> {
  const { publicKey, host, port, answer, api, log } = options;
  const removals = new Set<Promise<void>>();
  const observe = (exchange: Exchange): void => {
    note(exchange, options);
    const callback = toRemoval(exchange);
    if (callback === undefined) return;
    const removal = removeMessage(api, callback, log).finally(() => removals.delete(removal));
    removals.add(removal);
  };
  const handle = createEndpoint({ answer, verify: createVerify(publicKey), observe });
  const server = await startHttpServer({ handle, host, port, log });
  let readiness: Readiness = { ready: true };
  return {
    port: server.port,
    readiness: () => readiness,
    async close() {
      readiness = { ready: false, reason: 'the bot is stopping' };
      await server.close();
      await Promise.race([Promise.all(removals), sleep(REMOVALS, undefined, { ref: false })]);
    },
  };
}

function note(
  { status, answered, milliseconds }: Exchange,
  options: HttpInteractionsOptions,
): void {
  const { log, metrics } = options;
  log.debug('request', { code: status, milliseconds: Math.round(milliseconds) });
  metrics?.countRequest(status);
  if (answered !== undefined)
    metrics?.countInteraction(answered.interaction, 'answered', milliseconds);
}

// The one answer that is not all in the response.
function toRemoval({ answered }: Exchange): Callback | undefined {
  if (answered === undefined || !isRemoval(answered.response)) return undefined;
  return parseCallback(answered.interaction);
}
