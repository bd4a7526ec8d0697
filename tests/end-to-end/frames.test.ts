import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/server.ts';
import { startSandbox } from '../../src/sandbox/server.ts';
import type { DiscordProxy } from '../discord-proxy.ts';
import { startProxy } from '../discord-proxy.ts';
import type { ConnectedBot } from './start-bot.ts';
import { connectBot } from './start-bot.ts';

let sandbox: Sandbox;
let proxy: DiscordProxy;
let bot: ConnectedBot;

beforeEach(async () => {
  sandbox = await startSandbox({ port: 0, heartbeatInterval: 300 });
  proxy = await startProxy(sandbox);
  bot = await connectBot(sandbox, {
    apiBase: proxy.apiBase,
    random: () => 0,
    identify: { spacing: 0 },
  });
});

afterEach(async () => {
  await bot.gateway.close();
  proxy.goDown();
  await sandbox.close();
});

const dispatch = (t: unknown, d: unknown, s: unknown = 5): string =>
  JSON.stringify({ op: 0, t, s, d });

// Interactions as they never come: without what they are said to have, and with the wrong of it.
const ODD_INTERACTIONS = [
  null,
  [],
  'text',
  {},
  { type: 2 },
  { type: 2, data: null },
  { type: 99, id: '1', token: 't', application_id: '1', data: { name: 'quote' } },
  { type: 2, id: '2', token: 't', application_id: '1', data: { name: 'quote', options: 5 } },
  { type: 2, id: '3', token: 'a/../b c\n', application_id: '1', data: { name: 'quote' } },
  { type: 2, id: {}, token: [], application_id: 1, data: { name: 'quote' } },
];

const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;

describe('the bot goes on answering after', () => {
  it.each([
    ['a frame that is no JSON', 'hello'],
    ['an empty frame', ''],
    ['JSON that is no object', 'null'],
    ['a number', '5'],
    ['a list', '[]'],
    ['a binary frame', Buffer.from([1, 2, 3])],
    ['JSON in a binary frame', Buffer.from('{"op":7}')],
    ['an opcode that nobody knows', '{"op":99,"d":null}'],
    ['an opcode that is no number', '{"op":"0","t":"READY","d":{}}'],
    ['an event without a name', JSON.stringify({ op: 0, s: 5, d: {} })],
    ['an event named like a listener', dispatch('error', {})],
    ['an event of the prototype', dispatch('__proto__', {})],
    ['an event that it never asked for', dispatch('GUILD_CREATE', { id: 5, channels: 'none' })],
    ['an event whose name is no text', dispatch(5, {})],
    ['READY in the middle of a session', dispatch('READY', {})],
    ['READY without data', dispatch('READY', null)],
    ['RESUMED in the middle of a session', dispatch('RESUMED', null)],
    ['a sequence number without end', dispatch('TYPING_START', {}, 1e300)],
    ['a huge sequence number', dispatch('TYPING_START', {}, Number.MAX_SAFE_INTEGER)],
    ['a negative sequence number', dispatch('TYPING_START', {}, -1)],
    ['a sequence number that is text', dispatch('TYPING_START', {}, '7')],
    ['the end of a session without saying whether it can be resumed', '{"op":9,"d":null}'],
    ['the end of a session, said oddly', '{"op":9,"d":"true"}'],
    ['the end of a session, said by half', '{"op":9}'],
    ['a second greeting', '{"op":10,"d":{"heartbeat_interval":300}}'],
    [
      'a greeting that wants a heartbeat each millisecond',
      '{"op":10,"d":{"heartbeat_interval":0}}',
    ],
    ['a greeting without data', '{"op":10,"d":null}'],
    ['an acknowledgement of nothing', '{"op":11}'],
    ['a request for a heartbeat', '{"op":1,"d":null}'],
    ['JSON of a hundred thousand levels', deep],
    ['a megabyte of nothing', JSON.stringify({ op: 0, t: 'X', s: 6, d: 'x'.repeat(1_000_000) })],
    ...ODD_INTERACTIONS.map((interaction): [string, string] => [
      `the interaction ${JSON.stringify(interaction)}`,
      dispatch('INTERACTION_CREATE', interaction),
    ]),
  ] satisfies [string, string | Buffer][])('%s', async (_, frame) => {
    proxy.inject(frame);
    proxy.inject(frame);
    // What follows at once, on the same connection or on the next one, is answered.
    expect((await sandbox.visit().command('quote', { passage: '4' })).kind).toBe('message');
    await expect.poll(() => bot.gateway.readiness()).toEqual({ ready: true });
    expect((await sandbox.visit().command('quote', { passage: '4' })).kind).toBe('message');
    expect(bot.stops).toEqual([]);
  });

  it.each([
    ['no session', { session_id: undefined }],
    ['a session that is no text', { session_id: 5 }],
    ['nowhere to resume', { resume_gateway_url: null }],
    ['a strange place to resume', { resume_gateway_url: 'http://somewhere.invalid/' }],
    ['no user', { user: null }],
    ['no application', { application: undefined }],
  ])('READY with %s, once', async (_, changes) => {
    let left = 1;
    proxy.rewrite((payload) => {
      if (payload.t !== 'READY' || left === 0) return payload;
      left -= 1;
      return { ...payload, d: { ...(payload.d as object), ...changes } };
    });
    sandbox.faults.invalidateSessions(false);
    await expect.poll(() => left).toBe(0);
    await expect.poll(() => bot.gateway.readiness(), { timeout: 5000 }).toEqual({ ready: true });
    sandbox.faults.dropConnections();
    expect((await sandbox.visit().command('quote', { passage: '4' })).kind).toBe('message');
  });
});
