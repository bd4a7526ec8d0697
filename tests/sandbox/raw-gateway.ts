import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import type { Sandbox } from '../../src/sandbox/server.ts';

interface Payload {
  readonly op: number;
  readonly t: string | null;
  readonly s: number | null;
  readonly d: unknown;
}

/** A gateway client that does nothing by itself. */
export interface RawGateway {
  readonly received: readonly Payload[];
  send(payload: unknown): void;
  sendText(text: string): void;
  /** The first payload, come or to come, with this opcode or event name. */
  next(wanted: number | string): Promise<Payload>;
  /** The close code, once there is one. */
  closed(): Promise<number>;
  close(code: number): void;
  drop(): void;
}

function gatewayUrl(sandbox: Sandbox, query: string): string {
  return `${sandbox.pageUrl.replace('http', 'ws')}gateway/?${query}`;
}

/** Connects to a sandbox's gateway and waits for HELLO. */
export async function connect(sandbox: Sandbox, query = 'v=10&encoding=json'): Promise<RawGateway> {
  const socket = new WebSocket(gatewayUrl(sandbox, query));
  onTestFinished(() => socket.terminate());
  const received: Payload[] = [];
  const closing = new Promise<number>((resolve) => {
    socket.on('close', resolve);
  });
  socket.on('message', (data: Buffer) => {
    received.push(JSON.parse(data.toString()));
    socket.emit('payload');
  });
  const next = async (wanted: number | string): Promise<Payload> => {
    const found = received.find(({ op, t }) => op === wanted || t === wanted);
    if (found) return found;
    await once(socket, 'payload');
    return next(wanted);
  };
  await next(10);
  return {
    received,
    next,
    send: (payload) => socket.send(JSON.stringify(payload)),
    sendText: (text) => socket.send(text),
    closed: () => closing,
    close: (code) => socket.close(code),
    drop: () => socket.terminate(),
  };
}

/** IDENTIFY with nothing wrong in it, but for what is overridden. */
export function identify(sandbox: Sandbox, overrides: object = {}): object {
  const properties = { os: 'linux', browser: 'test', device: 'test' };
  return { op: 2, d: { token: sandbox.token, intents: 0, properties, ...overrides } };
}
