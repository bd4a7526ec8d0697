import type { Dispatcher } from 'undici';
import { Client, Pool } from 'undici';

export interface ApiRequest {
  readonly method: 'POST' | 'DELETE';
  /** Below the API's base, from the slash on. */
  readonly path: `/${string}`;
  readonly body?: string;
  /** When to give up, in milliseconds. */
  readonly within: number;
  /** Asks for a connection of its own: one that is kept may be dead without anybody knowing. */
  readonly alone?: boolean;
}

/** What Discord answered, as far as it matters. */
export interface ApiReply {
  readonly status: number;
  /** Discord's own code for what was wrong ("JSON Error Codes" in its documentation). */
  readonly code?: number;
}

/**
 * The part of Discord's API in which an interaction is answered: the interaction's own token is
 * all it asks for, and its limit of requests does not apply.
 */
export interface InteractionApi {
  /** Sends once, and never rejects: undefined when no answer came in time. */
  send(request: ApiRequest): Promise<ApiReply | undefined>;
  /** Closes what is open. */
  close(): void;
}

const DISCORD = 'https://discord.com/api';
const VERSION = '/v10';

/** Connections at the same time; how long one may take and an unused one is kept, in milliseconds. */
const CONNECTIONS = 256;
const TIMES = { connectTimeout: 2500, keepAliveTimeout: 30_000 } as const;

/** In bytes: Discord's errors are far shorter. */
const LONGEST_ERROR = 16_384;

/** @param apiBase Where Discord's REST API is, without the version. */
export function createInteractionApi(apiBase: string = DISCORD): InteractionApi {
  const { origin, pathname } = new URL(`${apiBase}${VERSION}`);
  const pool = new Pool(origin, { ...TIMES, connections: CONNECTIONS });
  return {
    send(request) {
      const options = toOptions(request, pathname);
      if (request.alone !== true) return exchange(pool, options, request.within);
      const client = new Client(origin, TIMES);
      return exchange(client, options, request.within).finally(() => void client.destroy());
    },
    close: () => void pool.destroy(),
  };
}

// "DiscordBot (address, version)", as "User Agent" in Discord's documentation asks for it.
const HEADERS = ['user-agent', 'DiscordBot (https://discord.js.org, 14)'];
const JSON_HEADERS = [...HEADERS, 'content-type', 'application/json'];

function toOptions({ method, path, body }: ApiRequest, base: string): Dispatcher.DispatchOptions {
  const options = { method, path: `${base}${path}` };
  return body === undefined
    ? { ...options, headers: HEADERS }
    : { ...options, headers: JSON_HEADERS, body };
}

function exchange(
  dispatcher: Dispatcher,
  options: Dispatcher.DispatchOptions,
  within: number,
): Promise<ApiReply | undefined> {
  return new Promise((resolve) => {
    let status: number | undefined;
    let text = '';
    let isLate = false;
    let abort = (): void => undefined;
    // As much as came, when it breaks off or does not end: the status says most of it.
    const end = (): void => {
      clearTimeout(deadline);
      resolve(status === undefined ? undefined : toReply(status, text));
    };
    const deadline = setTimeout(() => {
      isLate = true;
      abort();
      end();
    }, within);
    dispatcher.dispatch(options, {
      onConnect(cancel) {
        abort = cancel;
        if (isLate) cancel();
      },
      onHeaders(head) {
        // Those below 200 only announce the answer.
        if (head < 200) return true;
        status = head;
        // Where the status says it all, nobody waits for the rest, which may never come.
        if (!hasCode(head)) resolve({ status });
        return true;
      },
      onData(chunk) {
        if (text.length < LONGEST_ERROR) text += chunk.toString();
        else abort();
        return true;
      },
      onComplete: end,
      onError: end,
    });
  });
}

function hasCode(status: number): boolean {
  return status === 400 || status === 404;
}

function toReply(status: number, text: string): ApiReply {
  const code = hasCode(status) ? readCode(text) : undefined;
  return { status, ...(code !== undefined && { code }) };
}

function readCode(text: string): number | undefined {
  try {
    const json: unknown = JSON.parse(text);
    const code =
      typeof json === 'object' && json !== null && 'code' in json ? json.code : undefined;
    return typeof code === 'number' ? code : undefined;
  } catch {
    return undefined;
  }
}
