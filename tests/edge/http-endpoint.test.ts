import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { createAnswer } from '../../src/answer.ts';
import type { Exchange } from '../../src/edge/http-endpoint.ts';
import { createEndpoint, MAX_BODY, PATH } from '../../src/edge/http-endpoint.ts';
import { createVerify } from '../../src/edge/verify-signature.ts';
import { library } from '../library.ts';
import { PUBLIC_KEY, signHeaders } from './discord-key.ts';

const faults: unknown[] = [];
const exchanges: Exchange[] = [];
const answer = createAnswer({
  about: { version: '0.0.0' },
  commands,
  library,
  report: (error) => `incident-${faults.push(error)}`,
});
const endpoint = createEndpoint({
  answer,
  verify: createVerify(PUBLIC_KEY),
  observe: (exchange) => exchanges.push(exchange),
});

beforeEach(() => {
  faults.length = 0;
  exchanges.length = 0;
});

const URL_OF_BOT = `http://bot.example${PATH}`;
const PING = JSON.stringify({ type: 1, id: '1', token: 't', application_id: '2', version: 1 });

function toCommand(name: string, options: unknown[] = []): string {
  return JSON.stringify({ type: 2, id: '1', token: 't', data: { name, options } });
}

function toPost(body: string | Uint8Array, headers: Record<string, string> = signHeaders(body)) {
  return new Request(URL_OF_BOT, { method: 'POST', headers, body });
}

describe('what Discord signed is answered in the response', () => {
  it('a PING with a PONG, as Discord asks before it accepts the address', async () => {
    const response = await endpoint(toPost(PING));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toEqual({ type: 1 });
  });

  it('a command with the very bytes that any caller of the bot gets', async () => {
    const command = toCommand('quote', [{ type: 3, name: 'passage', value: '4:2' }]);
    const response = await endpoint(toPost(command));
    expect(await response.text()).toBe(JSON.stringify(answer(JSON.parse(command))));
  });

  it('mentioning nobody', async () => {
    const query = [{ type: 3, name: 'query', value: '@everyone <@1> <@&2>' }];
    const response = await endpoint(toPost(toCommand('search', query)));
    expect(await response.json()).toMatchObject({ data: { allowed_mentions: { parse: [] } } });
  });

  it('a second time, and the same, when it comes a second time', async () => {
    const command = toCommand('summary');
    const headers = signHeaders(command);
    const first = await endpoint(toPost(command, headers));
    const second = await endpoint(toPost(command, headers));
    expect(await second.text()).toBe(await first.text());
  });

  it.each([
    ['null', 'null'],
    ['a number', '12'],
    ['an empty object', '{}'],
    ['a type that is none', '{"type":99}'],
    ['__proto__ for keys', '{"type":2,"__proto__":{"a":1},"data":{"name":"__proto__"}}'],
    ['brackets 30,000 deep', `${'['.repeat(30_000)}${']'.repeat(30_000)}`],
    ['a lone surrogate', '{"type":2,"data":{"name":"\\ud800"}}'],
  ])('even when it is no interaction: %s', async (_, body) => {
    const response = await endpoint(toPost(body));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ type: 4, data: { flags: 64 } });
    expect(faults).toEqual([]);
  });

  it('whatever JSON it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), async (body) => {
        expect((await endpoint(toPost(body))).status).toBe(200);
      }),
    );
  });

  it('up to 64 KiB, to the byte', async () => {
    const padded = PING.padEnd(MAX_BODY);
    expect((await endpoint(toPost(padded))).status).toBe(200);
    expect((await endpoint(toPost(`${padded} `))).status).toBe(413);
  });
});

const signed = signHeaders(PING);
const past = Math.floor(Date.now() / 1000) - 301;

describe('what Discord did not sign is not read', () => {
  it.each([
    ['no headers', {}],
    ['no signature', { 'x-signature-timestamp': signed['x-signature-timestamp'] }],
    ['no timestamp', { 'x-signature-ed25519': signed['x-signature-ed25519'] }],
    ['a signature of something else', signHeaders('{}')],
    ['an odd number of digits', { ...signed, 'x-signature-ed25519': 'a'.repeat(127) }],
    [
      'something after the signature',
      { ...signed, 'x-signature-ed25519': `${signed['x-signature-ed25519']}zz` },
    ],
    ['a signature of six minutes ago, sent again', signHeaders(PING, past)],
  ])('%s: 401', async (_, headers) => {
    const response = await endpoint(toPost(PING, headers));
    expect(response.status).toBe(401);
    expect(await response.text()).toBe('');
  });

  it.each([
    ['bad JSON', '{"type":'],
    ['no UTF-8', Buffer.from([0xff, 0xfe, 0x00])],
    ['nothing', ''],
  ])('%s without a signature: 401, as for anything else', async (_, body) => {
    expect((await endpoint(toPost(body, {}))).status).toBe(401);
  });

  it('at all: 401 for any bytes and any headers, never a fault', async () => {
    const header = fc.stringMatching(/^[\x21-\x7e]{0,130}$/u);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), header, header, async (body, signature, timestamp) => {
        const headers = { 'x-signature-ed25519': signature, 'x-signature-timestamp': timestamp };
        expect((await endpoint(toPost(body, headers))).status).toBe(401);
      }),
    );
  });
});

describe('what Discord signed but is no JSON is refused with 400', () => {
  it.each([
    ['nothing', ''],
    ['a half', '{"type":'],
    ['two', `${PING}${PING}`],
    ['a byte that is not UTF-8', Buffer.from([...Buffer.from('{"a":"'), 0xff, 0x22, 0x7d])],
    ['half a character', Buffer.from('{"a":"é"}').subarray(0, 7)],
    ['UTF-16', Buffer.from(PING, 'utf16le')],
    ['a surrogate in bytes', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])],
  ])('%s', async (_, body) => {
    expect((await endpoint(toPost(body))).status).toBe(400);
  });
});

function toBait(): ReadableStream {
  return new ReadableStream({
    pull() {
      throw new Error('the body was read');
    },
  });
}

describe('what is not for the bot is turned away before its body is read', () => {
  it.each([
    '/',
    '/interactions/',
    '/INTERACTIONS',
    '/interactions/../x',
    '//interactions',
    '/.env',
  ])('another path: %s', async (path) => {
    const url = new URL(`http://bot.example${path}`);
    const request = new Request(url, { method: 'POST', body: toBait(), duplex: 'half' });
    expect((await endpoint(request)).status).toBe(404);
  });

  it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])(
    'another method: %s',
    async (method) => {
      const response = await endpoint(new Request(URL_OF_BOT, { method }));
      expect(response.status).toBe(405);
      expect(response.headers.get('allow')).toBe('POST');
    },
  );

  it('a body that does not end: no more than it must be read to know that', async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1024;
        controller.enqueue(new Uint8Array(1024));
      },
    });
    const request = new Request(URL_OF_BOT, { method: 'POST', body: endless, duplex: 'half' });
    expect((await endpoint(request)).status).toBe(413);
    expect(sent).toBeLessThan(MAX_BODY + 4096);
  });
});

it('reports what was answered, and of what was turned away nothing but the status', async () => {
  await endpoint(toPost(PING));
  await endpoint(toPost(PING, {}));
  const answered = { interaction: JSON.parse(PING), response: { type: 1 } };
  expect(exchanges).toEqual([
    { status: 200, answered, milliseconds: expect.any(Number) },
    { status: 401, milliseconds: expect.any(Number) },
  ]);
});
