import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HttpFault } from '../../src/sandbox/faults.ts';
import { httpFaults } from '../../src/sandbox/faults.ts';
import type { RunningBot } from './start-bot.ts';
import { startBot } from './start-bot.ts';

let bot: RunningBot;

beforeEach(async () => {
  bot = await startBot({ heartbeatInterval: 500, deadline: 1000 });
});

afterEach(async () => {
  await bot.close();
});

const quote = () => bot.sandbox.visit().command('quote', { passage: '4' });
const callbacks = (): number =>
  bot.sandbox.requests().filter(({ path }) => path.endsWith('/callback')).length;

describe('an answer', () => {
  it.each([
    ['a 500', httpFaults.serverError],
    ['a 502 in HTML', httpFaults.badGateway],
    ['a reset before Discord took it', httpFaults.resetBefore],
    ['a connection that ends before', httpFaults.endBefore],
  ] satisfies [string, HttpFault][])(
    'that meets %s is sent once more, and arrives',
    async (_, fault) => {
      bot.sandbox.faults.onCallback(fault);
      expect((await quote()).kind).toBe('message');
      expect(callbacks()).toBe(2);
    },
  );

  it.each([
    ['a reset', httpFaults.resetAfter],
    ['a connection that ends', httpFaults.endAfter],
    ['a 500', { ...httpFaults.serverError, processed: true }],
  ] satisfies [string, HttpFault][])(
    'that arrived in spite of %s is not shown twice',
    async (_, fault) => {
      bot.sandbox.faults.onCallback(fault);
      expect((await quote()).kind).toBe('message');
      const before = bot.sandbox.visit().messages().length;
      expect((await quote()).kind).toBe('message');
      expect(bot.sandbox.visit().messages()).toHaveLength(before + 1);
    },
  );

  it.each([
    ['a rate limit with a time to wait', httpFaults.rateLimited],
    ['a rate limit without', httpFaults.rateLimitedWithoutDelay],
    ['an interaction that Discord no longer knows', httpFaults.unknownInteraction],
    ['one that somebody else has answered', httpFaults.alreadyAcknowledged],
  ] satisfies [string, HttpFault][])('that meets %s is sent once', async (_, fault) => {
    bot.sandbox.faults.onCallback(fault);
    expect((await quote()).kind).toBe('failed');
    expect(callbacks()).toBe(1);
  });

  it('that hangs holds up no other', async () => {
    bot.sandbox.faults.onCallback(httpFaults.hang);
    const [hanging, next] = await Promise.all([quote(), quote()]);
    expect([hanging.kind, next.kind]).toEqual(['failed', 'message']);
    expect(callbacks()).toBe(2);
  });

  it('is given once to an interaction that is delivered twice', async () => {
    bot.sandbox.faults.deliverTwice();
    expect((await quote()).kind).toBe('message');
    expect((await quote()).kind).toBe('message');
    expect(callbacks()).toBe(2);
  });
});

describe('the connection', () => {
  it('is resumed after a drop, and what came meanwhile is answered', async () => {
    bot.sandbox.faults.dropConnections();
    expect((await quote()).kind).toBe('message');
    expect(bot.stops).toEqual([]);
  });

  it('follows Discord’s request to reconnect', async () => {
    bot.sandbox.faults.askToReconnect();
    expect((await quote()).kind).toBe('message');
  });

  it('is closed for good when Discord takes the token back: exit code 78 and what to do', async () => {
    bot.sandbox.faults.dropConnections(4004);
    await expect.poll(() => bot.stops.length).toBe(1);
    expect(bot.stops[0]?.code).toBe(78);
    expect(bot.stops[0]?.message).toContain('Discord does not know this DISCORD_TOKEN');
  });

  it('survives interactions that make no sense', async () => {
    const { sandbox } = bot;
    for (const payload of [
      {},
      { type: 2 },
      { type: 2, data: null },
      { type: 99, data: { name: 'quote' } },
      { data: [], entitlements: null },
    ]) {
      void sandbox.dispatch(payload);
    }
    expect((await quote()).kind).toBe('message');
  });
});
