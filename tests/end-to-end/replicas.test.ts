import { once } from 'node:events';
import { get } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { commands } from '../../commands/index.ts';
import { MAX_BODY, PATH } from '../../src/edge/http-endpoint.ts';
import { PUBLIC_KEY } from '../edge/discord-key.ts';
import { findPort } from './find-port.ts';
import type { Run, Runner } from './run-process.ts';
import { createRunner } from './run-process.ts';
import { INTERACTIONS, RANDOM, toPresses } from './sample-interactions.ts';
import type { Answered, Exchange, Load } from './signed-load.ts';
import { post, startLoad } from './signed-load.ts';
import type { Nginx } from './start-nginx.ts';
import { hasNginx, isUp, startNginx } from './start-nginx.ts';

const name = 'three replicas behind nginx (needs nginx and openssl)';
const patience = { timeout: 60_000 };

describe.skipIf(!hasNginx)(name, patience, () => {
  let runner: Runner;
  let nginx: Nginx;
  let ports: readonly number[] = [];
  const replicas = new Map<number, Run>();
  const exchanges: Exchange[] = [];

  beforeAll(async () => {
    runner = createRunner();
    ports = [await findPort(), await findPort(), await findPort()];
    await Promise.all(ports.map(start));
    nginx = await startNginx(runner.directory, ports);
    const [first = 0] = ports;
    for (const interaction of INTERACTIONS) {
      const answer = await ask(first, interaction);
      exchanges.push({ interaction, answer });
      for (const press of toPresses(answer))
        exchanges.push({ interaction: press, answer: await ask(first, press) });
    }
  }, patience.timeout);

  afterAll(async () => {
    runner.killAll();
    await nginx.close();
    runner.remove();
  });

  async function start(port: number): Promise<void> {
    const replica = runner.run({
      DISCORD_PUBLIC_KEY: PUBLIC_KEY,
      PORT: String(port),
      DISCORD_API_BASE: 'http://127.0.0.1:9/api',
    });
    replicas.set(port, replica);
    await vi.waitUntil(() => isUp(port), { timeout: 15_000 });
  }

  const signal = (port: number, by: NodeJS.Signals) => replicas.get(port)?.child.kill(by);

  /** Resolves with the exit code. */
  async function end(port: number, by: NodeJS.Signals): Promise<number | null | undefined> {
    signal(port, by);
    return replicas.get(port)?.ended();
  }

  /** What a port answers, which must be an answer. */
  async function ask(port: number, interaction: object): Promise<string> {
    const { status, body } = await post(port, interaction);
    expect({ status, body }).toEqual({ status: 200, body: expect.stringMatching(/^\{"type":/u) });
    expect(body).not.toMatch(/went wrong|not understand|not one of mine|no longer (?:there|has)/u);
    return body;
  }

  /** Sends interactions before, while and after something happens: what was not answered right. */
  async function underLoad(what: (load: Load) => Promise<void>): Promise<readonly Answered[]> {
    const load = startLoad(nginx.port, exchanges);
    try {
      await load.more(200);
      await what(load);
      await load.more(200);
    } finally {
      await load.stop();
    }
    return load.wrong;
  }

  const answeredBy = (port: number): number =>
    nginx.tried().filter((tried) => tried.at(-1) === port).length;
  const failedAt = (port: number): number =>
    nginx.tried().filter((tried) => tried.slice(0, -1).includes(port)).length;

  /** Waits until a replica is sent interactions. */
  async function getsSome(port: number): Promise<void> {
    const before = answeredBy(port);
    await expect.poll(() => answeredBy(port), { timeout: 15_000 }).toBeGreaterThan(before);
  }

  it('are balanced by a configuration that nginx has nothing to say against', () => {
    expect(nginx.warnings).toBe('');
  });

  it('are reached over TLS', async () => {
    const to = { host: '127.0.0.1', port: nginx.tlsPort, rejectUnauthorized: false };
    const [response] = await once(get({ ...to, path: PATH }), 'response');
    response.resume();
    expect([response.statusCode, response.headers.allow]).toEqual([405, 'POST']);
  });

  it('give the same answer, to the byte, to every command, completion, button and menu', async () => {
    const names = INTERACTIONS.flatMap((one) => ('data' in one ? one.data.name : []));
    expect(new Set(names)).toEqual(new Set(commands.map(({ declaration }) => declaration.name)));
    expect(exchanges.length).toBeGreaterThan(2 * INTERACTIONS.length);
    for (const { interaction, answer } of exchanges)
      for (const port of [...ports, nginx.port]) expect(await ask(port, interaction)).toBe(answer);
    const drawn = await Promise.all(ports.map((port) => ask(port, RANDOM)));
    expect(new Set(drawn).size).toBe(1);
  });

  it('are sent no more than they take: 64 KiB, to the byte', async () => {
    const toPadded = (size: number) => {
      const rest = ' '.repeat(size - JSON.stringify({ type: 1, rest: '' }).length);
      return { type: 1, rest };
    };
    expect((await post(nginx.port, toPadded(MAX_BODY))).status).toBe(200);
    expect((await post(nginx.port, toPadded(MAX_BODY + 1))).status).toBe(413);
  });

  it.each([
    ['is killed', 0],
    ['is killed with interactions that it has not answered', 300],
  ])('lose no interaction when one %s, and it is used again when it is back', async (_, frozen) => {
    const [port = 0] = ports;
    const wrong = await underLoad(async (load) => {
      if (frozen > 0) signal(port, 'SIGSTOP');
      await sleep(frozen);
      await end(port, 'SIGKILL');
      await load.more(200);
      await start(port);
      await getsSome(port);
    });
    expect(wrong).toEqual([]);
    expect(failedAt(port)).toBeGreaterThan(0);
  });

  it('lose none when one hangs', async () => {
    const [, port = 0] = ports;
    const wrong = await underLoad(async (load) => {
      signal(port, 'SIGSTOP');
      await load.more(200);
      signal(port, 'SIGCONT');
      await getsSome(port);
    });
    expect(wrong).toEqual([]);
    expect(failedAt(port)).toBeGreaterThan(0);
  });

  it('lose none when they are replaced one after the other by SIGTERM, and each ends with 0', async () => {
    const codes: unknown[] = [];
    const wrong = await underLoad(async () => {
      for (const port of ports) {
        codes.push(await end(port, 'SIGTERM'));
        await start(port);
      }
    });
    expect(wrong).toEqual([]);
    expect(codes).toEqual([0, 0, 0]);
  });
});
