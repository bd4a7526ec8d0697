import * as z from 'zod';
import { toConfigStop } from './exit.ts';
import type { ShardRange } from './gateway/client.ts';

/** What the operator has set. */
export interface Config {
  /** Absent: the bot runs in its sandbox. */
  readonly token?: string;
  /** Commands are registered in this server only, where they appear at once. */
  readonly guildId?: string;
  /** Where Discord's REST API is, without the version. */
  readonly apiBase?: string;
  /** How people reach the operator: shown by /about. */
  readonly contact?: string;
  readonly logLevel: LogLevel;
  readonly articlesDirectory?: string;
  /** The port that the sandbox asks for. */
  readonly sandboxPort: number;
  /** Absent: as many shards as Discord recommends. */
  readonly shards?: ShardRange;
  /** Present: interactions come over HTTP, not from the gateway. */
  readonly endpoint?: Address & { readonly publicKey: string };
  /** Where the process tells how it is; absent: nowhere. */
  readonly health?: Address;
}

interface Address {
  readonly host: string;
  readonly port: number;
}

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const DEFAULT_SANDBOX_PORT = 3210;
const DEFAULT_PORT = 8080;

/** Only this machine can reach it. */
const LOOPBACK = '127.0.0.1';

const isPort = 'is a port from 0 to 65535';
const port = z.coerce.number(isPort).int(isPort).min(0, isPort).max(65_535, isPort);

const schema = z.object({
  DISCORD_TOKEN: z
    .string()
    .transform((token) => token.replace(/^Bot\s+/iu, ''))
    .refine(
      (token) => !/\s/u.test(token),
      'has white space in it; copy it again from the Bot page of the Developer Portal',
    )
    .optional(),
  DISCORD_GUILD_ID: z
    .string()
    .regex(
      /^\d{15,21}$/u,
      'is the number that "Copy Server ID" gives, for example 81384788765712384',
    )
    .optional(),
  DISCORD_API_BASE: z
    .string()
    .transform((url) => url.replace(/\/+(?:v\d+\/*)?$/u, ''))
    .refine(
      isSafeBase,
      'must begin with https://, or lead to this machine (http://127.0.0.1:…): a token would be readable on the way',
    )
    .optional(),
  OPERATOR_CONTACT: z.string().max(200, 'has at most 200 characters').optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `is one of ${LOG_LEVELS.join(', ')}`).default('info'),
  ARTICLES_DIR: z.string().optional(),
  SANDBOX_PORT: port.default(DEFAULT_SANDBOX_PORT),
  SHARDS: z
    .string()
    .transform(toShardRange)
    .refine(
      (shards) => shards !== undefined,
      'is auto, or what part of how many shards this process runs, for example 0-3/16',
    )
    .optional(),
  DISCORD_PUBLIC_KEY: z
    .string()
    .regex(
      /^[\da-f]{64}$/iu,
      'has 64 hexadecimal digits; copy it from the General Information page of the Developer Portal',
    )
    .optional(),
  PORT: port.default(DEFAULT_PORT),
  HOST: z.string().default(LOOPBACK),
  HEALTH_PORT: port.optional(),
  HEALTH_HOST: z.string().default(LOOPBACK),
});

function isSafeBase(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  const isLoopback = /^(?:127(?:\.\d+){3}|localhost|\[::1\])$/u.test(hostname);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback);
}

/** Reads `auto` or `first-last/count`, both ends included; undefined for what is neither. */
function toShardRange(text: string): ShardRange | 'auto' | undefined {
  if (text === 'auto') return text;
  const [, first = '', last = first, of = ''] =
    /^(\d{1,5})(?:-(\d{1,5}))?\/(\d{1,5})$/u.exec(text) ?? [];
  const [from, to, count] = [Number(first), Number(last), Number(of)];
  if (of === '' || from > to || to >= count) return undefined;
  return { ids: Array.from({ length: to - from + 1 }, (_, index) => from + index), count };
}

/**
 * Reads the environment; an empty variable counts as not set.
 * @throws Stop with every fault in it.
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const set = Object.entries(environment)
    .map(([name, value]) => [name, value?.trim()] as const)
    .filter(([, value]) => value !== undefined && value !== '');
  const parsed = schema.safeParse(Object.fromEntries(set));
  if (!parsed.success) {
    throw toConfigStop(
      parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`),
    );
  }
  const faults = findContradictions(parsed.data);
  if (faults.length > 0) throw toConfigStop(faults);
  return toConfig(parsed.data);
}

type Settings = z.infer<typeof schema>;

function findContradictions(settings: Settings): string[] {
  const { DISCORD_TOKEN: token, DISCORD_PUBLIC_KEY: publicKey } = settings;
  const isConnected = token !== undefined || publicKey !== undefined;
  const needsToken =
    settings.DISCORD_GUILD_ID ?? (isConnected ? undefined : settings.DISCORD_API_BASE);
  return [
    token === undefined && needsToken !== undefined
      ? 'DISCORD_TOKEN is missing: without it the other DISCORD_… settings have no effect'
      : [],
    publicKey !== undefined && settings.SHARDS !== undefined && settings.SHARDS !== 'auto'
      ? 'SHARDS and DISCORD_PUBLIC_KEY exclude each other: over HTTP there are no shards'
      : [],
  ].flat();
}

function toConfig(settings: Settings): Config {
  const { SHARDS: shards, DISCORD_PUBLIC_KEY: publicKey, HEALTH_PORT: healthPort } = settings;
  return {
    ...(settings.DISCORD_TOKEN !== undefined && { token: settings.DISCORD_TOKEN }),
    ...(settings.DISCORD_GUILD_ID !== undefined && { guildId: settings.DISCORD_GUILD_ID }),
    ...(settings.DISCORD_API_BASE !== undefined && { apiBase: settings.DISCORD_API_BASE }),
    ...(settings.ARTICLES_DIR !== undefined && { articlesDirectory: settings.ARTICLES_DIR }),
    ...(settings.OPERATOR_CONTACT !== undefined && { contact: settings.OPERATOR_CONTACT }),
    ...(shards !== undefined && shards !== 'auto' && { shards }),
    ...(publicKey !== undefined && {
      endpoint: { publicKey, host: settings.HOST, port: settings.PORT },
    }),
    ...(healthPort !== undefined && { health: { host: settings.HEALTH_HOST, port: healthPort } }),
    logLevel: settings.LOG_LEVEL,
    sandboxPort: settings.SANDBOX_PORT,
  };
}
