import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { httpFaults } from '../../src/sandbox/faults.ts';
import type { Sandbox } from '../../src/sandbox/server.ts';
import { startSandbox } from '../../src/sandbox/server.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUNDLE = join(ROOT, 'dist/main.js');

interface Run {
  readonly child: ChildProcess;
  output(): string;
  errors(): string;
  /** Resolves when the output has this text. */
  said(text: string): Promise<void>;
  /** Resolves with the exit code. */
  ended(): Promise<number | null>;
}

const running: ChildProcess[] = [];
let directory: string;

beforeAll(() => {
  // A folder of its own, so that no .env of the developer's is read.
  directory = mkdtempSync(join(tmpdir(), 'pullquote-process-'));
});

afterAll(() => rmSync(directory, { recursive: true }));

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

/** The bot as `npm start` runs it, after the build. */
function run(environment: Readonly<Record<string, string>>): Run {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [BUNDLE], {
    cwd: directory,
    env: { PATH, ...environment },
  });
  running.push(child);
  const ended = once(child, 'exit');
  let [output, errors] = ['', ''];
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  return {
    child,
    output: () => output,
    errors: () => errors,
    said: async (text) => {
      await expect.poll(() => output, { timeout: 15_000 }).toContain(text);
    },
    ended: async () => {
      await ended;
      return child.exitCode;
    },
  };
}

describe('without a token', () => {
  it('the bot shows itself on a page, and ends in order on SIGTERM', async () => {
    const bot = run({ SANDBOX_PORT: '0' });
    await bot.said('commands registered');
    const [url = ''] = /http:\/\/127\.0\.0\.1:\d+\//u.exec(bot.output()) ?? [];
    const page = await fetch(url);
    expect(await page.text()).toContain('page.js');
    bot.child.kill('SIGTERM');
    expect(await bot.ended()).toBe(0);
    expect(bot.errors()).toBe('');
  });

  it('takes another port when the wanted one is taken', async () => {
    const other = await startSandbox({ port: 0 });
    const bot = run({ SANDBOX_PORT: new URL(other.pageUrl).port });
    await bot.said('commands registered');
    expect(bot.output()).not.toContain(other.pageUrl);
    await other.close();
  });
});

describe('with a token', () => {
  let sandbox: Sandbox;

  beforeEach(async () => {
    sandbox = await startSandbox({ port: 0 });
  });

  afterEach(() => sandbox.close());

  const connect = (settings = {}) =>
    run({ DISCORD_TOKEN: sandbox.token, DISCORD_API_BASE: sandbox.apiBase, ...settings });

  it('the bot connects to the API that is named, registers its commands and prints how to install it', async () => {
    const bot = connect();
    await bot.said('https://discord.com/oauth2/authorize?client_id=');
    const { kind } = await sandbox.visit().command('quote', { passage: '4' });
    expect(kind).toBe('message');
  });

  it('answers what is under way when it is told to end', async () => {
    const bot = connect();
    await sandbox.commandsRegistered();
    sandbox.faults.onCallback({ how: 'late', delay: 700 }, 5);
    const asked = Array.from({ length: 5 }, () =>
      sandbox.visit().command('quote', { passage: '4' }),
    );
    await expect
      .poll(() => sandbox.requests().filter(({ path }) => path.endsWith('/callback')).length)
      .toBe(5);
    bot.child.kill('SIGTERM');
    const outcomes = await Promise.all(asked);
    expect(outcomes.map(({ kind }) => kind)).toEqual(Array.from({ length: 5 }, () => 'message'));
    expect(await bot.ended()).toBe(0);
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

  it('writes neither its token nor what people type into the log', async () => {
    const bot = connect({ LOG_LEVEL: 'debug' });
    await sandbox.commandsRegistered();
    sandbox.faults.onCallback(httpFaults.unknownInteraction);
    await sandbox.visit().command('search', { query: 'canary-in-the-coal-mine' });
    await sandbox.visit().command('search', { query: 'canary-in-the-coal-mine' });
    await bot.said('interaction');
    expect(bot.output() + bot.errors()).not.toMatch(new RegExp(`canary|${sandbox.token}`, 'u'));
  });
});

describe('with a bad setting', () => {
  it('the bot does not start, and says all that is wrong', async () => {
    const bot = run({ LOG_LEVEL: 'loud', SANDBOX_PORT: 'x' });
    expect(await bot.ended()).toBe(78);
    expect(bot.errors()).toContain('LOG_LEVEL');
    expect(bot.errors()).toContain('SANDBOX_PORT');
  });

  it('it reads them from a file .env too', async () => {
    writeFileSync(join(directory, '.env'), 'LOG_LEVEL=louder\n');
    const bot = run({});
    expect(await bot.ended()).toBe(78);
    rmSync(join(directory, '.env'));
    expect(bot.errors()).toContain('LOG_LEVEL is one of');
  });

  it('the bot does not start with a text that somebody changed', async () => {
    const data = join(directory, 'data');
    cpSync(join(ROOT, 'data'), data, { recursive: true });
    writeFileSync(join(data, 'cai-2022', 'text.txt'), 'Something else.\n');
    const bot = run({ ARTICLES_DIR: data });
    expect(await bot.ended()).toBe(78);
    expect(bot.errors()).toContain('text-sha256: the text is not the one that was hashed');
  });
});
