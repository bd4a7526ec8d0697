import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { httpFaults } from '../../src/sandbox/faults.ts';
import type { Sandbox } from '../../src/sandbox/server.ts';
import { startSandbox } from '../../src/sandbox/server.ts';
import { PUBLIC_KEY, signHeaders } from '../edge/discord-key.ts';
import { startProxy } from '../discord-proxy.ts';
import type { Run } from './run-process.ts';
import { createRunner, ROOT } from './run-process.ts';

const runner = createRunner();
const { directory } = runner;

afterEach(() => runner.killAll());
afterAll(() => runner.remove());

/** Asks a bot to end; resolves with the exit code, after at most six seconds and some patience. */
async function end(bot: Run): Promise<number | null> {
  const start = performance.now();
  bot.child.kill('SIGTERM');
  const code = await bot.ended();
  expect(performance.now() - start).toBeLessThan(8000);
  return code;
}

describe('without a token', () => {
  it('the bot shows itself on a page, and ends in order on SIGTERM', async () => {
    const bot = runner.run({ SANDBOX_PORT: '0' });
    await bot.said('commands registered');
    const [url = ''] = /http:\/\/127\.0\.0\.1:\d+\//u.exec(bot.output()) ?? [];
    const page = await fetch(url);
    expect(await page.text()).toContain('page.js');
    expect(await end(bot)).toBe(0);
    expect(bot.errors()).toBe('');
  });

  it('takes another port when the wanted one is taken', async () => {
    const other = await startSandbox({ port: 0 });
    const bot = runner.run({ SANDBOX_PORT: new URL(other.pageUrl).port });
    await bot.said('commands registered');
    expect(bot.output()).not.toContain(other.pageUrl);
    await other.close();
  });
});

