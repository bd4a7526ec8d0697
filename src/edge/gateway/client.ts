import { Client, DiscordjsErrorCodes, GatewayCloseCodes } from 'discord.js';
import type { Application } from '../register.ts';
import { toRestOptions } from '../rest-options.ts';
import { toStop } from './close-codes.ts';
import type { Shard } from './shard.ts';
import type { Strategy, StrategyOptions } from './strategy.ts';
import { createStrategy } from './strategy.ts';

/** The shards of one process, among `count` of the whole bot. */
export interface ShardRange {
  readonly ids: readonly number[];
  readonly count: number;
}

export interface ClientOptions extends StrategyOptions {
  /** Where Discord's REST API is, without the version. Default: Discord's own. */
  readonly apiBase?: string;
  /** Default: as many as Discord recommends. */
  readonly shards?: ShardRange;
}

/** discord.js' client with connections of our own. */
export interface GatewayClient {
  /**
   * Resolves when every shard is ready. Rejects when Discord cannot be reached, with a Stop when
   * trying again is no use.
   */
  logIn(token: string): Promise<Application>;
  shards(): readonly Shard[];
  destroy(): Promise<void>;
}

/** It asks for no intents, so that Discord sends nothing but interactions. */
export function createClient({ apiBase, shards, ...options }: ClientOptions): GatewayClient {
  let strategy: Strategy | undefined;
  const client = new Client({
    intents: [],
    allowedMentions: { parse: [] },
    ...(shards ? { shards: shards.ids, shardCount: shards.count } : { shards: 'auto' as const }),
    ws: {
      buildStrategy: (manager) => (strategy = createStrategy(manager, options)),
    },
    rest: toRestOptions(apiBase),
  });
  return {
    async logIn(token) {
      try {
        await client.login(token);
        return { applicationId: client.application?.id ?? '', rest: client.rest };
      } catch (error) {
        throw isRefusal(error) ? toStop(GatewayCloseCodes.AuthenticationFailed) : error;
      }
    },
    shards: () => strategy?.shards() ?? [],
    destroy: () => client.destroy(),
  };
}

// What the client throws when Discord does not know the token.
function isRefusal(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && error.code === DiscordjsErrorCodes.TokenInvalid
  );
}
