import type { Stop } from '../exit.ts';
import { toStop } from './close-codes.ts';
import type { Connection, ConnectionOptions, End, Phase, Session } from './connection.ts';
import { openConnection } from './connection.ts';

/** One of the bot's gateway connections, kept up for as long as Discord will have it. */
export interface Shard {
  readonly id: number;
  /** Resolves when the shard is ready for the first time; `onStop` is called when it never will. */
  connect(): Promise<void>;
  readonly phase: () => Phase | 'lost' | 'closed';
  /** Ends the session, and does not come back. */
  close(): void;
}

export interface ShardOptions extends ConnectionOptions {
  readonly id: number;
  /** The connection is lost, and will be taken up again. */
  readonly onLost: (end: End) => void;
}

/** Before a connection is taken up again, in milliseconds: doubled at each failure. */
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 30_000;

/** After so many connections that failed, some six seconds, a session is not worth keeping. */
const MOST_FAILURES = 6;

/** Nothing is sent before `connect`. */
export function createShard({ id, onLost, ...options }: ShardOptions): Shard {
  let connection: Connection | undefined;
  let retry: NodeJS.Timeout | undefined;
  let failures = 0;
  let isClosed = false;
  let onFirstReady = (): void => undefined;

  const close = (): void => {
    isClosed = true;
    clearTimeout(retry);
    connection?.close();
  };
  const stop = (reason: Stop): void => {
    close();
    options.onStop(reason);
  };
  const onEnd = (end: End): void => {
    if (isClosed) return;
    const reason = toStop(end.code);
    if (reason !== undefined) return stop(reason);
    connection = undefined;
    onLost(end);
    const pause = Math.min(FIRST_PAUSE * 2 ** failures, LONGEST_PAUSE);
    failures += 1;
    const session = failures > MOST_FAILURES ? undefined : end.session;
    // Some randomness, so that a thousand shards do not come back in the same second.
    retry = setTimeout(() => open(session), pause * (0.5 + options.random()));
  };
  const open = (session: Session | undefined): void => {
    connection = openConnection(
      {
        ...options,
        onStop: stop,
        onReady(ready) {
          failures = 0;
          options.onReady(ready);
          onFirstReady();
        },
        onResumed() {
          failures = 0;
          options.onResumed();
        },
      },
      session,
      onEnd,
    );
  };

  return {
    id,
    connect: () =>
      new Promise((resolve) => {
        onFirstReady = resolve;
        open(undefined);
      }),
    phase: () => (isClosed ? 'closed' : (connection?.phase() ?? 'lost')),
    close,
  };
}