describe('with a token', () => {
  let sandbox: Sandbox;

  beforeEach(async () => {
    sandbox = await startSandbox({ port: 0, deadline: 2000 });
  });

  afterEach(() => sandbox.close());

  const connect = (settings = {}) =>
    runner.run({ DISCORD_TOKEN: sandbox.token, DISCORD_API_BASE: sandbox.apiBase, ...settings });
  const quote = () => sandbox.visit().command('quote', { passage: '4' });
  const callbacks = () =>
    sandbox.requests().filter(({ path }) => path.endsWith('/callback')).length;

  it('the bot connects to the API that is named, registers its commands and prints how to install it', async () => {
    const bot = connect();
    await bot.said('https://discord.com/oauth2/authorize?client_id=');
    expect((await quote()).kind).toBe('message');
    expect(bot.output()).toContain('&scope=applications.commands&permissions=0"');
  });

  it('stops with exit code 78 and what to do when Discord does not know the token', async () => {
    const bot = connect({ DISCORD_TOKEN: 'not-the-token' });
    expect(await bot.ended()).toBe(78);
    expect(bot.errors()).toMatch(
      /^pullquote: Discord does not know this DISCORD_TOKEN\. Copy the token again/u,
    );
    expect(bot.errors().trim().split('\n')).toHaveLength(1);
  });

  it.each([4004, 4014])('stops with exit code 78 when Discord closes with %i', async (code) => {
    const bot = connect();
    await sandbox.botOnline();
    sandbox.faults.dropConnections(code);
    expect(await bot.ended()).toBe(78);
    expect(bot.errors()).toContain(`(close code ${code})`);
    expect(bot.errors().trim().split('\n')).toHaveLength(1);
  });

  it.each([4004, 4014])('stops with exit code 78 when it is not let in: %i', async (code) => {
    sandbox.faults.refuseIdentify(code);
    const bot = connect();
    expect(await bot.ended()).toBe(78);
    expect(bot.errors()).toContain(`(close code ${code})`);
    expect(bot.errors().trim().split('\n')).toHaveLength(1);
  });

  it('stops with exit code 75 and the time to wait when no session is left', async () => {
    sandbox.faults.exhaustSessionStarts(3_600_000);
    const bot = connect();
    expect(await bot.ended()).toBe(75);
    expect(bot.errors()).toMatch(/Start it again in (?:1 h 0|60) min\.\n$/u);
  });

  it('tries again when Discord cannot be reached at first', async () => {
    sandbox.faults.onRequest(/^GET \/gateway\/bot/u, httpFaults.serverError, 2);
    const bot = connect();
    await bot.said('commands registered');
    expect(bot.output()).toContain('Discord cannot be reached; trying again');
  });

  it('works on when its commands cannot be registered, and says so', async () => {
    sandbox.faults.onRequest(/^GET \/applications\//u, httpFaults.serverError, 10);
    const bot = connect();
    await bot.said('could not be registered');
    await sandbox.botOnline();
    expect(bot.child.exitCode).toBeNull();
  });

  it('tells how it is to whoever asks on this machine', async () => {
    const bot = connect({ HEALTH_PORT: '0' });
    await bot.said('commands registered');
    const [, port = ''] = /"port":(\d+)/u.exec(bot.output()) ?? [];
    const get = async (path: string) => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`);
      return { status: response.status, text: await response.text() };
    };
    await quote();
    expect((await get('/live')).status).toBe(200);
    expect(await get('/ready')).toEqual({ status: 200, text: '{"ready":true}' });
    const { text } = await get('/metrics');
    expect(text).toContain(
      'pullquote_interactions_total{kind="command",command="quote",outcome="answered"} 1',
    );
    expect(text).toContain('pullquote_shard_status{shard="0"} 0');
    expect(await end(bot)).toBe(0);
  });

  it('lives and says that it is not ready while Discord cannot be reached', async () => {
    sandbox.faults.onRequest(/^GET \/gateway\/bot/u, httpFaults.serverError, 10);
    const bot = connect({ HEALTH_PORT: '0' });
    await bot.said('trying again');
    const [, port = ''] = /"port":(\d+)/u.exec(bot.output()) ?? [];
    const ready = await fetch(`http://127.0.0.1:${port}/ready`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({ ready: false, reason: 'not connected to Discord yet' });
    expect((await fetch(`http://127.0.0.1:${port}/live`)).status).toBe(200);
    expect(await end(bot)).toBe(0);
  });

  it('writes neither its token nor what people type into the log, whatever goes wrong', async () => {
    const bot = connect({ LOG_LEVEL: 'debug' });
    await sandbox.commandsRegistered();
    const { faults } = sandbox;
    const canary = () => sandbox.visit().command('search', { query: 'canary-in-the-coal-mine' });
    for (const fault of Object.values(httpFaults)) faults.onCallback(fault);
    await Promise.all(Array.from({ length: 10 }, canary));
    faults.dropConnections();
    await canary();
    await bot.said('"outcome":"late"');
    faults.dropConnections(4004);
    await bot.ended();
    expect(bot.output() + bot.errors()).not.toMatch(new RegExp(`canary|${sandbox.token}`, 'u'));
    expect(bot.output()).not.toContain('/callback');
  });

  describe('ends with 0 on SIGTERM', () => {
    it('with nothing to do', async () => {
      const bot = connect();
      await bot.said('commands registered');
      expect(await end(bot)).toBe(0);
      expect(bot.errors()).toBe('');
    });

    it('with twenty answers under way, which arrive', async () => {
      const bot = connect();
      await bot.said('commands registered');
      sandbox.faults.onCallback({ how: 'late', delay: 600 }, 20);
      const asked = Array.from({ length: 20 }, quote);
      await expect.poll(callbacks).toBe(20);
      expect(await end(bot)).toBe(0);
      const kinds = (await Promise.all(asked)).map(({ kind }) => kind);
      expect(new Set(kinds)).toEqual(new Set(['message']));
      // None was sent a second time, so each was taken.
      expect(callbacks()).toBe(20);
    });

    it('while Discord cannot be reached at all', async () => {
      const bot = runner.run({ DISCORD_TOKEN: 't', DISCORD_API_BASE: 'http://127.0.0.1:9/api' });
      await bot.said('trying again');
      expect(await end(bot)).toBe(0);
    });

    it('while it takes the connection up again', async () => {
      const proxy = await startProxy(sandbox);
      const bot = connect({ DISCORD_API_BASE: proxy.apiBase });
      await bot.said('commands registered');
      proxy.goDown();
      await bot.said('taking it up again');
      expect(await end(bot)).toBe(0);
    });

    it('with a peer that is frozen', async () => {
      const proxy = await startProxy(sandbox);
      const bot = connect({ DISCORD_API_BASE: proxy.apiBase });
      await bot.said('commands registered');
      proxy.freeze();
      expect(await end(bot)).toBe(0);
      proxy.goDown();
    });
  });
});

describe('with a public key', () => {
  const BODY = JSON.stringify({
    type: 2,
    id: '1149238018546122753',
    token: 'canary-4711',
    application_id: '1149236894129520640',
    data: { name: 'quote', options: [{ type: 3, name: 'passage', value: '4' }] },
  });

  /** Where the bot listens. */
  async function findAddress(bot: Run): Promise<string> {
    await bot.said('listening for interactions');
    const line = bot
      .output()
      .split('\n')
      .find((text) => text.includes('listening'));
    const [, port = ''] = /"port":(\d+)/u.exec(line ?? '') ?? [];
    return `http://127.0.0.1:${port}/interactions`;
  }

  it('the bot answers what Discord has signed, and nothing else', async () => {
    const bot = runner.run({ DISCORD_PUBLIC_KEY: PUBLIC_KEY, PORT: '0', LOG_LEVEL: 'debug' });
    const address = await findAddress(bot);
    const post = (headers: Record<string, string>) =>
      fetch(address, { method: 'POST', headers, body: BODY });
    const response = await post(signHeaders(BODY));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ type: 4, data: { embeds: [{}] } });
    expect((await post(signHeaders(`${BODY} `))).status).toBe(401);
    expect(bot.output()).toContain('no commands are registered');
    expect(await end(bot)).toBe(0);
    expect(bot.output() + bot.errors()).not.toContain('canary');
  });

  it('and a token registers its commands, and is not connected to the gateway', async () => {
    const sandbox = await startSandbox({ port: 0 });
    const bot = runner.run({
      DISCORD_PUBLIC_KEY: PUBLIC_KEY,
      DISCORD_TOKEN: sandbox.token,
      DISCORD_API_BASE: sandbox.apiBase,
      PORT: '0',
      HEALTH_PORT: '0',
    });
    await bot.said('install link');
    await sandbox.commandsRegistered();
    expect(sandbox.requests().some(({ path }) => path.startsWith('/gateway'))).toBe(false);
    const [, port = ''] = /"port":(\d+)/u.exec(bot.output()) ?? [];
    const ready = await fetch(`http://127.0.0.1:${port}/ready`);
    expect(ready.status).toBe(200);
    expect(await end(bot)).toBe(0);
    await sandbox.close();
  });
});

describe('with a bad setting', () => {
  it('the bot does not start, and says all that is wrong', async () => {
    const bot = runner.run({ LOG_LEVEL: 'loud', SANDBOX_PORT: 'x' });
    expect(await bot.ended()).toBe(78);
    expect(bot.errors()).toContain('LOG_LEVEL');
    expect(bot.errors()).toContain('SANDBOX_PORT');
  });

  it('it reads them from a file .env too', async () => {
    writeFileSync(join(directory, '.env'), 'LOG_LEVEL=louder\n');
    const bot = runner.run({});
    expect(await bot.ended()).toBe(78);
    rmSync(join(directory, '.env'));
    expect(bot.errors()).toContain('LOG_LEVEL is one of');
  });

  it('the bot does not start with a text that somebody changed', async () => {
    const data = join(directory, 'data');
    cpSync(join(ROOT, 'data'), data, { recursive: true });
    writeFileSync(join(data, 'cai-2022', 'text.txt'), 'Something else.\n');
    const bot = runner.run({ ARTICLES_DIR: data });
    expect(await bot.ended()).toBe(78);
    expect(bot.errors()).toContain('text-sha256: the text is not the one that was hashed');
  });
});
