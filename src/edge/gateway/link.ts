import { GatewayOpcodes } from 'discord.js';
import { WebSocket } from 'ws';
import type { Frame, Notice } from './frame.ts';
import { parseFrame } from './frame.ts';
import type { Heartbeat } from './heartbeat.ts';
import { startHeartbeat } from './heartbeat.ts';

/** One connection to the gateway, from HELLO to its end. */
export interface Link {
  /** Sends what Discord will answer; the connection ends when no `settle` follows within 15 s. */
  ask(payload: GatewayMessage): void;
  /** Discord has answered. */
  settle(): void;
  /** The number that heartbeats carry: of the last event. */
  note(sequence: number): void;
  /** Whether heartbeats are answered. */
  isAlive(): boolean;
  /** Hangs up, and hears no more. */
  end(code: number): void;
}

export interface GatewayMessage {
  readonly op: GatewayOpcodes;
  readonly d: unknown;
}

export interface LinkOptions {
  readonly url: string;
  /** The last event that was heard in this session. */
  readonly sequence: number | undefined;
  readonly random: () => number;
  /** Heartbeats are the link's own affair. */
  readonly onNotice: (notice: Notice) => void;
  /** Called once, with the WebSocket's close code, and what the network did. */
  readonly onEnd: (code: number, error: Error | undefined) => void;
}

/** How long Discord may take to say what is due, and to close; milliseconds. */
const ANSWER_WITHIN = 15_000;
const CLOSE_WITHIN = 1000;

/** Bytes of a frame: READY of a shard with thousands of servers fits many times over. */
const LARGEST_FRAME = 16 * 1024 * 1024;

/** Close codes of our own: 4000 and others keep the session, 1000 and 1001 end it. */
export const CLOSE = { session: 1000, connection: 4000 } as const;

/** Opens a connection. It ends by itself when the peer is silent; nothing here throws. */
export function openLink({ url, sequence, random, onNotice, onEnd }: LinkOptions): Link {
  const socket = new WebSocket(url, {
    handshakeTimeout: ANSWER_WITHIN,
    maxPayload: LARGEST_FRAME,
    perMessageDeflate: false,
  });
  let last = sequence;
  let heartbeat: Heartbeat | undefined;
  let deadline: NodeJS.Timeout | undefined;
  let fault: Error | undefined;
  let isOver = false;

  const end = (code: number): void => {
    if (isOver) return;
    isOver = true;
    clearTimeout(deadline);
    heartbeat?.stop();
    hangUp(socket, code);
    onEnd(code, fault);
  };
  const expect = (): void => {
    clearTimeout(deadline);
    if (!isOver) deadline = setTimeout(() => end(CLOSE.connection), ANSWER_WITHIN);
  };
  const send = (message: GatewayMessage): void => {
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
  };
  const beat = (): void => send({ op: GatewayOpcodes.Heartbeat, d: last ?? null });
  const hear = (frame: Frame): void => {
    if (frame.kind === 'beat') return beat();
    if (frame.kind === 'acknowledgement') return heartbeat?.acknowledge();
    if (frame.kind !== 'hello') return onNotice(frame);
    if (heartbeat !== undefined) return;
    const onSilence = (): void => end(CLOSE.connection);
    heartbeat = startHeartbeat({ interval: frame.interval, beat, onSilence, random });
    clearTimeout(deadline);
    onNotice(frame);
  };

  expect();
  socket.on('message', (data, isBinary) => {
    if (isOver || isBinary || !Buffer.isBuffer(data)) return;
    const frame = parseFrame(data.toString());
    try {
      if (frame !== undefined) hear(frame);
    } catch (error) {
      // Whatever a frame breaks ends its connection, not the process.
      fault = error instanceof Error ? error : undefined;
      end(CLOSE.session);
    }
  });
  socket.on('error', (error) => (fault = error));
  socket.on('close', end);
  return {
    ask(payload) {
      send(payload);
      expect();
    },
    settle: () => clearTimeout(deadline),
    note(number) {
      last = number;
    },
    isAlive: () => heartbeat?.isRecent() ?? false,
    end,
  };
}

// A peer that no longer speaks does not close either: left to itself the socket waits half a minute.
function hangUp(socket: WebSocket, code: number): void {
  if (socket.readyState === WebSocket.CONNECTING) return socket.terminate();
  if (socket.readyState !== WebSocket.OPEN) return;
  socket.close(code);
  const timer = setTimeout(() => socket.terminate(), CLOSE_WITHIN);
  socket.once('close', () => clearTimeout(timer));
}
