import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { PATH } from '../../src/edge/http-endpoint.ts';
import { signHeaders } from '../edge/discord-key.ts';

/** What the bot or a balancer answered. */
export interface Answered {
  readonly status: number | undefined;
  readonly body: string;
}

/** An interaction, and the bytes that answer it. */
export interface Exchange {
  readonly interaction: object;
  readonly answer: string;
}

/** Sends an interaction to a port of this machine as Discord would: once. */
export async function post(port: number, interaction: object, agent?: Agent): Promise<Answered> {
  const body = JSON.stringify(interaction);
  const headers = { ...signHeaders(body), 'content-type': 'application/json' };
  const to = { host: '127.0.0.1', port, path: PATH, method: 'POST', headers };
  const outgoing = request({ ...to, ...(agent && { agent }) });
  outgoing.end(body);
  const [response] = await once(outgoing, 'response');
  return { status: response.statusCode, body: await text(response) };
}

export interface Load {
  /** Resolves when so many more have been answered. */
  more(count: number): Promise<void>;
  /** Whatever was not answered as it should have been. */
  readonly wrong: readonly Answered[];
  /** Resolves when what is under way is answered, and sends no more. */
  stop(): Promise<void>;
}

const CONNECTIONS = 16;

// Between two interactions of a connection, in milliseconds: the machine has other things to do.
const PAUSE = 30;

/** Sends interactions in turn, each under an id of its own, until told to stop. */
export function startLoad(port: number, exchanges: readonly Exchange[]): Load {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const wrong: Answered[] = [];
  const end = new AbortController();
  let [sent, answered] = [0, 0];
  const send = async ({ interaction, answer }: Exchange): Promise<void> => {
    const id = String(1_149_238_018_546_122_752n + BigInt((sent += 1)));
    const got = await post(port, { ...interaction, id }, agent).catch(toLost);
    if (got.status !== 200 || got.body !== answer) wrong.push(got);
    answered += 1;
  };
  const work = async (): Promise<void> => {
    while (!end.signal.aborted) {
      const exchange = exchanges[sent % exchanges.length];
      if (exchange !== undefined) await send(exchange);
      await sleep(PAUSE);
    }
  };
  const done = Promise.all(Array.from({ length: CONNECTIONS }, work));
  return {
    wrong,
    async more(count) {
      const goal = answered + count;
      await expect.poll(() => answered, { timeout: 30_000 }).toBeGreaterThanOrEqual(goal);
    },
    async stop() {
      end.abort();
      await done;
      agent.destroy();
    },
  };
}

const toLost = (error: unknown): Answered => ({ status: undefined, body: String(error) });
