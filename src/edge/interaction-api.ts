import type { ClientRequest, IncomingMessage } from 'node:http';
import { Agent as HttpAgent, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { urlToHttpOptions } from 'node:url';
import { DefaultUserAgent } from 'discord.js';

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

/** Connections at the same time, and how long an unused one is kept, in milliseconds. */
const POOL = { keepAlive: true, maxSockets: 256, timeout: 30_000, scheduling: 'lifo' } as const;

/** In bytes: Discord's errors are far shorter. */
const LONGEST_ERROR = 16_384;

/** @param apiBase Where Discord's REST API is, without the version. */
export function createInteractionApi(apiBase: string = DISCORD): InteractionApi {
  const { path: base, ...target } = urlToHttpOptions(new URL(`${apiBase}${VERSION}`));
  const isSecure = target.protocol === 'https:';
  const agent = isSecure ? new HttpsAgent(POOL) : new HttpAgent(POOL);
  const open = ({ method, path, body, alone = false }: ApiRequest): ClientRequest => {
    const options = {
      ...target,
      path: `${base}${path}`,
      method,
      agent: alone ? false : agent,
      headers: toHeaders(body),
    };
    return isSecure ? requestHttps(options) : requestHttp(options);
  };
  return {
    send: async (request) => exchange(open(request), request),
    close: () => agent.destroy(),
  };
}

function toHeaders(body: string | undefined): Record<string, string | number> {
  return {
    'user-agent': DefaultUserAgent,
    ...(body !== undefined && {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    }),
  };
}

function exchange(
  outgoing: ClientRequest,
  { body, within }: ApiRequest,
): Promise<ApiReply | undefined> {
  return new Promise((resolve) => {
    const deadline = setTimeout(() => outgoing.destroy(), within);
    outgoing.on('response', (incoming) => resolve(readReply(incoming)));
    outgoing.on('error', () => resolve(undefined));
    outgoing.on('close', () => {
      clearTimeout(deadline);
      resolve(undefined);
    });
    outgoing.end(body);
  });
}

// Where the status says it all, nobody waits for the rest, which may never come.
async function readReply(incoming: IncomingMessage): Promise<ApiReply> {
  const { statusCode: status = 0 } = incoming;
  incoming.on('error', () => undefined);
  if (status !== 400 && status !== 404) {
    incoming.resume();
    return { status };
  }
  const code = readCode(await readText(incoming));
  return { status, ...(code !== undefined && { code }) };
}

/** As much as came, when it breaks off or does not end. */
async function readText(incoming: IncomingMessage): Promise<string> {
  let text = '';
  try {
    for await (const chunk of incoming.setEncoding('utf8')) {
      text += String(chunk);
      if (text.length > LONGEST_ERROR) break;
    }
  } catch {
    // The status is known, and a part of the reason may be.
  }
  return text;
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
