import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import type { Sandbox } from '../../../src/sandbox/server.ts';
import { startSandbox } from '../../../src/sandbox/server.ts';
import { start } from '../start.ts';

let directory: string;
let sandbox: Sandbox;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'page-'));
  await mkdir(join(directory, 'page', 'fonts'), { recursive: true });
  await writeFile(join(directory, 'secret.txt'), 'secret');
  await writeFile(join(directory, 'page', 'index.html'), '<!doctype html><title>Page</title>');
  await writeFile(join(directory, 'page', 'page.js'), 'export {};');
  await writeFile(join(directory, 'page', 'page.css'), 'html {}');
  await writeFile(join(directory, 'page', 'fonts', 'a.woff2'), 'font');
  await symlink(join(directory, 'secret.txt'), join(directory, 'page', 'link.txt'));
  sandbox = await startSandbox({ port: 0, pageDirectory: join(directory, 'page') });
});

afterAll(async () => {
  await sandbox.close();
  await rm(directory, { recursive: true });
});

interface RawAnswer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly text: string;
}

/** A request whose path and headers no library tidies up. */
async function ask(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<RawAnswer> {
  const { port } = new URL(sandbox.pageUrl);
  const sent = request({ host: '127.0.0.1', port, path, method, headers });
  sent.end();
  const [response] = await once(sent, 'response');
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return { status: response.statusCode, headers: response.headers, text };
}

describe('the page', () => {
  it.each([
    ['/', 'text/html; charset=utf-8', '<title>Page'],
    ['/?x=1', 'text/html; charset=utf-8', '<title>Page'],
    ['/index.html', 'text/html; charset=utf-8', '<title>Page'],
    ['/page.js', 'text/javascript; charset=utf-8', 'export {}'],
    ['/page.css', 'text/css; charset=utf-8', 'html {}'],
    ['/fonts/a.woff2', 'font/woff2', 'font'],
  ])('is served at %s as %s', async (path, type, content) => {
    const { status, headers, text } = await ask(path);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe(type);
    expect(text).toContain(content);
  });

  it('may run and load nothing but its own', async () => {
    const { headers } = await ask('/');
    const policy = String(headers['content-security-policy']);
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "font-src 'self'",
      "img-src 'self' data:",
      expect.stringMatching(/^connect-src 'self' ws:\/\/127\.0\.0\.1:\d+$/),
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  });

  it('answers HEAD without a body, other methods with 405, other paths with 404', async () => {
    expect(await ask('/', {}, 'HEAD')).toMatchObject({ status: 200, text: '' });
    expect(await ask('/', {}, 'POST')).toMatchObject({ status: 405 });
    expect(await ask('/none')).toMatchObject({ status: 404 });
  });

  it.each([
    '/../secret.txt',
    '/page/../../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/fonts/../../secret.txt',
    '/..\\secret.txt',
    '//secret.txt',
    '/link.txt',
    '/constructor',
    '/__proto__',
    '/page.js%00.html',
  ])('never leaves its directory: %s', async (path) => {
    expect(await ask(path)).toMatchObject({ status: 404 });
  });

  it('is not needed', async () => {
    const bare = await start();
    expect((await fetch(bare.pageUrl)).status).toBe(404);
  });

  it('that cannot be read stops the start', async () => {
    await expect(startSandbox({ port: 0, pageDirectory: '/no/such/directory' })).rejects.toThrow(
      'ENOENT',
    );
  });
});

describe('a request from elsewhere', () => {
  const port = (): string => new URL(sandbox.pageUrl).port;

  it.each(['/', '/page.js', '/api/v10/gateway'])('is refused at %s by its Host', async (path) => {
    expect(await ask(path, { Host: 'evil.example' })).toMatchObject({ status: 403 });
    expect(await ask(path, { Host: `evil.example:${port()}` })).toMatchObject({ status: 403 });
    expect(await ask(path, { Host: '127.0.0.1:1' })).toMatchObject({ status: 403 });
  });

  it.each(['/', '/api/v10/gateway'])('is refused at %s by its Origin', async (path) => {
    for (const origin of ['http://evil.example', 'null', `https://127.0.0.1:${port()}`])
      expect(await ask(path, { Origin: origin })).toMatchObject({ status: 403 });
  });

  it.each(['127.0.0.1', 'localhost', '[::1]'])('is none when it says %s', async (name) => {
    const own = `${name}:${port()}`;
    expect(await ask('/', { Host: own, Origin: `http://${own}` })).toMatchObject({ status: 200 });
  });

  const handshake = async (path: string, headers: Record<string, string>): Promise<string> => {
    const socket = new WebSocket(`ws://127.0.0.1:${port()}${path}`, { headers });
    onTestFinished(() => socket.terminate());
    return new Promise((resolve) => {
      socket.on('open', () => resolve('open'));
      socket.on('error', (error) => resolve(error.message));
    });
  };

  it.each([
    [{ Host: 'evil.example' }, '403'],
    [{ Origin: 'http://evil.example' }, '403'],
    [{ Origin: 'null' }, '403'],
    [{}, 'open'],
  ])('gets no WebSocket with %o', async (headers, expected) => {
    expect(await handshake('/live', headers)).toContain(expected);
    expect(await handshake('/gateway/?v=10&encoding=json', headers)).toContain(expected);
  });

  it('gets no WebSocket at another path', async () => {
    expect(await handshake('/none', {})).toContain('404');
    expect(await handshake('/constructor', {})).toContain('404');
  });
});

describe('the port', () => {
  it('is the wanted one, or a free one when that is taken', async () => {
    const taken = createServer();
    taken.listen(0, '127.0.0.1');
    await once(taken, 'listening');
    onTestFinished(() => {
      taken.close();
    });
    const address = taken.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const second = await start({ port });
    expect(new URL(second.pageUrl).port).not.toBe(String(port));
    expect((await fetch(second.pageUrl)).status).toBe(404);
  });

  it('is open on loopback only', () => {
    expect(new URL(sandbox.pageUrl).hostname).toBe('127.0.0.1');
  });
});
