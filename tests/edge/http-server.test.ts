import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { EXIT, Stop } from '../../src/edge/exit.ts';
import type { HttpServer } from '../../src/edge/http-server.ts';
import { startHttpServer } from '../../src/edge/http-server.ts';
import type { Fields, Log } from '../../src/edge/log.ts';
import { drip, openPeer } from './raw-peer.ts';

const lines: [string, Fields | undefined][] = [];
const note = (line: string, fields?: Fields) => void lines.push([line, fields]);
const log: Log = { debug: note, info: note, warn: note, error: note };

const servers: HttpServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
  lines.length = 0;
});

async function start(handle: (request: Request) => Promise<Response>): Promise<number> {
  const server = await startHttpServer({ handle, host: '127.0.0.1', port: 0, log });
  servers.push(server);
  return server.port;
}

/** Says back what it was sent, at most 1,000 bytes. */
async function echo(request: Request): Promise<Response> {
  let text = '';
  for await (const chunk of request.body ?? []) {
    text += Buffer.from(chunk).toString();
    if (text.length > 1000) return new Response('too much', { status: 413 });
  }
  return new Response(`${request.method} ${new URL(request.url).pathname} ${text}`);
}

const toPost = (body: string, head = '') =>
  `POST /p HTTP/1.1\r\nHost: x\r\n${head}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

describe('a request', () => {
  it('reaches the function whole, and its answer the peer', async () => {
    const port = await start(async (request) => {
      const sent = { text: await request.text(), header: request.headers.get('x-test') };
      return Response.json(sent, { status: 201, headers: { 'x-answer': 'yes' } });
    });
    const body = 'é'.repeat(100_000);
    const response = await fetch(`http://127.0.0.1:${port}/a?b`, {
      method: 'POST',
      headers: { 'x-test': 'c' },
      body,
    });
    expect(response.status).toBe(201);
    expect(response.headers.get('x-answer')).toBe('yes');
    expect(response.headers.get('content-length')).not.toBeNull();
    expect(await response.json()).toEqual({ text: body, header: 'c' });
  });

  it('is answered in the order in which it came, several sent at once included', async () => {
    let waiting = 3;
    const port = await start(async (request) => {
      // The first takes longest.
      await sleep((waiting -= 1) * 20);
      return echo(request);
    });
    const peer = await openPeer(port);
    peer.send(toPost('one') + toPost('two') + toPost('three'));
    await peer.hears('three');
    expect(peer.heard().match(/POST \/p (?:one|two|three)/gu)).toEqual([
      'POST /p one',
      'POST /p two',
      'POST /p three',
    ]);
    peer.reset();
  });

  it('in pieces is put together, in the middle of a character, too', async () => {
    const peer = await openPeer(await start(async (request) => new Response(await request.text())));
    for (const byte of Buffer.from(toPost('größe'))) {
      peer.send(Buffer.from([byte]));
      await sleep(1);
    }
    const word = Buffer.from('größe').toString('latin1');
    expect(await peer.hears(word)).toMatch(/^HTTP\/1\.1 200 OK/u);
    peer.reset();
  });

  it('that asks leave to send its body is given it', async () => {
    const peer = await openPeer(await start(echo));
    peer.send('POST /p HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n');
    await peer.hears('100 Continue');
    peer.send('ok');
    expect(await peer.hears('POST /p ok')).toContain('HTTP/1.1 200 OK');
    peer.reset();
  });
});

describe('a body that the function stops reading', () => {
  it('is no reason to hang up before the answer, nor to refuse the next', async () => {
    const port = await start(echo);
    const peer = await openPeer(port);
    peer.send(toPost('x'.repeat(500_000)) + toPost('next'));
    expect(await peer.hears('POST /p next')).toContain('413 Payload Too Large');
    peer.reset();
  });

  it('and that never says how long it is: likewise', async () => {
    const peer = await openPeer(await start(echo));
    peer.send('POST /p HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n');
    const chunk = `400\r\n${'x'.repeat(1024)}\r\n`;
    peer.send(chunk.repeat(20));
    expect(await peer.hears('too much')).toContain('413 Payload Too Large');
    peer.reset();
  });

  it('or does not read at all: the same', async () => {
    const peer = await openPeer(
      await start(async ({ url }) => new Response(new URL(url).search, { status: 404 })),
    );
    peer.send(toPost('x'.repeat(500_000)) + toPost('').replace('/p', '/p?next?'));
    expect(await peer.hears('next?')).toContain('404 Not Found');
    peer.reset();
  });
});

