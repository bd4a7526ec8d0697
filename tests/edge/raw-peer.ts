import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whoever is at the other end of a connection, free to speak bad HTTP. */
export interface RawPeer {
  send(text: string | Uint8Array): void;
  /** Everything that the server has said so far. */
  heard(): string;
  /** Resolves to that once it contains this text. */
  hears(text: string): Promise<string>;
  /** Resolves when the server has hung up, in whatever way, with the milliseconds since the start. */
  hungUp(): Promise<number>;
  /** Breaks off without a word. */
  reset(): void;
}

/** Connects to a server on this machine. */
export async function openPeer(port: number): Promise<RawPeer> {
  const socket = connect(port, '127.0.0.1');
  const chunks: Buffer[] = [];
  const start = performance.now();
  // A reset is one way to hang up.
  socket.on('error', () => {});
  socket.on('data', (chunk) => chunks.push(chunk));
  const closed = once(socket, 'close').then(() => performance.now() - start);
  await once(socket, 'connect');
  const heard = (): string => Buffer.concat(chunks).toString('latin1');
  return {
    send: (text) => void socket.write(text),
    heard,
    async hears(text) {
      while (!heard().includes(text)) {
        if (socket.closed) throw new Error(`hung up without saying ${text}; it said: ${heard()}`);
        await sleep(5);
      }
      return heard();
    },
    hungUp: () => closed,
    reset: () => void socket.resetAndDestroy(),
  };
}

/** Sends a piece again and again until the server hangs up; resolves as `hungUp`. */
export async function drip(peer: RawPeer, piece: string, pause = 100): Promise<number> {
  const end = peer.hungUp();
  for (;;) {
    peer.send(piece);
    const ended = await Promise.race([sleep(pause), end]);
    if (ended !== undefined) return ended;
  }
}
