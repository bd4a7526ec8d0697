import { z } from 'zod';
import { toConfigStop } from './exit.ts';

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
}

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const DEFAULT_PORT = 3210;

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
  SANDBOX_PORT: z.coerce
    .number('is a port from 0 to 65535')
    .int('is a port from 0 to 65535')
    .min(0, 'is a port from 0 to 65535')
    .max(65_535, 'is a port from 0 to 65535')
    .default(DEFAULT_PORT),
});

function isSafeBase(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  const isLoopback = /^(?:127(?:\.\d+){3}|localhost|\[::1\])$/u.test(hostname);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback);
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
  const { data } = parsed;
  if (
    data.DISCORD_TOKEN === undefined &&
    (data.DISCORD_API_BASE ?? data.DISCORD_GUILD_ID) !== undefined
  ) {
    throw toConfigStop([
      'DISCORD_TOKEN is missing: without it the other DISCORD_… settings have no effect',
    ]);
  }
  return {
    ...(data.DISCORD_TOKEN !== undefined && { token: data.DISCORD_TOKEN }),
    ...(data.DISCORD_GUILD_ID !== undefined && { guildId: data.DISCORD_GUILD_ID }),
    ...(data.DISCORD_API_BASE !== undefined && { apiBase: data.DISCORD_API_BASE }),
    ...(data.ARTICLES_DIR !== undefined && { articlesDirectory: data.ARTICLES_DIR }),
    ...(data.OPERATOR_CONTACT !== undefined && { contact: data.OPERATOR_CONTACT }),
    logLevel: data.LOG_LEVEL,
    sandboxPort: data.SANDBOX_PORT,
  };
}
