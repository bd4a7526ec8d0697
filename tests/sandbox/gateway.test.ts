import { describe, expect, it, vi } from 'vitest';
import type { Sandbox } from '../../src/sandbox/server.ts';
import { shardOf } from '../../src/sandbox/snowflake.ts';
import { guild } from '../../src/sandbox/scene.ts';
import { connect, identify, type RawGateway } from './raw-gateway.ts';
import { start } from './start.ts';

describe('the gateway', () => {
  it('greets, and answers IDENTIFY with READY', async () => {
    const sandbox = await start({ heartbeatInterval: 1234 });
    const bot = await connect(sandbox);
    expect((await bot.next(10)).d).toMatchObject({ heartbeat_interval: 1234 });
    bot.send(identify(sandbox));
    expect(await bot.next('READY')).toMatchObject({
      op: 0,
      s: 1,
      d: {
        v: 10,
        application: { id: sandbox.applicationId },
        user: { id: sandbox.applicationId, bot: true },
        resume_gateway_url: expect.stringMatching(/^ws:\/\/127\.0\.0\.1:/),
        shard: [0, 1],
      },
    });
    await expect(sandbox.botOnline()).resolves.toBeUndefined();
  });

  it('acknowledges heartbeats, before IDENTIFY too', async () => {
    const bot = await connect(await start());
    bot.send({ op: 1, d: null });
    expect(await bot.next(11)).toMatchObject({ op: 11, d: null });
  });

  it.each([
    ['an unknown opcode', 4001, { op: 99, d: null }],
    ['a command before IDENTIFY', 4003, { op: 3, d: {} }],
    ['a wrong token', 4004, { op: 2, d: { token: 'wrong', intents: 0, properties: {} } }],
    ['a RESUME with a wrong token', 4004, { op: 6, d: { token: 'x', session_id: 'y', seq: 0 } }],
  ])('closes at %s with %i', async (_what, code, payload) => {
    const bot = await connect(await start());
    bot.send(payload);
    expect(await bot.closed()).toBe(code);
  });

  it.each([
    ['a shard that does not exist', 4010, { shard: [2, 2] }],
    ['a shard that is none', 4010, { shard: 'first' }],
    ['intents that do not exist', 4013, { intents: 1 << 30 }],
    ['absent intents', 4013, { intents: undefined }],
    ['the privileged intent for message content', 4014, { intents: 1 << 15 }],
  ])('closes an IDENTIFY with %s with %i', async (_what, code, overrides) => {
    const sandbox = await start();
    const bot = await connect(sandbox);
    bot.send(identify(sandbox, overrides));
    expect(await bot.closed()).toBe(code);
  });

  it.each([
    ['is no JSON', '{'],
    ['is no object', '[]'],
    ['is longer than 4096 bytes', JSON.stringify({ op: 1, d: 'x'.repeat(4096) })],
  ])('closes with 4002 at a payload that %s', async (_what, text) => {
    const bot = await connect(await start());
    bot.sendText(text);
    expect(await bot.closed()).toBe(4002);
  });

  it('closes with 4005 at a second IDENTIFY and with 4008 at a flood', async () => {
    const sandbox = await start();
    const twice = await connect(sandbox);
    twice.send(identify(sandbox));
    twice.send(identify(sandbox));
    expect(await twice.closed()).toBe(4005);
    const flood = await connect(sandbox);
    for (let count = 0; count <= 120; count += 1) flood.send({ op: 1, d: null });
    expect(await flood.closed()).toBe(4008);
  });

  it.each(['compress=zlib-stream', 'encoding=etf', 'v=9'])(
    'refuses a handshake with %s, and says so in the log',
    async (query) => {
      const lines: string[] = [];
      const sandbox = await start({ log: (line) => lines.push(line) });
      await expect(connect(sandbox, query)).rejects.toThrow('501');
      expect(lines).toHaveLength(1);
    },
  );

  it('sends a guild to who asks for guilds, and nothing but READY to others', async () => {
    const sandbox = await start();
    const bot = await connect(sandbox);
    bot.send(identify(sandbox, { intents: 1 }));
    expect((await bot.next('GUILD_CREATE')).d).toMatchObject({ id: guild.id });
    const other = await connect(sandbox);
    other.send(identify(sandbox));
    await other.next('READY');
    other.send({ op: 1, d: 1 });
    await other.next(11);
    expect(other.received.map(({ op }) => op)).toEqual([10, 0, 11]);
  });
});