describe('what is no proper HTTP gets a status or is hung up on, and the server lives', () => {
  it.each([
    ['no HTTP', 'hello\r\n\r\n', '400'],
    ['a TLS greeting', Buffer.from('160301020001000', 'hex'), '400'],
    ['zero bytes', '\0'.repeat(100), '400'],
    ['a bad length', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n', '400'],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
      '400',
    ],
    [
      'a length and chunks',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      '400',
    ],
    [
      'a bad chunk',
      'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
      '400',
    ],
    ['no host', 'GET / HTTP/1.1\r\n\r\n', '400'],
    ['headers of 100 KB', `GET / HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(100_000)}\r\n\r\n`, '431'],
    ['no path', 'OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n', '200'],
    ['a path that is none', 'GET //[ HTTP/1.1\r\nHost: x\r\n\r\n', '400'],
    ['a method that the web forbids', 'TRACE / HTTP/1.1\r\nHost: x\r\n\r\n', '400'],
    ['a whole address', 'GET http://x.example/p HTTP/1.1\r\nHost: x\r\n\r\n', '200'],
    ['a tunnel', 'CONNECT elsewhere.example:443 HTTP/1.1\r\nHost: x\r\n\r\n', ''],
    [
      'an upgrade',
      'GET /p HTTP/1.1\r\nHost: x\r\nConnection: upgrade\r\nUpgrade: h2c\r\n\r\n',
      '200',
    ],
    ['an old version', 'GET /p HTTP/1.0\r\n\r\n', '200'],
    ['a version that is none', 'GET / HTTP/9.9\r\nHost: x\r\n\r\n', '400'],
  ])('%s', async (_, bytes, status) => {
    const port = await start(echo);
    const peer = await openPeer(port);
    peer.send(bytes);
    if (status === '') await Promise.race([peer.hungUp(), peer.hears('HTTP/1.1 ')]);
    else await peer.hears(`HTTP/1.1 ${status} `);
    peer.reset();
    const after = await fetch(`http://127.0.0.1:${port}/after`);
    expect(await after.text()).toBe('GET /after ');
    expect(lines).toEqual([]);
  });
});

describe('a peer that breaks off', () => {
  it.each([
    ['in the head', 'POST /p HTT'],
    ['in the body', 'POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc'],
    ['before the answer', toPost('abc')],
  ])('%s: is no fault, and no line in the log', async (_, bytes) => {
    let reached = 0;
    const port = await start(async (request) => {
      reached += 1;
      await sleep(20);
      return echo(request);
    });
    const peers = await Promise.all(Array.from({ length: 20 }, () => openPeer(port)));
    for (const peer of peers) peer.send(bytes);
    await sleep(30);
    for (const peer of peers) peer.reset();
    const after = await fetch(`http://127.0.0.1:${port}/after`);
    expect(await after.text()).toBe('GET /after ');
    expect(lines).toEqual([]);
    expect(reached).toBe(bytes.includes('\r\n\r\n') ? 21 : 1);
  });
});

it('a fault in the function is answered with 500 and logged, without what was asked', async () => {
  const port = await start(async () => {
    throw new RangeError('somebody typed a secret');
  });
  const response = await fetch(`http://127.0.0.1:${port}/`);
  expect(response.status).toBe(500);
  expect(await response.text()).toBe('');
  expect(lines).toEqual([
    ['a request failed', { error: expect.objectContaining({ name: 'RangeError' }) }],
  ]);
  expect(JSON.stringify(lines)).not.toContain('secret');
});

