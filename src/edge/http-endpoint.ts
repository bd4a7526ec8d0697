import type { Answer, Response as Answered } from '../answer.ts';
import type { Signed } from './verify-signature.ts';

export interface EndpointOptions {
  readonly answer: Answer;
  /** Whether Discord signed the request. */
  readonly verify: (request: Signed) => boolean;
  /** Told of each request once its answer is made. */
  readonly observe?: (exchange: Exchange) => void;
}

/** A request and what became of it. */
export interface Exchange {
  /** The HTTP status of the answer. */
  readonly status: number;
  /** Absent in a request that was turned away. */
  readonly answered?: { readonly interaction: unknown; readonly response: Answered };
  /** From the request's head until the answer. */
  readonly milliseconds: number;
}

/** Where Discord sends interactions to: this path of the address that is set in its portal. */
export const PATH = '/interactions';

/** In bytes. Discord's largest interactions, a message command on a full message, stay far below. */
export const MAX_BODY = 65_536;

/**
 * Discord's other way to deliver interactions (its documentation, "Interactions Endpoint URL"):
 * each comes as a signed POST and is answered in the response. Whatever else arrives gets the
 * status that says why not, and nothing in it is decoded before its signature holds. The same
 * interaction may come again, from a load balancer that retries: it gets the same answer again.
 * Rejects only when the body breaks off.
 */
export function createEndpoint({
  answer,
  verify,
  observe = () => {},
}: EndpointOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    const start = performance.now();
    const read = await readInteraction(request, verify);
    const answered =
      typeof read === 'number' ? undefined : { ...read, response: answer(read.interaction) };
    const status = typeof read === 'number' ? read : 200;
    observe({ status, ...(answered && { answered }), milliseconds: performance.now() - start });
    return answered ? Response.json(answered.response) : refuse(status);
  };
}

/** What Discord sent, or the status of the refusal. */
type Read = { readonly interaction: unknown } | number;

async function readInteraction(request: Request, verify: EndpointOptions['verify']): Promise<Read> {
  const { headers, method, url } = request;
  if (new URL(url).pathname !== PATH) return 404;
  if (method !== 'POST') return 405;
  const body = await readBody(request);
  if (body === undefined) return 413;
  const signature = headers.get('x-signature-ed25519');
  const timestamp = headers.get('x-signature-timestamp');
  return verify({ signature, timestamp, body }) ? parseJson(body) : 401;
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: status === 405 ? { allow: 'POST' } : {} });
}

/** Reads no more than it must to know that a body is too long: undefined then. */
async function readBody({ body }: Request): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.byteLength;
    if (length > MAX_BODY) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function parseJson(body: Uint8Array): Read {
  try {
    return { interaction: JSON.parse(utf8.decode(body)) };
  } catch {
    return 400;
  }
}