describe('a session', () => {
  const sessionIn = ({ d }: { d: unknown }): string => (d as { session_id: string }).session_id;

  it('replays what was missed, in order, and then says RESUMED', async () => {
    const sandbox = await start({ deadline: 200 });
    const first = await connect(sandbox);
    first.send(identify(sandbox));
    const sessionId = sessionIn(await first.next('READY'));
    first.drop();
    await first.closed();
    const outcomes = ['1', '2'].map((id) => sandbox.dispatch({ id, type: 2 }));
    const second = await connect(sandbox);
    second.send({ op: 6, d: { token: sandbox.token, session_id: sessionId, seq: 1 } });
    await second.next('RESUMED');
    expect(second.received.slice(1)).toMatchObject([
      { s: 2, t: 'INTERACTION_CREATE', d: { id: '1' } },
      { s: 3, t: 'INTERACTION_CREATE', d: { id: '2' } },
      { s: 4, t: 'RESUMED' },
    ]);
    await Promise.all(outcomes);
  });

  it.each([
    ['ended by the client with 1000', (bot: RawGateway) => bot.close(1000)],
    [
      'ended by opcode 9',
      (_bot: RawGateway, sandbox: Sandbox) => sandbox.faults.invalidateSessions(false),
    ],
  ])('cannot be resumed when it was %s', async (_how, end) => {
    const sandbox = await start();
    const first = await connect(sandbox);
    first.send(identify(sandbox));
    const sessionId = sessionIn(await first.next('READY'));
    end(first, sandbox);
    const isInvalid = await vi.waitUntil(async () => {
      const second = await connect(sandbox);
      second.send({ op: 6, d: { token: sandbox.token, session_id: sessionId, seq: 1 } });
      const answer = await Promise.race([second.next(9), second.next('RESUMED')]);
      second.drop();
      return answer.op === 9;
    });
    expect(isInvalid).toBe(true);
  });

  it('survives opcode 9 with d: true and a close code that Discord calls resumable', async () => {
    const sandbox = await start();
    const first = await connect(sandbox);
    first.send(identify(sandbox));
    const sessionId = sessionIn(await first.next('READY'));
    sandbox.faults.invalidateSessions(true);
    expect((await first.next(9)).d).toBe(true);
    sandbox.faults.dropConnections(4000);
    expect(await first.closed()).toBe(4000);
    const second = await connect(sandbox);
    second.send({ op: 6, d: { token: sandbox.token, session_id: sessionId, seq: 1 } });
    expect((await second.next('RESUMED')).s).toBe(2);
  });

  it('is invalid when more was missed than is remembered', async () => {
    const sandbox = await start({ deadline: 50 });
    const first = await connect(sandbox);
    first.send(identify(sandbox));
    const sessionId = sessionIn(await first.next('READY'));
    first.drop();
    await Promise.all(Array.from({ length: 501 }, () => sandbox.dispatch({ type: 2 })));
    const second = await connect(sandbox);
    second.send({ op: 6, d: { token: sandbox.token, session_id: sessionId, seq: 1 } });
    expect((await second.next(9)).d).toBe(false);
  });

  it('closes with 4007 when the client has seen more than was sent', async () => {
    const sandbox = await start();
    const first = await connect(sandbox);
    first.send(identify(sandbox));
    const sessionId = sessionIn(await first.next('READY'));
    const second = await connect(sandbox);
    second.send({ op: 6, d: { token: sandbox.token, session_id: sessionId, seq: 99 } });
    expect(await second.closed()).toBe(4007);
  });
});

describe('shards', () => {
  it('get the interactions of their guilds; direct messages go to shard 0', async () => {
    const sandbox = await start({ deadline: 200 });
    const shards = await Promise.all(
      [0, 1].map(async (id) => {
        const shard = await connect(sandbox);
        shard.send(identify(sandbox, { shard: [id, 2] }));
        await shard.next('READY');
        return shard;
      }),
    );
    const own = shardOf(guild.id, 2);
    // A guild whose id differs in the lowest bit above the 22 is the other shard's.
    const other = String(BigInt(guild.id) ^ (1n << 22n));
    const sent = [
      { id: 'own', type: 2, guild_id: guild.id },
      { id: 'other', type: 2, guild_id: other },
      { id: 'direct', type: 2 },
    ];
    await Promise.all(sent.map((payload) => sandbox.dispatch(payload)));
    const ids = shards.map(({ received }) =>
      received.flatMap(({ t, d }) =>
        t === 'INTERACTION_CREATE' ? [(d as { id: string }).id] : [],
      ),
    );
    expect(ids[own]).toContain('own');
    expect(ids[1 - own]).toContain('other');
    expect(ids[0]).toContain('direct');
    expect(ids.flat()).toHaveLength(3);
  });
});
