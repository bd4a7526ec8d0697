import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { createAnswer } from '../../src/answer.ts';
import type { Command } from '../../src/command.ts';
import type { Outcome } from '../../src/edge/acknowledge.ts';
import type { Fields, Log } from '../../src/edge/log.ts';
import { createReport } from '../../src/edge/log.ts';
import type { HttpFault } from '../../src/sandbox/faults.ts';
import { httpFaults } from '../../src/sandbox/faults.ts';
import { pace } from '../bench/pace.ts';
import { startProxy } from '../discord-proxy.ts';
import { library } from '../library.ts';
import type { RunningBot } from './start-bot.ts';
import { connectBot, startBot } from './start-bot.ts';

interface Seen {
  readonly outcome: Outcome;
  readonly milliseconds: number;
}

let seen: Seen[] = [];
const metrics = {
  countInteraction: (_: unknown, outcome: Outcome, milliseconds: number) =>
    void seen.push({ outcome, milliseconds }),
  countReconnect() {},
};

let bot: RunningBot;

beforeEach(async () => {
  seen = [];
  bot = await startBot({}, { metrics });
});

afterEach(async () => {
  await bot.close();
});

const quote = () => bot.sandbox.visit().command('quote', { passage: '4' });
const callbacks = (): number =>
  bot.sandbox.requests().filter(({ path }) => path.endsWith('/callback')).length;

/** The bot's own account of the one interaction that it was given. */
async function account(): Promise<Seen> {
  void quote();
  await expect.poll(() => seen.length, { timeout: 5000 }).toBe(1);
  const [only] = seen;
  if (only === undefined) throw new Error('unreachable');
  return only;
}

describe('an answer', () => {
  // What goes wrong at every attempt; what the bot makes of it, and of how many requests.
  it.each([
    ['a 500', httpFaults.serverError, 'failed', 2],
    ['a 502 in HTML', httpFaults.badGateway, 'failed', 2],
    ['a 500 though Discord took it', { ...httpFaults.serverError, processed: true }, 'failed', 2],
    ['no answer at all', httpFaults.hang, 'failed', 2],
    ['an answer whose body does not end', httpFaults.stall, 'answered', 1],
    ['a connection that ends before Discord took it', httpFaults.endBefore, 'failed', 2],
    ['a connection that ends after', httpFaults.endAfter, 'failed', 2],
    ['a reset before Discord took it', httpFaults.resetBefore, 'failed', 2],
    ['a reset after', httpFaults.resetAfter, 'failed', 2],
    ['an answer that comes late', { how: 'late', delay: 600 }, 'answered', 1],
    ['an answer that comes too late', { how: 'late', delay: 2900 }, 'failed', 2],
    ['a rate limit', httpFaults.rateLimited, 'failed', 1],
    ['a rate limit without a time to wait', httpFaults.rateLimitedWithoutDelay, 'failed', 1],
    [
      'a rate limit for an hour',
      { ...httpFaults.rateLimited, headers: { 'Retry-After': '3600' } },
      'failed',
      1,
    ],
    ['an interaction that Discord no longer knows', httpFaults.unknownInteraction, 'late', 1],
    ['one that somebody else has answered', httpFaults.alreadyAcknowledged, 'taken', 1],
    ['an answer that is no JSON', httpFaults.badJson, 'answered', 1],
  ] satisfies [string, HttpFault, Outcome, number][])(
    'that meets %s comes to an end in time, with as many requests as help',
    async (_, fault, outcome, requests) => {
      bot.sandbox.faults.onCallback(fault, 10);
      const { milliseconds, ...rest } = await account();
      expect({ ...rest, requests: callbacks() }).toEqual({ outcome, requests });
      expect(milliseconds).toBeLessThan(3000);
    },
  );

  it('that finds no server comes to an end in time', async () => {
    const proxy = await startProxy(bot.sandbox);
    await bot.gateway.close();
    const other = await connectBot(bot.sandbox, { apiBase: proxy.apiBase, metrics });
    proxy.refuse();
    const { outcome, milliseconds } = await account();
    expect({ outcome, requests: callbacks() }).toEqual({ outcome: 'failed', requests: 0 });
    expect(milliseconds).toBeLessThan(3000);
    await other.gateway.close();
    proxy.goDown();
  });

  it.each([
    ['a 500', httpFaults.serverError],
    ['a 500 though Discord took it', { ...httpFaults.serverError, processed: true }],
    ['a 502 in HTML', httpFaults.badGateway],
    ['no answer at all', httpFaults.hang],
    ['an answer that comes too late', { how: 'late', delay: 2900 }],
    ['a connection that ends before Discord took it', httpFaults.endBefore],
    ['a connection that ends after', httpFaults.endAfter],
    ['a reset before Discord took it', httpFaults.resetBefore],
    ['a reset after', httpFaults.resetAfter],
  ] satisfies [string, HttpFault][])(
    'that meets %s once arrives, and is shown once',
    async (_, fault) => {
      const before = bot.sandbox.visit().messages().length;
      bot.sandbox.faults.onCallback(fault);
      expect((await quote()).kind).toBe('message');
      await expect
        .poll(() => seen.map(({ outcome }) => outcome), { timeout: 5000 })
        .toEqual(['answered']);
      expect(callbacks()).toBe(2);
      expect(bot.sandbox.visit().messages()).toHaveLength(before + 1);
    },
  );

  it('that hangs holds up no other, and arrives at the second attempt', async () => {
    bot.sandbox.faults.onCallback(httpFaults.hang);
    const order: string[] = [];
    const hanging = quote().then(({ kind }) => order.push(`first: ${kind}`));
    await expect.poll(callbacks).toBe(1);
    order.push(`second: ${(await quote()).kind}`);
    await hanging;
    expect(order).toEqual(['second: message', 'first: message']);
  });

  it('is given once to an interaction that is delivered twice', async () => {
    bot.sandbox.faults.deliverTwice();
    expect((await quote()).kind).toBe('message');
    expect((await quote()).kind).toBe('message');
    expect(callbacks()).toBe(2);
  });

  // As many as a busy machine that runs other tests beside it can answer in time: what the bot
  // bears when it is alone, `npm run bench:load` measures.
  it('is given to each of 50 interactions a second, with one request', async () => {
    const kinds = await Promise.all(await pace(async () => (await quote()).kind, 50, 2));
    expect(new Set(kinds)).toEqual(new Set(['message']));
    await expect.poll(() => seen.length).toBe(100);
    expect(callbacks()).toBe(100);
  });

  it('is given to each of 100 interactions that come at once, with one request', async () => {
    const asked = Array.from({ length: 100 }, () => quote());
    const kinds = (await Promise.all(asked)).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['message']));
    expect(callbacks()).toBe(100);
    await expect.poll(() => seen.filter(({ outcome }) => outcome === 'answered').length).toBe(100);
  });
});

