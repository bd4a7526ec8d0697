import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GatewayOptions } from '../../src/edge/gateway.ts';
import { httpFaults } from '../../src/sandbox/faults.ts';
import type { Sandbox } from '../../src/sandbox/server.ts';
import { startSandbox } from '../../src/sandbox/server.ts';
import type { DiscordProxy, Payload } from '../discord-proxy.ts';
import { startProxy } from '../discord-proxy.ts';
import type { ConnectedBot } from './start-bot.ts';
import { connectBot } from './start-bot.ts';

let sandbox: Sandbox;
let proxy: DiscordProxy;
const bots: ConnectedBot[] = [];

beforeEach(async () => {
  sandbox = await startSandbox({ port: 0, heartbeatInterval: 300 });
  proxy = await startProxy(sandbox);
});

afterEach(async () => {
  await Promise.all(bots.splice(0).map(({ gateway }) => gateway.close()));
  proxy.goDown();
  await sandbox.close();
});

/** Backs off as little as it may, and beats its heart at once. */
async function start(overrides: Partial<GatewayOptions> = {}): Promise<ConnectedBot> {
  const bot = await connectBot(sandbox, {
    apiBase: proxy.apiBase,
    random: () => 0,
    ...overrides,
  });
  bots.push(bot);
  return bot;
}

const OP = { heartbeat: 1, identify: 2, resume: 6, reconnect: 7, invalid: 9, hello: 10, ack: 11 };
const count = (op: number): number => proxy.heard.filter((payload) => payload.op === op).length;

async function expectToBecome(read: () => unknown, value: unknown): Promise<void> {
  await expect.poll(read, { timeout: 20_000 }).toEqual(value);
}

async function expectAnswer(): Promise<void> {
  const { kind } = await sandbox.visit().command('quote', { passage: '4' });
  expect(kind).toBe('message');
}

/** Every frame of this kind is changed, or swallowed, from now on. */
const swallow = (isMeant: (payload: Payload) => boolean) =>
  proxy.rewrite((payload) => (isMeant(payload) ? undefined : payload));

describe('the connection', () => {
  it('asks for no intents, and for one shard where Discord recommends one', async () => {
    await start();
    const identify = proxy.heard.find(({ op }) => op === OP.identify);
    expect(identify?.d).toMatchObject({ intents: 0, shard: [0, 1] });
  });

  it('is resumed after a drop, and what came meanwhile is answered', async () => {
    const { gateway } = await start();
    sandbox.faults.dropConnections();
    await expectAnswer();
    expect([count(OP.identify), count(OP.resume)]).toEqual([1, 1]);
    expect(gateway.readiness()).toEqual({ ready: true });
  });

  it('follows Discord’s request to reconnect, and keeps its session', async () => {
    await start();
    sandbox.faults.askToReconnect();
    await expectToBecome(() => count(OP.resume), 1);
    await expectAnswer();
    expect(count(OP.identify)).toBe(1);
  });

  it('is given up after the first heartbeat that nobody answers, and resumed', async () => {
    await start();
    await expectToBecome(() => count(OP.heartbeat) > 2, true);
    swallow(({ op }) => op === OP.ack);
    const before = count(OP.heartbeat);
    await expectToBecome(() => count(OP.resume), 1);
    // One may have been on its way when the answers stopped.
    expect(count(OP.heartbeat) - before).toBeLessThanOrEqual(2);
    proxy.rewrite((payload) => payload);
    await expectAnswer();
    expect(count(OP.identify)).toBe(1);
  });

  it('to a peer that is frozen is given up as fast', async () => {
    await start();
    await expectToBecome(() => count(OP.heartbeat) > 2, true);
    proxy.freeze();
    await expectToBecome(() => count(OP.resume), 1);
    await expectAnswer();
  });

  it('starts a session anew when the old one is over', async () => {
    await start({ identify: { spacing: 0 } });
    sandbox.faults.invalidateSessions(false);
    await expectToBecome(() => count(OP.identify), 2);
    await expectAnswer();
  });

  it('is told to resume a session, and resumes it', async () => {
    await start();
    sandbox.faults.invalidateSessions(true);
    await expectToBecome(() => count(OP.resume), 1);
    await expectAnswer();
    expect(count(OP.identify)).toBe(1);
  });

  it('is taken up again when the gateway was down for a while', async () => {
    const { gateway } = await start();
    proxy.goDown();
    await expectToBecome(() => gateway.readiness().ready, false);
    await proxy.comeBack();
    await expectToBecome(() => gateway.readiness().ready, true);
    await expectAnswer();
  });

  it('waits for nothing, when a server is not available at the start', async () => {
    const unavailable = Array.from({ length: 2500 }, (_, id) => ({
      id: `${id}`,
      unavailable: true,
    }));
    proxy.rewrite((payload) =>
      payload.t === 'READY'
        ? { ...payload, d: { ...(payload.d as object), guilds: unavailable } }
        : payload,
    );
    await start();
    await expectAnswer();
  });

  it('backs off, more and more and at random, when Discord fails ten times, and gets in', async () => {
    const pauses: number[] = [];
    const random = [0.5, 0, 0.9, 0.3];
    sandbox.faults.onRequest(/^GET \/gateway\/bot/u, httpFaults.serverError, 10);
    await start({
      wait: async (pause) => void pauses.push(pause),
      random: () => random[pauses.length % random.length] ?? 0,
    });
    await expectAnswer();
    expect(pauses).toEqual([
      1000, 1000, 5600, 6400, 16_000, 15_000, 42_000, 24_000, 30_000, 15_000,
    ]);
  });

  it.each([
    ['a reset', httpFaults.resetBefore],
    ['a page of a proxy', httpFaults.badGateway],
    ['no JSON', httpFaults.badJson],
    ['JSON that says nothing', { how: 'answer', body: '{}' } as const],
    ['an address that is none', { how: 'answer', body: toGatewayBot('nonsense') } as const],
  ])('gets in after %s', async (_, fault) => {
    sandbox.faults.onRequest(/^GET \/gateway\/bot/u, fault, 1);
    await start({ wait: async () => undefined });
    await expectAnswer();
  });
});

