import { setTimeout as sleep } from 'node:timers/promises';
import {
  Client,
  DiscordjsErrorCodes,
  Events,
  GatewayCloseCodes,
  GatewayDispatchEvents,
  InteractionResponseType,
  Options,
} from 'discord.js';
import type { REST, RESTOptions } from 'discord.js';
import type { Answer, Response } from '../answer.ts';
import type { Callback } from './acknowledge.ts';
import { acknowledge, DEADLINE, removeMessage } from './acknowledge.ts';
import { EXIT, Stop } from './exit.ts';
import type { Intake } from './intake.ts';
import { createIntake } from './intake.ts';
import type { Log } from './log.ts';
import { toErrorFields } from './log.ts';

export interface GatewayOptions {
  readonly token: string;
  /** Where Discord's REST API is, without the version. Default: Discord's own. */
  readonly apiBase?: string;
  readonly answer: Answer;
  readonly log: Log;
  /** Told once when the connection cannot go on: the process should end. */
  readonly onStop: (stop: Stop) => void;
}

/** A live connection. */
export interface Gateway {
  readonly applicationId: string;
  readonly rest: REST;
  /** Answers what is under way, then disconnects: at most five seconds. */
  close(): Promise<void>;
}

const DRAIN = 3000;
const DISCONNECT = 2000;
const READY_WITHIN = 90_000;

/** How often and how fast to try again when Discord cannot be reached, in milliseconds. */
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30_000;

/**
 * Connects to Discord and answers every interaction. While Discord cannot be reached it tries
 * again, ever more slowly.
 * @throws Stop when trying again is no use, or nothing came of it for 90 seconds.
 */
export async function connect(options: GatewayOptions): Promise<Gateway> {
  const giveUp = performance.now() + READY_WITHIN;
  for (let pause = FIRST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
    try {
      return await connectOnce(options, giveUp - performance.now());
    } catch (error) {
      if (error instanceof Stop) throw error;
      options.log.warn('Discord cannot be reached; trying again', { error: toErrorFields(error) });
    }
    // Some randomness, so that a thousand bots do not come back in the same second.
    await sleep(pause * (0.5 + Math.random()));
  }
}

async function connectOnce(options: GatewayOptions, patience: number): Promise<Gateway> {
  const { token, apiBase, answer, log, onStop } = options;
  const client = createClient(apiBase);
  const send = async (callback: Callback, response: Response) => {
    const outcome = await acknowledge(client.rest, callback, response);
    const removes = response.type === InteractionResponseType.DeferredMessageUpdate;
    if (removes && outcome === 'answered') await removeMessage(client.rest, callback);
    return outcome;
  };
  const intake = createIntake(answer, send, log);
  listen(client, intake, log);
  try {
    const { application } = await becomeReady(client, token, patience);
    client.on(Events.ShardDisconnect, ({ code }) => onStop(toStop(code)));
    return { applicationId: application.id, rest: client.rest, close: () => close(client, intake) };
  } catch (error) {
    await disconnect(client);
    throw error;
  }
}

function createClient(apiBase: string | undefined): Client {
  const rest: Partial<RESTOptions> = {
    // Left to itself the client repeats an answer four times, and a rate limit without a time to
    // wait for ever: whoever calls decides whether to try again.
    retries: 0,
    timeout: DEADLINE,
    rejectOnRateLimit: ({ route, retryAfter, timeToReset }) =>
      route.startsWith('/interactions/') || retryAfter <= 0 || timeToReset > DEADLINE,
    ...(apiBase !== undefined && { api: apiBase }),
  };
  return new Client({
    intents: [],
    // Otherwise every user who is ever seen stays in memory.
    makeCache: Options.cacheWithLimits({
      UserManager: { maxSize: 0, keepOverLimit: ({ id, client: { user } }) => id === user.id },
      GuildMemberManager: 0,
      MessageManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      ThreadManager: 0,
      VoiceStateManager: 0,
    }),
    allowedMentions: { parse: [] },
    rest,
  });
}

function listen(client: Client, intake: Intake, log: Log): void {
  client.on('raw', (packet: { t: string | null; d: unknown }) => {
    if (packet.t !== GatewayDispatchEvents.InteractionCreate) return;
    intake.take(packet.d);
    // Spares the client from making objects of it, which costs time and throws on odd payloads.
    packet.t = null;
  });
  client.on(Events.Error, (error) =>
    log.error('the Discord client has a fault', { error: toErrorFields(error) }),
  );
  client.on(Events.ShardError, (error, shard) =>
    log.warn('the connection has a fault', { shard, error: toErrorFields(error) }),
  );
  client.on(Events.ShardReconnecting, (shard) => log.info('reconnecting', { shard }));
  client.on(Events.ShardResume, (shard) => log.info('resumed', { shard }));
}

async function becomeReady(client: Client, token: string, patience: number): Promise<Client<true>> {
  const patienceEnds = new AbortController();
  const ready = new Promise<Client<true>>((resolve, reject) => {
    client.once(Events.ClientReady, resolve);
    client.once(Events.ShardDisconnect, ({ code }) => reject(toStop(code)));
    client.login(token).catch((error: unknown) => {
      reject(isRefusal(error) ? toStop(GatewayCloseCodes.AuthenticationFailed) : error);
    });
    sleep(patience, undefined, patienceEnds).then(
      () => reject(new Stop(EXIT.tryLater, NOT_READY)),
      () => undefined,
    );
  });
  return ready.finally(() => patienceEnds.abort());
}

const NOT_READY =
  'Discord did not let the bot in for 90 seconds. Try again later; https://discordstatus.com says how Discord is.';

// What the client throws when Discord does not know the token.
function isRefusal(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && error.code === DiscordjsErrorCodes.TokenInvalid
  );
}

/** What to do about a connection that Discord has closed for good. */
function toStop(code: number): Stop {
  const advice = ADVICE[code] ?? 'Discord closed the connection and will not have it back';
  return new Stop(EXIT.config, `${advice} (close code ${code}).`);
}

const ADVICE: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]:
    'Discord does not know this DISCORD_TOKEN. Copy the token again from the Bot page of the Developer Portal (https://discord.com/developers/applications), or reset it there',
  [GatewayCloseCodes.InvalidShard]: 'Discord refuses the shard that this process asked for',
  [GatewayCloseCodes.ShardingRequired]:
    'The bot is in too many servers for one connection: it needs shards',
  [GatewayCloseCodes.InvalidAPIVersion]:
    'Discord no longer speaks this version of its gateway. Update the bot',
  [GatewayCloseCodes.InvalidIntents]:
    'Discord does not know the intents of this bot. Update the bot',
  [GatewayCloseCodes.DisallowedIntents]:
    'Discord does not allow the intents of this bot. It needs none: update the bot',
};

async function close(client: Client, intake: Intake): Promise<void> {
  await intake.drain(DRAIN);
  await disconnect(client);
}

// Left to itself the client waits half a minute for a peer that no longer speaks.
async function disconnect(client: Client): Promise<void> {
  await Promise.race([
    client.destroy().catch(() => undefined),
    sleep(DISCONNECT, undefined, { ref: false }),
  ]);
}