describe('the deletion of a message', () => {
  const erase = async () => {
    const visitor = bot.sandbox.visit();
    const { message } = await visitor.command('quote', { passage: '4' });
    const rows = (message?.components ?? []) as { components: { custom_id?: string }[] }[];
    const ids = rows.flatMap(({ components }) => components.map(({ custom_id: id = '' }) => id));
    const button = ids.find((id) => id.includes('/delete')) ?? 'no button';
    await visitor.press(message?.id ?? '', button);
    return () => visitor.messages().some(({ id }) => id === message?.id);
  };

  it('follows the answer', async () => {
    const isThere = await erase();
    await expect.poll(isThere, { timeout: 5000 }).toBe(false);
  });

  it('is tried again when Discord fails at first', async () => {
    bot.sandbox.faults.onRequest(/^DELETE /u, httpFaults.serverError, 1);
    const isThere = await erase();
    await expect.poll(isThere, { timeout: 5000 }).toBe(false);
  });
});

describe('a fault in a command', () => {
  it('is told privately under an id that the log has, and the next command works', async () => {
    const lines: [string, Fields | undefined][] = [];
    const note = (line: string, fields?: Fields) => void lines.push([line, fields]);
    const log: Log = { debug: note, info: note, warn: note, error: note };
    const broken = commands.map((command): Command => {
      const run = (): never => {
        throw new TypeError('canary');
      };
      return command.declaration.name === 'summary' ? { ...command, run } : command;
    });
    const report = createReport(log);
    const about = { version: '0.0.0' };
    const answer = createAnswer({ commands: broken, library, about, report });
    await bot.gateway.close();
    const other = await connectBot(bot.sandbox, { answer, log });
    const { message } = await bot.sandbox.visit().command('summary');
    const [, incident = 'none'] = /incident `(\w+)`/u.exec(message?.content ?? '') ?? [];
    expect(message?.flags).toBe(64);
    expect(lines).toContainEqual([
      'a fault in the bot',
      expect.objectContaining({ incident, error: expect.objectContaining({ name: 'TypeError' }) }),
    ]);
    expect((await quote()).kind).toBe('message');
    expect(JSON.stringify(lines)).not.toContain('canary');
    await other.gateway.close();
  });
});