function toGatewayBot(url: string, remaining = 1000): string {
  const limit = { total: 1000, remaining, reset_after: 11_520_000, max_concurrency: 1 };
  return JSON.stringify({ url, shards: 1, session_start_limit: limit });
}

describe('the end', () => {
  it('comes with the time to wait when Discord allows no more sessions, and none is tried', async () => {
    sandbox.faults.exhaustSessionStarts(11_520_000);
    await expect(start()).rejects.toMatchObject({
      code: 75,
      message: expect.stringContaining('Start it again in 3 h 12 min.'),
    });
    expect(proxy.heard).toEqual([]);
  });

  it('comes after five sessions that Discord has ended, with no sixth', async () => {
    const { stops } = await start({ identify: { spacing: 0 } });
    proxy.rewrite((payload) => (payload.t === 'READY' ? { op: 9, d: false } : payload));
    sandbox.faults.invalidateSessions(false);
    await expectToBecome(() => stops.length, 1);
    expect(stops[0]).toMatchObject({ code: 75, message: expect.stringContaining('discordstatus') });
    expect(count(OP.identify)).toBe(5);
    expect(proxy.connections()).toBe(0);
  });

  it.each([4004, 4010, 4011, 4012, 4013, 4014])(
    'comes at log-in, and with what to do, when Discord closes with %i',
    async (code) => {
      sandbox.faults.refuseIdentify(code);
      await expect(start()).rejects.toMatchObject({
        code: 78,
        message: expect.stringContaining(`(close code ${code})`),
      });
    },
  );

  it.each([4004, 4014])(
    'comes later, and with what to do, when Discord closes with %i',
    async (code) => {
      const { gateway, stops } = await start();
      sandbox.faults.dropConnections(code);
      await expectToBecome(() => stops.length, 1);
      expect(stops[0]).toMatchObject({ code: 78 });
      expect(gateway.readiness()).toEqual({ ready: false, reason: 'shard 0 is closed' });
    },
  );

  it('comes when Discord does not know the token', async () => {
    await expect(start({ token: 'not-the-token' })).rejects.toMatchObject({ code: 78 });
  });
});

describe('the bot says that it is not ready', () => {
  it('when heartbeats are not answered, though the connection is open', async () => {
    const { gateway } = await start();
    await expectToBecome(() => gateway.readiness().ready, true);
    proxy.freeze();
    await expectToBecome(() => gateway.readiness().ready, false);
  });

  it('when the gateway does not greet it', async () => {
    const { gateway } = await start();
    swallow(({ op }) => op === OP.hello);
    sandbox.faults.dropConnections();
    await expectToBecome(() => gateway.readiness().reason, 'shard 0 is connecting');
    expect(gateway.readiness().ready).toBe(false);
  });

  it('when Discord does not say whether a session is resumed', async () => {
    const { gateway } = await start();
    swallow(({ t }) => t === 'RESUMED');
    sandbox.faults.dropConnections();
    await expectToBecome(() => count(OP.resume), 1);
    expect(gateway.readiness()).toEqual({ ready: false, reason: 'shard 0 is resuming' });
  });
});
