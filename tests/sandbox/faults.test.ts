import { describe, expect, it } from 'vitest';
import { httpFaults, type HttpFault } from '../../src/sandbox/faults.ts';
import { callApi } from './call-api.ts';
import { connect, identify } from './raw-gateway.ts';
import { start, startBot } from './start.ts';

const gatewayBot = /^GET \/gateway\/bot$/;

/** What a plain client makes of one request that goes wrong. */
async function tryWith(
  fault: HttpFault,
): Promise<{ status?: number; text?: string; error?: string }> {
  const sandbox = await start();
  sandbox.faults.onRequest(gatewayBot, fault);
  try {
    const response = await fetch(`${sandbox.apiBase}/v10/gateway/bot`, {
      headers: { Authorization: `Bot ${sandbox.token}` },
      signal: AbortSignal.timeout(300),
    });
    return { status: response.status, text: await response.text() };
  } catch (error) {
    const { name, cause } = error as Error & { cause?: { code?: string } };
    return { error: cause?.code ?? name };
  }
}

describe('a request can go wrong', () => {
  it.each([
    ['with 500', httpFaults.serverError, { status: 500, text: expect.stringContaining('500') }],
    [
      'with a page of HTML',
      httpFaults.badGateway,
      { status: 502, text: expect.stringContaining('<html>') },
    ],
    ['with 429', httpFaults.rateLimited, { status: 429 }],
    ['with JSON that ends too early', httpFaults.badJson, { status: 200, text: '{"id":' }],
    ['without an answer', httpFaults.hang, { error: 'TimeoutError' }],
    ['in the middle of the body', httpFaults.stall, { error: 'TimeoutError' }],
    ['with a reset', httpFaults.resetBefore, { error: 'ECONNRESET' }],
    ['with a closed connection', httpFaults.endBefore, { error: 'UND_ERR_SOCKET' }],
    ['and come late', { how: 'late', delay: 50 } as const, { status: 200 }],
  ])('%s', async (_how, fault, expected) => {
    expect(await tryWith(fault)).toMatchObject(expected);
  });

  it('once, and then goes well', async () => {
    const sandbox = await start();
    sandbox.faults.onRequest(gatewayBot, httpFaults.serverError, 2);
    const statuses: number[] = [];
    for (let count = 0; count < 3; count += 1)
      statuses.push((await callApi(sandbox, 'GET', '/gateway/bot')).status);
    expect(statuses).toEqual([500, 500, 200]);
    expect(sandbox.requests().map(({ status }) => status)).toEqual([500, 500, 200]);
  });

  it('leaves 429 without Retry-After for who loops on it', async () => {
    const sandbox = await start();
    sandbox.faults.onRequest(gatewayBot, httpFaults.rateLimitedWithoutDelay);
    const response = await fetch(`${sandbox.apiBase}/v10/gateway/bot`);
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBeNull();
  });
});

describe('a callback can go wrong', () => {
  it.each([
    ['after Discord took it', httpFaults.resetAfter, 'message'],
    ['before Discord took it', httpFaults.resetBefore, 'failed'],
  ])('%s', async (_when, fault, kind) => {
    const { sandbox } = await startBot({
      sandbox: { deadline: 300 },
      client: { rest: { retries: 0 } },
      answer: (interaction) =>
        interaction.isChatInputCommand() ? interaction.reply('Here') : undefined,
    });
    sandbox.faults.onCallback(fault);
    expect(await sandbox.visit().command('hello')).toMatchObject({ kind });
    const posts = sandbox.requests().filter(({ path }) => path.startsWith('/interactions/'));
    expect(posts).toHaveLength(1);
  });
});

describe('the gateway can go wrong', () => {
  it('by sending an interaction twice', async () => {
    const ids: string[] = [];
    const { sandbox } = await startBot({
      answer: async (interaction) => {
        ids.push(interaction.id);
        if (interaction.isChatInputCommand() && ids.length === 1) await interaction.reply('Here');
      },
    });
    sandbox.faults.deliverTwice();
    expect(await sandbox.visit().command('hello')).toMatchObject({ kind: 'message' });
    await expect.poll(() => ids).toHaveLength(2);
    expect(ids[0]).toBe(ids[1]);
  });

  it('by refusing IDENTIFY as often as it is told', async () => {
    const sandbox = await start();
    sandbox.faults.refuseIdentify(4014);
    const refused = await connect(sandbox);
    refused.send(identify(sandbox));
    expect(await refused.closed()).toBe(4014);
    const accepted = await connect(sandbox);
    accepted.send(identify(sandbox));
    await accepted.next('READY');
  });

  it('by not acknowledging heartbeats', async () => {
    const sandbox = await start();
    const bot = await connect(sandbox);
    bot.send(identify(sandbox));
    await bot.next('READY');
    sandbox.faults.stopHeartbeatAcks();
    bot.send({ op: 1, d: null });
    sandbox.faults.askToReconnect();
    await bot.next(7);
    expect(bot.received.map(({ op }) => op)).toEqual([10, 0, 7]);
  });

  it('by having no session left to start', async () => {
    const sandbox = await start();
    sandbox.faults.exhaustSessionStarts(60_000);
    expect((await callApi(sandbox, 'GET', '/gateway/bot')).body).toMatchObject({
      session_start_limit: { remaining: 0, reset_after: expect.any(Number) },
    });
  });

  it('by counting the sessions that were started', async () => {
    const sandbox = await start();
    const bot = await connect(sandbox);
    bot.send(identify(sandbox));
    await bot.next('READY');
    expect((await callApi(sandbox, 'GET', '/gateway/bot')).body).toMatchObject({
      session_start_limit: { total: 1000, remaining: 999, max_concurrency: 1 },
    });
  });
});
