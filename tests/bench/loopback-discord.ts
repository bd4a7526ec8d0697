import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';

/** Just enough of Discord to put a load on a bot: nothing is checked, so little time is spent. */
export interface LoopbackDiscord {
  readonly apiBase: string;
  /** Resolves when the next bot has identified itself and was told that it is ready. */
  nextBot(): Promise<void>;
  /** Sends an interaction; resolves with the milliseconds until it was answered. */
  ask(interaction: object): Promise<number>;
  /** Answers to interactions that were answered already, or never sent. */
  surplus(): number;
  close(): void;
}

const APPLICATION = '1149236894129520640';
const HOST = '127.0.0.1';

export async function startLoopbackDiscord(): Promise<LoopbackDiscord> {
  const waiting = new Map<string, { start: number; resolve: (milliseconds: number) => void }>();
  let bot: WebSocket | undefined;
  let sequence = 0;
  let surplus = 0;
  let lastId = 1_149_236_961_477_472_256n;
  let port = 0;
  let greet = (): void => undefined;

  const acknowledge = (id: string): void => {
    const asked = waiting.get(id);
    if (!waiting.delete(id)) surplus += 1;
    asked?.resolve(performance.now() - asked.start);
  };
  const server = createServer((request, response) => {
    const callback = /\/interactions\/(\d+)\//u.exec(request.url ?? '');
    request.resume().on('end', () => {
      if (callback === null) return answer(request, response, port);
      acknowledge(callback[1] ?? '');
      response.writeHead(204).end();
    });
  });
  const dispatch = (t: string, d: object): void =>
    bot?.send(JSON.stringify({ op: 0, s: (sequence += 1), t, d }));
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket) => {
    bot = socket;
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 41_250 } }));
    socket.on('message', (data: Buffer) => {
      const { op } = JSON.parse(data.toString()) as { op: number };
      if (op === 1) socket.send('{"op":11}');
      if (op !== 2) return;
      dispatch('READY', toReady(port));
      greet();
    });
  });

  server.listen(0, HOST);
  await once(server, 'listening');
  const address = server.address();
  if (typeof address === 'object' && address !== null) port = address.port;
  return {
    apiBase: `http://${HOST}:${port}/api`,
    nextBot: () =>
      new Promise((resolve) => {
        greet = resolve;
      }),
    ask: (interaction) =>
      new Promise((resolve) => {
        const id = String((lastId += 1n));
        waiting.set(id, { start: performance.now(), resolve });
        dispatch('INTERACTION_CREATE', { ...interaction, id, application_id: APPLICATION });
      }),
    surplus: () => surplus,
    close() {
      sockets.close();
      server.close();
      server.closeAllConnections();
    },
  };
}

function answer({ url = '' }: IncomingMessage, response: ServerResponse, port: number): void {
  const limit = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 };
  const gateway = { url: `ws://${HOST}:${port}`, shards: 1, session_start_limit: limit };
  const body = url.endsWith('/gateway/bot') ? gateway : [];
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function toReady(port: number): object {
  return {
    v: 10,
    user: { id: APPLICATION, username: 'bot', discriminator: '0000', avatar: null, bot: true },
    guilds: [],
    session_id: 'session',
    resume_gateway_url: `ws://${HOST}:${port}`,
    shard: [0, 1],
    application: { id: APPLICATION, flags: 0 },
  };
}
