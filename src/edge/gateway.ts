import { setTimeout as sleep } from 'node:timers/promises';
import { Status } from 'discord.js';
import type { Answer } from '../answer.ts';
import { EXIT, Stop } from './exit.ts';
import type { GatewayClient, ShardRange } from './gateway/client.ts';
import { createClient } from './gateway/client.ts';
import type { IdentifyQueueOptions } from './gateway/identify-queue.ts';
import type { Shard } from './gateway/shard.ts';
import type { Readiness } from './health.ts';
import { createIntake } from './intake.ts';
import { createInteractionApi } from './interaction-api.ts';
import type { Log } from './log.ts';
import { toErrorFields } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Application } from './register.ts';

export interface GatewayOptions {
  readonly token: string;
  /** Where Discord's REST API is, without the version. Default: Discord's own. */
  readonly apiBase?: string;
  /** Default: as many as Discord recommends. */
  readonly shards?: ShardRange;
  readonly answer: Answer;
  readonly log: Log;
  readonly metrics?: Pick<Metrics, 'countInteraction' | 'countReconnect'>;
  /** Told once when the connection cannot go on: the process should end. */
  readonly onStop: (stop: Stop) => void;
  /** In [0, 1), as `Math.random`. */
  readonly random?: () => number;
  /** Resolves after so many milliseconds: between two attempts to reach Discord. */
  readonly wait?: (milliseconds: number) => Promise<unknown>;
  readonly identify?: IdentifyQueueOptions;
}

/** The bot's connection to Discord. */
export interface Gateway {
  /**
   * Resolves when every shard is ready; interactions are answered from the first that is. While
   * Discord cannot be reached it tries again, ever more slowly. Rejects with a Stop when trying
   * again is no use.
   */
  connect(): Promise<Application>;
  /** Whether interactions arrive on every shard. */
  readiness(): Readiness;
  /** For the metrics: `status` is discord.js' number, 0 when ready. */
  shards(): { readonly id: number; readonly status: number }[];
  /** Disconnects, then answers what is under way: at most three seconds. */
  close(): Promise<void>;
}

/** How often and how fast to try again when Discord cannot be reached, in milliseconds. */
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30_000;

/** How long a bot that is not ready is left alone, and how often that is looked at; milliseconds. */
const PATIENCE = 600_000;
const LOOK = 5000;

const DRAIN = 3000;

/** Nothing is sent before `connect`. */
export function createGateway(options: GatewayOptions): Gateway {
  const { token, apiBase, answer, log, metrics, random = Math.random, wait = sleep } = options;
  const api = createInteractionApi(apiBase);
  const observe = metrics?.countInteraction;
  const intake = createIntake({ answer, api, log, ...(observe && { observe }) });
  const watch = createWatch(readiness, stop);
  let client: GatewayClient | undefined;
  let isOver = false;
  let tell = options.onStop;

  function stop(reason: Stop): void {
    isOver = true;
    tell(reason);
  }
  function shards(): readonly Shard[] {
    return client?.shards() ?? [];
  }
  function readiness(): Readiness {
    return toReadiness(shards());
  }
  function createNext(): GatewayClient {
    const onReconnect = (shard: number): void => metrics?.countReconnect(shard);
    return createClient({
      ...options,
      random,
      onInteraction: intake.take,
      onReconnect,
      onStop: stop,
    });
  }
  async function logIn(): Promise<Application> {
    for (let pause = FIRST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
      client = createNext();
      try {
        return await client.logIn(token);
      } catch (error) {
        if (error instanceof Stop || isOver) throw error;
        log.warn('Discord cannot be reached; trying again', { error: toErrorFields(error) });
      }
      // Some randomness, so that a thousand bots do not come back in the same second.
      await wait(pause * (0.5 + random()));
    }
  }

  return {
    async connect() {
      const stopped = new Promise<never>((_, reject) => {
        tell = reject;
      });
      watch.start();
      const application = await Promise.race([stopped, logIn()]);
      tell = options.onStop;
      return application;
    },
    readiness,
    shards: () => shards().map(toStatus),
    async close() {
      isOver = true;
      watch.stop();
      await client?.destroy();
      await intake.drain(DRAIN);
      api.close();
    },
  };
}

function toReadiness(shards: readonly Shard[]): Readiness {
  if (shards.length === 0) return { ready: false, reason: 'not connected to Discord yet' };
  const missing = shards.filter(({ phase }) => phase() !== 'ready');
  if (missing.length === 0) return { ready: true };
  const reason = missing.map(({ id, phase }) => `shard ${id} is ${phase()}`).join(', ');
  return { ready: false, reason };
}

function toStatus({ id, phase }: Shard): { id: number; status: number } {
  return { id, status: STATUS[phase()] };
}

const STATUS = {
  ready: Status.Ready,
  connecting: Status.Connecting,
  lost: Status.Reconnecting,
  waiting: Status.Nearly,
  identifying: Status.Identifying,
  resuming: Status.Resuming,
  silent: Status.Disconnected,
  closed: Status.Disconnected,
} as const satisfies Record<ReturnType<Shard['phase']>, Status>;

/** Looks whether the bot is ready, and ends it when it has not been for too long. */
function createWatch(readiness: () => Readiness, onStop: (stop: Stop) => void) {
  let timer: NodeJS.Timeout | undefined;
  return {
    start() {
      let lastReady = performance.now();
      timer = setInterval(() => {
        if (readiness().ready) lastReady = performance.now();
        else if (performance.now() - lastReady > PATIENCE) onStop(NOT_READY);
      }, LOOK);
    },
    stop: () => clearInterval(timer),
  };
}

const NOT_READY = new Stop(
  EXIT.tryLater,
  'Discord has not let the bot in for ten minutes. Try again later; https://discordstatus.com says how Discord is.',
);
