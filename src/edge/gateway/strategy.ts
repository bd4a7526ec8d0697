import type { APIGatewayBotInfo, WebSocketOptions } from 'discord.js';
import { GatewayDispatchEvents, GatewayOpcodes } from 'discord.js';
import type { Stop } from '../exit.ts';
import type { Log } from '../log.ts';
import { toErrorFields } from '../log.ts';
import type { Ready } from './frame.ts';
import type { IdentifyQueueOptions } from './identify-queue.ts';
import { createIdentifyQueue } from './identify-queue.ts';
import { checkSessionStarts } from './session-starts.ts';
import type { Shard } from './shard.ts';
import { createShard } from './shard.ts';

type BuildStrategy = NonNullable<WebSocketOptions['buildStrategy']>;
type Manager = Parameters<BuildStrategy>[0];

/** How discord.js runs its connections; here with shards of our own. */
export interface Strategy extends ReturnType<BuildStrategy> {
  readonly shards: () => readonly Shard[];
}

export interface StrategyOptions {
  readonly log: Log;
  readonly random: () => number;
  readonly identify?: IdentifyQueueOptions;
  readonly onInteraction: (interaction: unknown) => void;
  readonly onReconnect: (shard: number) => void;
  readonly onStop: (stop: Stop) => void;
}

/**
 * The connections as discord.js lets a program run them (its option `ws.buildStrategy`). Its own
 * believe a dead connection alive, wait for ever for the end of a resumption, start sessions
 * without end when Discord refuses them, and break on frames that are not quite as they should be.
 */
export function createStrategy(manager: Manager, options: StrategyOptions): Strategy {
  let shards: readonly Shard[] = [];
  const destroy = (): void => {
    for (const shard of shards) shard.close();
    shards = [];
  };
  return {
    shards: () => shards,
    async spawn(ids) {
      const information = await manager.fetchGatewayInformation();
      checkSessionStarts(information.session_start_limit, ids.length);
      shards = createShards(manager, information, ids, options);
    },
    async connect() {
      await Promise.all(shards.map((shard) => shard.connect()));
    },
    destroy,
    // Nobody calls these: the bot only listens.
    send: refuse,
    fetchStatus: refuse,
  };
}

function refuse(): never {
  throw new Error('not supported');
}

function createShards(
  manager: Manager,
  { url, session_start_limit: limit }: APIGatewayBotInfo,
  ids: readonly number[],
  { log, random, identify, onInteraction, onReconnect, onStop }: StrategyOptions,
): Shard[] {
  const { token, intents, identifyProperties: properties, version, encoding } = manager.options;
  const query = new URLSearchParams({ v: version, encoding });
  const mayIdentify = createIdentifyQueue(limit.max_concurrency, identify);
  const count = manager.options.shardCount ?? ids.length;
  return ids.map((id) =>
    createShard({
      id,
      url: `${url}?${query.toString()}`,
      identity: { token, intents, properties, shard: [id, count] },
      mayIdentify: (signal) => mayIdentify(id, signal),
      random,
      onInteraction,
      onStop,
      onReady(ready) {
        tellManager(manager, id, ready);
        log.info('connected', { shard: id });
      },
      onResumed: () => log.info('resumed', { shard: id }),
      onLost({ code, error }) {
        onReconnect(id);
        const fields = { shard: id, code, ...(error && { error: toErrorFields(error) }) };
        log.warn('the connection is lost; taking it up again', fields);
      },
    }),
  );
}

// discord.js learns who the bot is. The servers are left out: it would remember every one.
function tellManager(manager: Manager, shardId: number, ready: Ready): void {
  const d = { ...ready, guilds: [] };
  const data = { op: GatewayOpcodes.Dispatch, t: GatewayDispatchEvents.Ready, s: 0, d };
  manager.emit('ready', { data: d, shardId });
  manager.emit('dispatch', { data, shardId });
}
