import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { guild } from '../../src/sandbox/scene.ts';
import type { Sandbox } from '../../src/sandbox/server.ts';
import { startSandbox } from '../../src/sandbox/server.ts';
import { shardOf } from '../../src/sandbox/snowflake.ts';
import type { DiscordProxy } from '../discord-proxy.ts';
import { startProxy } from '../discord-proxy.ts';
import { createRunner } from './run-process.ts';
import { connectBot } from './start-bot.ts';

const runner = createRunner();

let sandbox: Sandbox;
let proxy: DiscordProxy;

beforeEach(async () => {
  sandbox = await startSandbox({ port: 0 });
  proxy = await startProxy(sandbox);
});

afterEach(async () => {
  runner.killAll();
  proxy.goDown();
  await sandbox.close();
});

afterAll(() => runner.remove());

/** As many shards as it takes for the server not to be on the same one as direct messages. */
const COUNT = [2, 3, 4, 5].find((count) => shardOf(guild.id, count) !== 0) ?? 1;
const SHARD = shardOf(guild.id, COUNT);

const inGuild = () => sandbox.visit().command('quote', { passage: '4' });
const inPrivate = () => sandbox.visit({ place: 'bot_dm' }).command('quote', { passage: '4' });
const callbacks = (): number =>
  sandbox.requests().filter(({ path }) => path.endsWith('/callback')).length;

/** Every IDENTIFY's shard, as `id/count`, in order. */
const identified = (): string[] =>
  proxy.heard
    .filter(({ op }) => op === 2)
    .map(({ d }) => (d as { shard: number[] }).shard.join('/'))
    .sort();

describe('several shards in one process', () => {
  it('share the work: each interaction arrives on one of them, and is answered once', async () => {
    const ids = Array.from({ length: COUNT }, (_, id) => id);
    const { gateway } = await connectBot(sandbox, {
      apiBase: proxy.apiBase,
      shards: { ids, count: COUNT },
      identify: { spacing: 0 },
    });
    expect(identified()).toEqual(ids.map((id) => `${id}/${COUNT}`));
    const kinds = (await Promise.all([inGuild(), inPrivate()])).map(({ kind }) => kind);
    expect(kinds).toEqual(['message', 'message']);
    expect(callbacks()).toBe(2);
    expect(gateway.shards()).toEqual(ids.map((id) => ({ id, status: 0 })));
    await gateway.close();
  });

  it('are as many as Discord recommends, if nothing else is said', async () => {
    proxy.rewriteAnswers((text) => text.replace('"shards":1', '"shards":3'));
    const { gateway } = await connectBot(sandbox, {
      apiBase: proxy.apiBase,
      identify: { spacing: 0 },
    });
    expect(identified()).toEqual(['0/3', '1/3', '2/3']);
    await gateway.close();
  });

  it('come back one by one, and only those that were lost are not ready', async () => {
    const { gateway } = await connectBot(sandbox, {
      apiBase: proxy.apiBase,
      shards: { ids: [0, 1], count: 2 },
      identify: { spacing: 0 },
    });
    let swallowed = 0;
    proxy.rewrite((payload) => {
      if (payload.t !== 'RESUMED' || swallowed > 0) return payload;
      swallowed += 1;
      return undefined;
    });
    sandbox.faults.dropConnections();
    await expect
      .poll(() => gateway.readiness().reason, { timeout: 10_000 })
      .toMatch(/^shard [01] is resuming$/u);
    await gateway.close();
  });
});

describe('two processes with shards of their own', () => {
  const start = async (shards: string) => {
    const bot = runner.run({
      DISCORD_TOKEN: sandbox.token,
      DISCORD_API_BASE: proxy.apiBase,
      SHARDS: shards,
      LOG_LEVEL: 'debug',
    });
    await bot.said('install link');
    return {
      ...bot,
      answered: () => bot.output().split('"outcome":"answered"').length - 1,
    };
  };

  it('answer what is theirs, and go on when the other is gone', async () => {
    const first = await start(`0/${COUNT}`);
    const second = await start(`${SHARD}/${COUNT}`);
    expect(identified()).toEqual([`0/${COUNT}`, `${SHARD}/${COUNT}`]);
    await inPrivate();
    await inGuild();
    await inGuild();
    await expect.poll(() => [first.answered(), second.answered()]).toEqual([1, 2]);
    expect(callbacks()).toBe(3);
    first.child.kill('SIGTERM');
    expect(await first.ended()).toBe(0);
    expect((await inGuild()).kind).toBe('message');
    expect(callbacks()).toBe(4);
  });
});
