import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { WebSocket, WebSocketServer } from 'ws';
import type { HttpFault } from '../src/sandbox/faults.ts';
import { misbehave } from '../src/sandbox/faults.ts';
import type { Sandbox } from '../src/sandbox/server.ts';

/** A frame of the gateway, from either side. */
export interface Payload {
  readonly op: number;
  readonly d: unknown;
  readonly s?: number | null;
  readonly t?: string | null;
}

/** Stands between the bot and a sandbox, and does what neither would. */
export interface DiscordProxy {
  readonly apiBase: string;
  /** What the bot has sent to the gateway, oldest first. */
  readonly heard: readonly Payload[];
  /** Gateway connections that are open at this moment. */
  connections(): number;
  /** Sends anything to the bot as if it came from the gateway. */
  inject(frame: string | Buffer): void;
  /** Changes what the gateway says from now on, or with undefined swallows it. */
  rewrite(change: (payload: Payload) => Payload | undefined): void;
  /** Changes what the API answers from now on. */
  rewriteAnswers(change: (text: string) => string): void;
  /** Decides from now on how each request to the API goes wrong: `POST /api/v10/…`. */
  onRequest(decide: (route: string) => HttpFault | undefined): void;
  /** Neither reads nor writes any more on the gateway connections that are open. */
  freeze(): void;
  /** Takes no new connection, of either kind; the gateway's go on. */
  refuse(): void;
  /** Cuts everything, and cannot be reached. */
  goDown(): void;
  comeBack(): Promise<void>;
}

interface Changes {
  frame: (payload: Payload) => Payload | undefined;
  answer: (text: string) => string;
  fault: (route: string) => HttpFault | undefined;
}

export async function startProxy(sandbox: Sandbox): Promise<DiscordProxy> {
  const { host: origin } = new URL(sandbox.apiBase);
  const changes: Changes = {
    frame: (payload) => payload,
    answer: (text) => text,
    fault: () => undefined,
  };
  const heard: Payload[] = [];
  const open = new Map<WebSocket, WebSocket>();
  const frozen = new WeakSet<WebSocket>();
  let port = 0;
  const toOwn = (text: string): string => text.replaceAll(origin, `127.0.0.1:${port}`);

  const relay = (bot: WebSocket, url: string): void => {
    const discord = new WebSocket(`ws://${origin}${url}`);
    open.set(bot, discord);
    const early: string[] = [];
    discord.on('open', () => early.splice(0).forEach((text) => discord.send(text)));
    discord.on('message', (data: Buffer) => {
      const changed = changes.frame(JSON.parse(data.toString()) as Payload);
      if (changed !== undefined && !frozen.has(bot)) bot.send(toOwn(JSON.stringify(changed)));
    });
    bot.on('message', (data: Buffer) => {
      heard.push(JSON.parse(data.toString()) as Payload);
      if (discord.readyState === WebSocket.OPEN) discord.send(data.toString());
      else early.push(data.toString());
    });
    discord.on('close', (code) => {
      if (!frozen.has(bot)) closeLike(bot, code);
    });
    bot.on('close', (code) => {
      open.delete(bot);
      closeLike(discord, code);
    });
    for (const socket of [bot, discord]) socket.on('error', () => socket.terminate());
  };

  const server = createServer((request, response) => {
    const forwarded = { origin, toAnswer: (text: string) => changes.answer(toOwn(text)) };
    const fault = changes.fault(`${request.method} ${request.url}`);
    void pass(request, response, forwarded, fault);
  });
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) =>
    sockets.handleUpgrade(request, socket, head, (bot) => relay(bot, request.url ?? '/')),
  );
  const refuse = (): void => {
    if (!server.listening) return;
    server.close();
    server.closeAllConnections();
  };
  const listen = async (): Promise<void> => {
    port = await startListening(server, port);
  };
  await listen();
  return {
    apiBase: toOwn(sandbox.apiBase),
    heard,
    connections: () => open.size,
    inject(frame) {
      for (const bot of open.keys()) bot.send(frame);
    },
    rewrite: (change) => void (changes.frame = change),
    rewriteAnswers: (change) => void (changes.answer = change),
    onRequest: (decide) => void (changes.fault = decide),
    freeze() {
      for (const [bot, discord] of open) {
        frozen.add(bot);
        bot.pause();
        discord.terminate();
        open.delete(bot);
      }
    },
    refuse,
    goDown() {
      refuse();
      for (const [bot, discord] of open) {
        bot.terminate();
        discord.terminate();
      }
    },
    comeBack: listen,
  };
}

async function startListening(server: Server, wanted: number): Promise<number> {
  server.listen(wanted, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : wanted;
}

// 1005 and 1006 are only ever reported, never sent.
function closeLike(socket: WebSocket, code: number): void {
  if (code === 1005 || code === 1006) socket.terminate();
  else socket.close(code);
}

interface Forwarded {
  readonly origin: string;
  readonly toAnswer: (text: string) => string;
}

/** What the sandbox answered. */
interface Answer {
  readonly status: number;
  readonly type: string | null;
  readonly text: string;
}

async function pass(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  forwarded: Forwarded,
  fault: HttpFault | undefined,
): Promise<void> {
  const isProcessed = fault === undefined || fault.processed === true || fault.how === 'late';
  const body = await readBody(incoming);
  const answer = isProcessed ? await ask(incoming, body, forwarded) : undefined;
  const send = (): void => {
    if (answer === undefined) return void outgoing.destroy();
    const { status, type, text } = answer;
    outgoing.writeHead(status, type === null ? {} : { 'content-type': type });
    outgoing.end(text === '' ? undefined : text);
  };
  if (fault === undefined) send();
  else misbehave(outgoing, fault, undefined, send);
}

async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function ask(
  { method = 'GET', url = '/', headers }: IncomingMessage,
  body: Buffer,
  { origin, toAnswer }: Forwarded,
): Promise<Answer | undefined> {
  try {
    const response = await fetch(`http://${origin}${url}`, {
      method,
      headers: pick(headers, ['authorization', 'content-type', 'user-agent']),
      ...(body.length > 0 && { body }),
    });
    const type = response.headers.get('content-type');
    return { status: response.status, type, text: toAnswer(await response.text()) };
  } catch {
    return undefined;
  }
}

function pick(headers: IncomingMessage['headers'], names: readonly string[]): [string, string][] {
  return names.flatMap((name): [string, string][] => {
    const value = headers[name];
    return typeof value === 'string' ? [[name, value]] : [];
  });
}
