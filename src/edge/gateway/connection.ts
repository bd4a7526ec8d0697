import type { GatewayIdentifyData } from 'discord.js';
import { GatewayDispatchEvents, GatewayOpcodes } from 'discord.js';
import { Stop } from '../exit.ts';
import { endsSession } from './close-codes.ts';
import type { Dispatch, Notice, Ready } from './frame.ts';
import { parseReady } from './frame.ts';
import type { IdentifyQueue } from './identify-queue.ts';
import { CLOSE, openLink } from './link.ts';

/** What Discord remembers of a shard after a break, so that nothing is lost. */
export interface Session {
  readonly id: string;
  readonly url: string;
  /** Of the last event. */
  readonly sequence: number;
}

/** `silent`: Discord has stopped answering heartbeats. */
export type Phase = 'connecting' | 'waiting' | 'identifying' | 'resuming' | 'ready' | 'silent';

/** One connection of a shard, from the log-in to the end. */
export interface Connection {
  phase(): Phase;
  /** Ends the session with the connection. */
  close(): void;
}

export interface ConnectionOptions {
  /** The gateway's address, with its query: for a session that is new. */
  readonly url: string;
  readonly identity: GatewayIdentifyData;
  /** Resolves when a session may be started. Rejects with a Stop when none may. */
  readonly mayIdentify: (signal: AbortSignal) => ReturnType<IdentifyQueue>;
  /** In [0, 1), as `Math.random`. */
  readonly random: () => number;
  readonly onReady: (ready: Ready) => void;
  readonly onResumed: () => void;
  readonly onInteraction: (interaction: unknown) => void;
  readonly onStop: (stop: Stop) => void;
}

const READY: string = GatewayDispatchEvents.Ready;
const RESUMED: string = GatewayDispatchEvents.Resumed;
const INTERACTION: string = GatewayDispatchEvents.InteractionCreate;

/** How a connection ended. */
export interface End {
  /** The WebSocket's close code. */
  readonly code: number;
  readonly error: Error | undefined;
  /** What can be resumed. */
  readonly session: Session | undefined;
}

/**
 * Connects, and resumes the session or starts one. `onEnd` is called once, whoever ends it.
 * The protocol is version 10 of "Gateway" in Discord's documentation.
 */
export function openConnection(
  options: ConnectionOptions,
  resumed: Session | undefined,
  onEnd: (end: End) => void,
): Connection {
  const { identity } = options;
  const over = new AbortController();
  let session = resumed;
  let phase: Exclude<Phase, 'silent'> = 'connecting';

  const link = openLink({
    url: session?.url ?? options.url,
    sequence: session?.sequence,
    random: options.random,
    onNotice: hear,
    onEnd(code, error) {
      over.abort();
      const isLost = endsSession(code) || phase === 'resuming';
      onEnd({ code, error, session: isLost ? undefined : session });
    },
  });

  function hear(notice: Notice): void {
    if (notice.kind === 'event') return hearEvent(notice);
    if (notice.kind === 'hello') return session === undefined ? void identify() : resume(session);
    if (notice.kind === 'invalid' && !notice.isResumable) session = undefined;
    link.end(CLOSE.connection);
  }

  async function identify(): Promise<void> {
    phase = 'waiting';
    try {
      await options.mayIdentify(over.signal);
    } catch (error) {
      // Otherwise the connection has ended meanwhile.
      if (error instanceof Stop) options.onStop(error);
      return;
    }
    phase = 'identifying';
    link.ask({ op: GatewayOpcodes.Identify, d: identity });
  }

  function resume({ id: session_id, sequence: seq }: Session): void {
    phase = 'resuming';
    link.ask({ op: GatewayOpcodes.Resume, d: { token: identity.token, session_id, seq } });
  }

  function hearEvent({ name, data, sequence }: Dispatch): void {
    if (session !== undefined && isNext(sequence, session)) {
      session = { ...session, sequence };
      link.note(sequence);
    }
    if (name === INTERACTION) options.onInteraction(data);
    else if (name === READY && phase === 'identifying') begin(data, sequence ?? 0);
    else if (name === RESUMED && phase === 'resuming') {
      settle();
      options.onResumed();
    }
  }

  function begin(data: unknown, sequence: number): void {
    const ready = parseReady(data);
    if (ready === undefined) return link.end(CLOSE.session);
    const url = toResumeUrl(ready.resume_gateway_url, options.url);
    session = { id: ready.session_id, url, sequence };
    link.note(sequence);
    settle();
    options.onReady(ready);
  }

  function settle(): void {
    phase = 'ready';
    link.settle();
  }

  return {
    phase: () => (phase === 'ready' && !link.isAlive() ? 'silent' : phase),
    close: () => link.end(CLOSE.session),
  };
}

// Events are numbered one by one. A number far off would make Discord refuse to resume.
function isNext(sequence: number | undefined, { sequence: last }: Session): sequence is number {
  return sequence !== undefined && sequence > last && sequence - last < FARTHEST;
}

const FARTHEST = 10_000;

// The bot's token goes there, so it must be as safe as the address that Discord's API gave.
function toResumeUrl(resume: string, base: string): string {
  if (!URL.canParse(resume)) return base;
  const [to, from] = [new URL(resume), new URL(base)];
  const isSafe = to.protocol === 'wss:' || (to.protocol === from.protocol && to.host === from.host);
  to.search = from.search;
  return isSafe ? to.href : base;
}
