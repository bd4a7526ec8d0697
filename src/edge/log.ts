import { randomUUID } from 'node:crypto';
import type { DestinationStream } from 'pino';
import { pino } from 'pino';
import type { LogLevel } from './config.ts';

/** What may stand in a log: nothing that people typed, no token, no whole error or payload. */
export interface Fields {
  readonly incident?: string;
  readonly error?: ErrorFields;
  readonly command?: string;
  readonly commands?: number;
  readonly outcome?: string;
  readonly milliseconds?: number;
  readonly articles?: readonly string[];
  readonly paragraphs?: number;
  readonly shard?: number;
  readonly code?: number;
  readonly port?: number;
  readonly url?: string;
}

/** The part of an error that repeats neither its message, which may quote its input, nor a URL. */
export interface ErrorFields {
  readonly name: string;
  readonly code?: string | number;
  readonly status?: number;
  readonly at: readonly string[];
}

export interface Log {
  debug(line: string, fields?: Fields): void;
  info(line: string, fields?: Fields): void;
  warn(line: string, fields?: Fields): void;
  error(line: string, fields?: Fields): void;
}

/** Writes to the standard output: for people on a terminal, else one JSON object a line. */
export async function createLog(level: LogLevel, forPeople: boolean): Promise<Log> {
  const stream = forPeople ? await openForPeople() : pino.destination({ sync: true });
  const logger = pino({ level, base: null }, stream);
  return {
    debug: (line, fields = {}) => logger.debug(fields, line),
    info: (line, fields = {}) => logger.info(fields, line),
    warn: (line, fields = {}) => logger.warn(fields, line),
    error: (line, fields = {}) => logger.error(fields, line),
  };
}

async function openForPeople(): Promise<DestinationStream> {
  const { default: pretty } = await import('pino-pretty');
  return pretty({ sync: true, ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss' });
}

const FRAMES = 8;

/** What an error may tell the log. */
export function toErrorFields(error: unknown): ErrorFields {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const { name, stack = '' } = error;
  const code =
    'code' in error && (typeof error.code === 'string' || typeof error.code === 'number')
      ? error.code
      : undefined;
  const status = 'status' in error && typeof error.status === 'number' ? error.status : undefined;
  return {
    name,
    ...(code !== undefined && { code }),
    ...(status !== undefined && { status }),
    at: (stack.match(/^\s+at .+$/gmu) ?? []).slice(0, FRAMES).map((frame) => frame.trim()),
  };
}

/** Counts and logs a fault in the bot, and returns the id under which the log has it. */
export function createReport(log: Log, count?: () => void): (error: unknown) => string {
  return (error) => {
    const incident = randomUUID().slice(0, 8);
    count?.();
    log.error('a fault in the bot', { incident, error: toErrorFields(error) });
    return incident;
  };
}
