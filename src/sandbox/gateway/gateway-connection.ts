import type { WebSocket } from 'ws';
import { isObject, type JsonObject } from '../checks/form-check.ts';
import type { Dispatch, Session, Sessions } from './gateway-sessions.ts';

/** Opcodes of Discord's gateway. */
const opcode = {
  heartbeat: 1,
  identify: 2,
  resume: 6,
  reconnect: 7,
  invalidSession: 9,
  hello: 10,
  heartbeatAck: 11,
} as const;

/** Presence, voice state and member requests: taken, and without effect here. */
const ignoredOpcodes = new Set<unknown>([3, 4, 8]);

/** Discord's gateway close codes, with their reasons. */
const close = {
  unknownOpcode: [4001, 'Unknown opcode.'],
  decodeError: [4002, 'Error while decoding payload.'],
  notAuthenticated: [4003, 'Not authenticated.'],
  authenticationFailed: [4004, 'Authentication failed.'],
  alreadyAuthenticated: [4005, 'Already authenticated.'],
  invalidSequence: [4007, 'Invalid seq.'],
  rateLimited: [4008, 'Rate limited.'],
  invalidShard: [4010, 'Invalid shard.'],
  invalidIntents: [4013, 'Invalid intent(s).'],
  disallowedIntents: [4014, 'Disallowed intent(s).'],
} as const satisfies Record<string, readonly [number, string]>;

/** Bytes of a payload from the bot, and payloads in a minute, that Discord takes. */
const maxPayload = 4096;
const maxEvents = 120;
const minute = 60_000;

/** All intents that exist; presence, members and message content need approval, which no sandbox gives. */
const knownIntents = 0b11_0011_0001_1111_1111_1111_1111;
const privilegedIntents = (1 << 1) | (1 << 8) | (1 << 15);

export interface ConnectionContext {
  readonly token: string;
  readonly sessions: Sessions;
  /** Milliseconds between the heartbeats that the bot is told to send. */
  readonly heartbeatInterval: number;
  /** The close code with which the next IDENTIFY is refused, if a test wants that. */
  readonly refuseIdentify: () => number | undefined;
  /** Called after IDENTIFY was accepted, before anything else is sent. */
  readonly onIdentify: (session: Session, intents: number) => void;
  /** Called whenever the bot may have come or gone. */
  readonly onChange: () => void;
}

/** One WebSocket of the bot. */
export interface Connection {
  readonly socket: WebSocket;
  reconnect(): void;
  /** @param data Discord sends whether the session can be resumed */
  invalidate(data: unknown): void;
  stopAcknowledging(): void;
}

function bareToken(value: unknown): string {
  return String(value).replace(/^Bot\s+/i, '');
}

function readShard(value: unknown): readonly [number, number] | undefined {
  if (value === undefined) return [0, 1];
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [id, count]: unknown[] = value;
  if (typeof id !== 'number' || typeof count !== 'number') return undefined;
  const isValid = Number.isInteger(id) && Number.isInteger(count) && id >= 0 && id < count;
  return isValid ? [id, count] : undefined;
}

function wrongIntents(value: unknown): readonly [number, string] | undefined {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    return close.invalidIntents;
  if ((value & ~knownIntents) !== 0) return close.invalidIntents;
  return (value & privilegedIntents) === 0 ? undefined : close.disallowedIntents;
}

function readPayload(data: Buffer): JsonObject | undefined {
  try {
    const payload: unknown = JSON.parse(data.toString('utf8'));
    return isObject(payload) ? payload : undefined;
  } catch {
    return undefined;
  }
}

/** Speaks Discord's gateway protocol, version 10, JSON, uncompressed, on one socket. */
export function openConnection(socket: WebSocket, context: ConnectionContext): Connection {
  let session: Session | undefined;
  let acknowledges = true;
  let events: number[] = [];

  const send = (payload: object): void => socket.send(JSON.stringify(payload));
  const sendOp = (op: number, d: unknown): void => send({ op, d, s: null, t: null });
  const end = ([code, reason]: readonly [number, string]): void => socket.close(code, reason);
  const attach = (next: Session): void => {
    session = next;
    next.connect(send);
  };

  const identify = (data: JsonObject): void => {
    if (session) return end(close.alreadyAuthenticated);
    const refusal = context.refuseIdentify();
    if (refusal !== undefined) return end([refusal, 'Refused.']);
    if (bareToken(data['token']) !== context.token) return end(close.authenticationFailed);
    if (!isObject(data['properties'])) return end(close.decodeError);
    const shard = readShard(data['shard']);
    if (!shard) return end(close.invalidShard);
    const wrong = wrongIntents(data['intents']);
    if (wrong) return end(wrong);
    attach(context.sessions.open(shard));
    if (session) context.onIdentify(session, Number(data['intents']));
    context.onChange();
  };

  const resume = (data: JsonObject): void => {
    if (session) return end(close.alreadyAuthenticated);
    if (bareToken(data['token']) !== context.token) return end(close.authenticationFailed);
    const old = context.sessions.find(String(data['session_id']));
    const seen = Number(data['seq']);
    if (!old) return sendOp(opcode.invalidSession, false);
    if (!Number.isInteger(seen) || seen > old.sequence) return end(close.invalidSequence);
    const missed = old.sent.filter(({ s }: Dispatch) => s > seen);
    if (missed.length < old.sequence - seen) return sendOp(opcode.invalidSession, false);
    attach(old);
    missed.forEach(send);
    old.dispatch('RESUMED', {});
    context.onChange();
  };

  const handle = ({ op, d }: JsonObject): void => {
    const data = isObject(d) ? d : {};
    if (op === opcode.heartbeat) {
      if (acknowledges) sendOp(opcode.heartbeatAck, null);
    } else if (op === opcode.identify) identify(data);
    else if (op === opcode.resume) resume(data);
    else if (!ignoredOpcodes.has(op)) end(close.unknownOpcode);
    else if (!session) end(close.notAuthenticated);
  };

  const tooMany = (): boolean => {
    const now = Date.now();
    events = [...events.filter((time) => now - time < minute), now];
    return events.length > maxEvents;
  };

  socket.on('message', (raw: Buffer, isBinary) => {
    if (tooMany()) return end(close.rateLimited);
    const payload = isBinary || raw.length > maxPayload ? undefined : readPayload(raw);
    return payload ? handle(payload) : end(close.decodeError);
  });
  socket.on('close', (code) => {
    session?.connect(undefined);
    // Discord forgets a session whose client says that it is done.
    if (session && (code === 1000 || code === 1001)) context.sessions.end(session.id);
    context.onChange();
  });
  sendOp(opcode.hello, { heartbeat_interval: context.heartbeatInterval, _trace: [] });

  return {
    socket,
    reconnect: () => sendOp(opcode.reconnect, null),
    invalidate(data) {
      if (session && data !== true) {
        session.connect(undefined);
        context.sessions.end(session.id);
        session = undefined;
      }
      sendOp(opcode.invalidSession, data);
    },
    stopAcknowledging() {
      acknowledges = false;
    },
  };
}
