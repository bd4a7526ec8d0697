import { randomBytes } from 'node:crypto';
import type { JsonObject } from '../checks/form-check.ts';
import { shardOf } from '../snowflake.ts';

/** A dispatch as it goes over the wire: opcode 0. */
export interface Dispatch {
  readonly op: 0;
  readonly s: number;
  readonly t: string;
  readonly d: unknown;
}

export interface Session {
  readonly id: string;
  readonly shard: readonly [id: number, count: number];
  /** The last dispatches, of which a RESUME replays those that were missed. */
  readonly sent: readonly Dispatch[];
  /** Number of the last dispatch. */
  readonly sequence: number;
  /** Numbers an event, remembers it and sends it where the session is connected. */
  dispatch(event: string, data: unknown): void;
  /** Says where dispatches go from now on; undefined when the connection is gone. */
  connect(send: ((dispatch: Dispatch) => void) | undefined): void;
  isConnected(): boolean;
}

export interface Sessions {
  open(shard: readonly [number, number]): Session;
  find(id: string): Session | undefined;
  end(id: string): void;
  /**
   * Sends an interaction to the shard that its guild belongs to, in every session that has it.
   * @returns whether a session got it or will get it when it resumes
   */
  sendInteraction(payload: JsonObject): boolean;
  areOnline(): boolean;
}

/** Dispatches that can be replayed, and sessions that can be resumed. */
const remembered = 500;
const maxSessions = 32;

function createSession(shard: readonly [number, number]): Session {
  const sent: Dispatch[] = [];
  let sequence = 0;
  let send: ((dispatch: Dispatch) => void) | undefined;
  return {
    id: randomBytes(16).toString('hex'),
    shard,
    sent,
    get sequence() {
      return sequence;
    },
    dispatch(event, data) {
      sequence += 1;
      const dispatch: Dispatch = { op: 0, s: sequence, t: event, d: data };
      sent.push(dispatch);
      if (sent.length > remembered) sent.shift();
      send?.(dispatch);
    },
    connect(next) {
      send = next;
    },
    isConnected: () => send !== undefined,
  };
}

/** Keeps the gateway's sessions, connected or waiting to be resumed. */
export function createSessions(): Sessions {
  const sessions = new Map<string, Session>();
  return {
    open(shard) {
      const session = createSession(shard);
      sessions.set(session.id, session);
      const oldest = [...sessions.values()].find((other) => !other.isConnected());
      if (sessions.size > maxSessions && oldest) sessions.delete(oldest.id);
      return session;
    },
    find: (id) => sessions.get(id),
    end: (id) => {
      sessions.delete(id);
    },
    sendInteraction(payload) {
      const { guild_id: guildId } = payload;
      const guild = typeof guildId === 'string' ? guildId : undefined;
      const reached = [...sessions.values()].filter(
        ({ shard: [id, count] }) => id === shardOf(guild, count),
      );
      for (const session of reached) session.dispatch('INTERACTION_CREATE', payload);
      return reached.length > 0;
    },
    areOnline: () => [...sessions.values()].some((session) => session.isConnected()),
  };
}
