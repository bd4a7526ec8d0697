/*
 * How many signed interactions a second one core answers over HTTP, as a ratio to a bare node:http
 * server that answers a constant. Both run in a process of their own, in turns, under the same load
 * from this one; the figure is requests per second of the server's processor time, medians of rounds.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';
import { commands } from '../../commands/index.ts';
import { createAnswer } from '../../src/answer.ts';
import { createEndpoint, PATH } from '../../src/edge/http-endpoint.ts';
import { startHttpServer } from '../../src/edge/http-server.ts';
import type { Log } from '../../src/edge/log.ts';
import { createVerify } from '../../src/edge/verify-signature.ts';
import { PUBLIC_KEY, signHeaders } from '../edge/discord-key.ts';
import { library } from '../library.ts';
import { toQuantile } from './quantile.ts';

const ROUNDS = 5;
const REQUESTS = 4000;
const WARM_UP = 2000;
const CONNECTIONS = 32;
const HOST = '127.0.0.1';

const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };

// About as long as what Discord sends.
const toBody = (type: number, data?: object): string =>
  JSON.stringify({
    type,
    id: '1',
    token: 't'.repeat(230),
    ...(data && { data }),
    member: { user: { id: '1' } },
    rest: ' '.repeat(1000),
  });
const toOptions = (option: object) => [{ type: 3, ...option }];

const PINGS = [toBody(1)];
const COMMANDS = [
  toBody(2, { name: 'quote', options: toOptions({ name: 'passage', value: '4:2' }) }),
  toBody(2, { name: 'search', options: toOptions({ name: 'query', value: 'technology' }) }),
  toBody(2, { name: 'summary', options: [] }),
  toBody(4, { name: 'quote', options: toOptions({ name: 'passage', value: 'c', focused: true }) }),
];

interface Case {
  readonly server: string;
  readonly bodies: readonly string[];
}

const CASES: Record<string, Case> = {
  'bare node:http': { server: 'bare', bodies: COMMANDS },
  'signed PING': { server: 'pullquote', bodies: PINGS },
  'signed commands': { server: 'pullquote', bodies: COMMANDS },
};

const servers: Record<string, (publicKey: string) => Promise<number>> = {
  async bare() {
    const server = createServer((incoming, outgoing) => {
      incoming.resume().on('end', () => {
        outgoing.writeHead(200, { 'content-type': 'application/json' }).end('{"type":1}');
      });
    });
    await once(server.listen(0, HOST), 'listening');
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  },
  async pullquote(publicKey) {
    const answer = createAnswer({ about: { version: '0.0.0' }, commands, library, report: String });
    const handle = createEndpoint({ answer, verify: createVerify(publicKey) });
    return (await startHttpServer({ handle, host: HOST, port: 0, log: silent })).port;
  },
};

async function serve(name: string, publicKey: string): Promise<void> {
  const port = await servers[name]?.(publicKey);
  process.send?.({ port });
  process.on('message', () => process.send?.({ cpu: process.cpuUsage() }));
}

async function load(port: number, bodies: readonly string[], requests: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const signed = bodies.map((body) => ({ body, headers: signHeaders(body) }));
  let next = 0;
  const work = async (): Promise<void> => {
    for (let at = next++; at < requests; at = next++) {
      const { body, headers } = signed[at % signed.length] ?? { body: '', headers: {} };
      const status = await post(port, agent, body, headers);
      if (status !== 200) throw new Error(`answered with ${status}`);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
  agent.destroy();
}

async function post(port: number, agent: Agent, body: string, headers: object): Promise<number> {
  const outgoing = request({
    host: HOST,
    port,
    path: PATH,
    method: 'POST',
    agent,
    headers: { ...headers, 'content-length': Buffer.byteLength(body) },
  });
  outgoing.end(body);
  const [response] = await once(outgoing, 'response');
  await once(response.resume(), 'end');
  return response.statusCode;
}

interface Round {
  /** Requests per second of the server's processor time, and per second on the clock. */
  readonly perCore: number;
  readonly perSecond: number;
}

async function measure({ server: name, bodies }: Case): Promise<Round> {
  const server = fork(process.argv[1] ?? '', [name, PUBLIC_KEY]);
  const [{ port }] = await once(server, 'message');
  const readCpu = async (): Promise<number> => {
    server.send('cpu');
    const [{ cpu }] = await once(server, 'message');
    return (cpu.user + cpu.system) / 1e6;
  };
  await load(port, bodies, WARM_UP);
  const before = await readCpu();
  const start = performance.now();
  await load(port, bodies, REQUESTS);
  const seconds = (performance.now() - start) / 1000;
  const used = (await readCpu()) - before;
  server.kill();
  return { perCore: REQUESTS / used, perSecond: REQUESTS / seconds };
}

async function compare(): Promise<void> {
  const results = Object.entries(CASES).map(([name, what]) => ({
    name,
    what,
    rounds: [] as Round[],
  }));
  for (let round = 0; round < ROUNDS; round++)
    for (const { what, rounds } of results) rounds.push(await measure(what));
  const medians = results.map(({ name, rounds }) => ({
    name,
    perCore: toQuantile(
      rounds.map(({ perCore }) => perCore),
      0.5,
    ),
    perSecond: toQuantile(
      rounds.map(({ perSecond }) => perSecond),
      0.5,
    ),
  }));
  for (const { name, perCore, perSecond } of medians) {
    const ratio = perCore / (medians[0]?.perCore ?? Number.NaN);
    console.log(
      `${name.padEnd(16)}${perCore.toFixed(0)} requests a core-second, ${ratio.toFixed(2)} of the bare server; ${perSecond.toFixed(0)} a second`,
    );
  }
}

const [, , name, publicKey] = process.argv;
await (name === undefined || publicKey === undefined ? compare() : serve(name, publicKey));
