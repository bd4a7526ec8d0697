import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startSandbox } from '../../src/sandbox/server.ts';
import { callApi } from './call-api.ts';
import { connect, identify } from './raw-gateway.ts';
import { answerWithButton, quote, startReceiver } from './receiver.ts';
import { start } from './start.ts';

describe('a sandbox', () => {
  it('ends what is under way when it is closed', async () => {
    const sandbox = await startSandbox({ port: 0 });
    const bot = await connect(sandbox);
    bot.send(identify(sandbox));
    await bot.next('READY');
    const outcome = sandbox.dispatch({ type: 2 });
    await sandbox.close();
    expect(await outcome).toMatchObject({ kind: 'failed', reason: 'The sandbox was closed' });
    expect(await bot.closed()).toBe(1001);
    await expect(fetch(sandbox.pageUrl)).rejects.toThrow('fetch failed');
  });

  it('closes although a client does not answer any more', async () => {
    const sandbox = await startSandbox({ port: 0 });
    const bot = new WebSocket(`${sandbox.pageUrl.replace('http', 'ws')}gateway/?v=10`);
    await new Promise((resolve) => bot.once('message', resolve));
    bot.pause();
    await expect(sandbox.close()).resolves.toBeUndefined();
    bot.terminate();
  });

  it('gives each start a token of its own, or the one that is wanted', async () => {
    const [first, second] = await Promise.all([start(), start()]);
    expect(first.token).not.toBe(second.token);
    expect((await start({ token: 'wanted' })).token).toBe('wanted');
  });

  it('answers whatever a bot sends', async () => {
    const { sandbox, receive, callback, webhook } = await startReceiver({ deadline: 60_000 });
    const { received: waiting } = await receive(quote);
    const { outcome, received } = await receive(quote);
    await callback(received, answerWithButton);
    await outcome;
    const body = fc.oneof(
      fc.json().map((text): unknown => JSON.parse(text)),
      fc.record({ type: fc.nat(12), data: fc.jsonValue() }),
      fc.record({ content: fc.jsonValue(), embeds: fc.jsonValue(), components: fc.jsonValue() }),
      fc.array(fc.record({ name: fc.jsonValue(), options: fc.jsonValue(), type: fc.nat(5) })),
    );
    await fc.assert(
      fc.asyncProperty(body, async (json) => {
        const commands = `/applications/${sandbox.applicationId}/commands`;
        const answers = await Promise.all([
          callApi(sandbox, 'PUT', commands, { body: json }),
          callApi(sandbox, 'POST', commands, { body: json }),
          callback(waiting, json),
          webhook('POST', received, '', json),
          webhook('PATCH', received, '/messages/@original', json),
        ]);
        return answers.every(({ status }) => status >= 200 && status !== 500);
      }),
      { numRuns: 100 },
    );
  });
});