it('who sends too slowly is hung up on, in whatever way', { timeout: 20_000 }, async () => {
  const head = 'POST /p HTTP/1.1\r\nHost: x\r\n';
  const ways = [
    ['nothing at all', '', ''],
    ['a header now and then', head, 'A: b\r\n'],
    ['a letter now and then', `${head}A: `, 'a'],
    ['the body by the byte', `${head}Content-Length: 1000\r\n\r\n`, 'x'],
    ['chunk after chunk', `${head}Transfer-Encoding: chunked\r\n\r\n`, '1\r\nx\r\n'],
    ['a body that was refused', `${head}Content-Length: 9000\r\n\r\n${'x'.repeat(2000)}`, 'x'],
    ['a second request', `${toPost('first')}${head}`, 'A: b\r\n'],
  ] as const;
  const port = await start(echo);
  const slow = await Promise.all(
    ways.map(async ([way, first, piece]) => {
      const peer = await openPeer(port);
      peer.send(first);
      return { way, milliseconds: await drip(peer, piece) };
    }),
  );
  // Six seconds are promised; a busy machine gets some more here.
  expect(slow.filter(({ milliseconds }) => milliseconds > 9000)).toEqual([]);
});

/** Keeps the process from doing anything else, as a machine does that has too much to do. */
function holdUp(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

describe('on closing', () => {
  it('finishes what is under way, says that it was the last, and takes no more', async () => {
    const gate = new EventEmitter();
    const port = await start(async (request) => {
      await once(gate, 'open');
      return echo(request);
    });
    const peers = await Promise.all([openPeer(port), openPeer(port)]);
    for (const peer of peers) peer.send(toPost('under way'));
    await sleep(50);
    const closed = servers.pop()?.close();
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow('fetch failed');
    gate.emit('open');
    await closed;
    for (const peer of peers) {
      await peer.hungUp();
      expect(peer.heard()).toMatch(/^HTTP\/1\.1 200 OK/u);
      expect(peer.heard()).toMatch(/connection: close/iu);
      expect(peer.heard()).toContain('POST /p under way');
    }
  });

  it('hangs up on connections that are kept for later', async () => {
    const port = await start(echo);
    const peer = await openPeer(port);
    peer.send(toPost('first'));
    await peer.hears('first');
    await servers.pop()?.close();
    await peer.hungUp();
    expect(peer.heard()).not.toMatch(/connection: close/iu);
  });

  it('answers what has arrived on such a connection, however late it can read it', async () => {
    const port = await start(echo);
    const peers = await Promise.all(Array.from({ length: 10 }, () => openPeer(port)));
    for (const peer of peers) peer.send(toPost('first'));
    await Promise.all(peers.map((peer) => peer.hears('first')));
    // After an immediate come the timers, before anything more is read.
    await new Promise(setImmediate);
    for (const peer of peers) peer.send(toPost('second'));
    const closed = servers.pop()?.close();
    holdUp(300);
    await closed;
    for (const peer of peers) {
      await peer.hungUp();
      expect(peer.heard()).toMatch(/connection: close[^]*POST \/p second$/iu);
    }
  });

  it('does not wait for an answer that never comes, nor for a peer that says nothing', async () => {
    const port = await start(() => new Promise(() => {}));
    const [asking, silent] = await Promise.all([openPeer(port), openPeer(port)]);
    asking.send(toPost('for ever'));
    await sleep(50);
    await servers.pop()?.close();
    await Promise.all([asking.hungUp(), silent.hungUp()]);
    expect(asking.heard()).toBe('');
  });
});

describe('an address that cannot be had ends the start with a line that says so', () => {
  it('taken: worth another try', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const refused = startHttpServer({ handle: echo, host: '127.0.0.1', port, log });
    await expect(refused).rejects.toThrow(Stop);
    await expect(refused).rejects.toMatchObject({
      code: EXIT.tryLater,
      message: expect.stringContaining(`port ${port} (EADDRINUSE)`),
    });
    other.close();
  });

  it('of another machine: hopeless', async () => {
    const refused = startHttpServer({ handle: echo, host: '192.0.2.1', port: 0, log });
    await expect(refused).rejects.toMatchObject({ code: EXIT.config });
  });
});
