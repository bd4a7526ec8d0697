import { afterEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer.ts';
import { PATH } from '../../src/edge/http-endpoint.ts';
import type { HttpInteractions } from '../../src/edge/http-interactions.ts';
import { serveInteractions } from '../../src/edge/http-interactions.ts';
import type { ApiRequest, InteractionApi } from '../../src/edge/interaction-api.ts';
import type { Fields, Log } from '../../src/edge/log.ts';
import { createMetrics } from '../../src/edge/metrics.ts';
import { PUBLIC_KEY, signHeaders } from './discord-key.ts';

const lines: [string, Fields | undefined][] = [];
const note = (line: string, fields?: Fields) => void lines.push([line, fields]);
const log: Log = { debug: note, info: note, warn: note, error: note };

const sent: ApiRequest[] = [];
const api: InteractionApi = {
  async send(request) {
    sent.push(request);
    return { status: 204 };
  },
  close() {},
};

const metrics = createMetrics({ commands: ['quote'] });
const servers: HttpInteractions[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
  lines.length = 0;
  sent.length = 0;
});

async function start(answer: Answer): Promise<HttpInteractions> {
  const shared = { publicKey: PUBLIC_KEY, host: '127.0.0.1', port: 0 };
  const server = await serveInteractions({ ...shared, answer, api, log, metrics });
  servers.push(server);
  return server;
}

const PRESS = JSON.stringify({
  type: 3,
  id: '111',
  token: 'canary-4711',
  application_id: '222',
  data: { custom_id: '1/quote/x/delete' },
});

const press = ({ port }: HttpInteractions, headers: Record<string, string> = signHeaders(PRESS)) =>
  fetch(`http://127.0.0.1:${port}${PATH}`, { method: 'POST', headers, body: PRESS });

describe('an interaction over HTTP', () => {
  it('is answered in the response, with no request to Discord', async () => {
    const server = await start(() => ({ type: 1 }));
    expect(await (await press(server)).json()).toEqual({ type: 1 });
    await server.close();
    expect(sent).toEqual([]);
  });

  it('that deletes its message is answered, and then the message is deleted', async () => {
    const server = await start(() => ({ type: 6 }));
    expect(await (await press(server)).json()).toEqual({ type: 6 });
    await server.close();
    expect(sent).toEqual([
      expect.objectContaining({
        method: 'DELETE',
        path: '/webhooks/222/canary-4711/messages/@original',
      }),
    ]);
  });

  it('deletes nothing when it is forged', async () => {
    const server = await start(() => ({ type: 6 }));
    expect((await press(server, signHeaders('{}'))).status).toBe(401);
    await server.close();
    expect(sent).toEqual([]);
  });

  it('is counted, and leaves only its status and its time in the log', async () => {
    const server = await start(() => ({ type: 1 }));
    await press(server);
    await press(server, {});
    const { text } = await metrics.render();
    expect(text).toContain('pullquote_http_requests_total{status="401"}');
    expect(text).toMatch(/pullquote_interactions_total\{kind="press",command="quote",.*\} \d/u);
    expect(text).not.toContain('canary-4711');
    expect(lines).toEqual([
      ['request', { code: 200, milliseconds: expect.any(Number) }],
      ['request', { code: 401, milliseconds: expect.any(Number) }],
    ]);
  });
});

it('is ready until it is told to stop', async () => {
  const server = await start(() => ({ type: 1 }));
  expect(server.readiness()).toEqual({ ready: true });
  const closed = server.close();
  expect(server.readiness()).toEqual({ ready: false, reason: 'the bot is stopping' });
  await closed;
});
