import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import type { Readiness } from '../../src/edge/health.ts';
import { createHealth } from '../../src/edge/health.ts';
import { startHttpServer } from '../../src/edge/http-server.ts';
import type { Fields, Log } from '../../src/edge/log.ts';
import { createMetrics } from '../../src/edge/metrics.ts';

const lines: [string, Fields | undefined][] = [];
const note = (line: string, fields?: Fields) => void lines.push([line, fields]);
const log: Log = { debug: note, info: note, warn: note, error: note };

const now: { readiness: Readiness; shards: { id: number; status: number }[] } = {
  readiness: { ready: true },
  shards: [],
};
const metrics = createMetrics({ commands: ['quote', 'search'], shards: () => now.shards });
const handle = createHealth({ readiness: () => now.readiness, metrics });
const server = await startHttpServer({ handle, host: '127.0.0.1', port: 0, log });

afterAll(() => server.close());

const get = (path: string, method = 'GET') =>
  fetch(`http://127.0.0.1:${server.port}${path}`, { method });

/** The samples of a metric as Prometheus would read them. */
async function read(name: string): Promise<string[]> {
  const text = await (await get('/metrics')).text();
  return text.split('\n').filter((line) => line.startsWith(name));
}

describe('a service manager', () => {
  it('learns that the process lives', async () => {
    const response = await get('/live');
    expect([response.status, await response.json()]).toEqual([200, { live: true }]);
  });

  it('learns whether it can answer, as of this moment, and if not, why', async () => {
    now.readiness = { ready: true };
    const ready = await get('/ready');
    now.readiness = { ready: false, reason: 'shard 0 is reconnecting' };
    const unready = await get('/ready');
    expect([ready.status, await ready.json()]).toEqual([200, { ready: true }]);
    expect([unready.status, await unready.json()]).toEqual([503, now.readiness]);
    expect((await get('/live')).status).toBe(200);
  });

  it('may ask with HEAD', async () => {
    expect((await get('/live', 'HEAD')).status).toBe(200);
  });

  it.each(['/', '/live/', '/interactions', '/constructor', '/../etc/passwd'])(
    'finds nothing else: %s',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  it.each(['POST', 'PUT', 'DELETE'])('can change nothing: %s', async (method) => {
    const response = await get('/metrics', method);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

const SECRET = 'canary-4711';

describe('the metrics', () => {
  const options = [{ type: 3, name: 'passage', value: SECRET }];
  const quote = { type: 2, id: '1', token: SECRET, data: { name: 'quote', options } };

  it('count interactions by kind, command and outcome', async () => {
    metrics.countInteraction(quote, 'answered', 12);
    metrics.countInteraction(quote, 'answered', 700);
    metrics.countInteraction(quote, 'late', 3000);
    metrics.countInteraction({ ...quote, type: 4 }, 'answered', 1);
    const press = { type: 3, data: { custom_id: '1/search/page/cai-2022/2' } };
    metrics.countInteraction(press, 'answered', 1);
    metrics.countInteraction({ type: 1 }, 'answered', 1);
    expect(await read('pullquote_interactions_total')).toEqual([
      'pullquote_interactions_total{kind="command",command="quote",outcome="answered"} 2',
      'pullquote_interactions_total{kind="command",command="quote",outcome="late"} 1',
      'pullquote_interactions_total{kind="completion",command="quote",outcome="answered"} 1',
      'pullquote_interactions_total{kind="press",command="search",outcome="answered"} 1',
      'pullquote_interactions_total{kind="ping",command="other",outcome="answered"} 1',
    ]);
  });

  it('tell how long answers took, in seconds', async () => {
    const buckets = await read('pullquote_acknowledgement_seconds_bucket');
    expect(buckets).toContain('pullquote_acknowledgement_seconds_bucket{le="0.025"} 4');
    expect(buckets).toContain('pullquote_acknowledgement_seconds_bucket{le="1"} 5');
    expect(buckets).toContain('pullquote_acknowledgement_seconds_bucket{le="3"} 6');
  });

  it('hold nothing that somebody typed or made up, however often', async () => {
    const before = (await read('pullquote_')).length;
    for (const [at, made] of ['__proto__', SECRET, '"} 1\nup 1', '1/quote', ''].entries()) {
      metrics.countInteraction({ type: 2, data: { name: made } }, 'answered', at);
      metrics.countInteraction({ type: 3, data: { custom_id: `1/${made}/x` } }, 'answered', at);
      metrics.countInteraction(made, 'answered', at);
    }
    const after = await read('pullquote_');
    expect(after.join('\n')).not.toContain(SECRET);
    // One sample more for each kind that was unknown: a command, a press, and what is neither.
    expect(after.length - before).toBe(3);
  });

  it('show the shards as they are now, and only those that are', async () => {
    now.shards = [
      { id: 0, status: 0 },
      { id: 1, status: 5 },
    ];
    expect(await read('pullquote_shard_status')).toEqual([
      'pullquote_shard_status{shard="0"} 0',
      'pullquote_shard_status{shard="1"} 5',
    ]);
    now.shards = [{ id: 1, status: 0 }];
    expect(await read('pullquote_shard_status')).toEqual(['pullquote_shard_status{shard="1"} 0']);
  });

  it('count reconnects, requests over HTTP and faults', async () => {
    metrics.countReconnect(1);
    metrics.countRequest(401);
    metrics.countRequest(401);
    metrics.countFault();
    expect(await read('pullquote_gateway_reconnects_total')).toEqual([
      'pullquote_gateway_reconnects_total{shard="1"} 1',
    ]);
    expect(await read('pullquote_http_requests_total')).toEqual([
      'pullquote_http_requests_total{status="401"} 2',
    ]);
    expect(await read('pullquote_faults_total')).toEqual(['pullquote_faults_total 1']);
  });

  it('tell the delay of the event loop, memory and processor time', async () => {
    // The delay is measured between two looks, ten milliseconds apart when nothing is in the way.
    await sleep(50);
    const until = performance.now() + 60;
    while (performance.now() < until);
    await sleep(50);
    const [delay = ''] = await read('nodejs_eventloop_lag_max_seconds ');
    expect(Number(delay.split(' ')[1])).toBeGreaterThan(0.04);
    expect(await read('process_resident_memory_bytes ')).toHaveLength(1);
    expect(await read('process_cpu_seconds_total ')).toHaveLength(1);
  });

  it('are text as Prometheus reads it', async () => {
    const response = await get('/metrics');
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/u);
    const samples = (await response.text()).split('\n').filter((line) => !line.startsWith('#'));
    const sample =
      /^[a-z_\d]+(?:\{(?:[a-z]+="[^"\\\n]*",?)*\})? (?:[-+\d.e]+|NaN|Nan|\+Inf)(?: \d+)?$/u;
    expect(samples.filter((line) => line !== '' && !sample.test(line))).toEqual([]);
    expect(lines).toEqual([]);
  });

  it('of one process do not disturb those of another', async () => {
    const others = createMetrics({ commands: ['quote'] });
    const { text } = await others.render();
    expect(text).not.toContain('pullquote_interactions_total{');
  });
});
