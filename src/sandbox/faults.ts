import type { ServerResponse } from 'node:http';
import type { ApiAnswer } from './rest/api-answer.ts';

/** How an HTTP request goes wrong. */
export interface HttpFault {
  readonly how: 'answer' | 'hang' | 'stall' | 'reset' | 'end' | 'late';
  /** Whether Discord carried the request out before it went wrong. */
  readonly processed?: boolean;
  readonly status?: number;
  readonly contentType?: string;
  /** The text that is sent, whether it is what the content type says or not. */
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds that a late answer takes. */
  readonly delay?: number;
}

const json = 'application/json';

/** What was seen to happen between Discord and its clients. */
export const httpFaults = {
  serverError: {
    how: 'answer',
    status: 500,
    contentType: json,
    body: '{"message":"500: Internal Server Error","code":0}',
  },
  badGateway: {
    how: 'answer',
    status: 502,
    contentType: 'text/html',
    body: '<html><h1>502 Bad Gateway</h1></html>',
  },
  rateLimited: {
    how: 'answer',
    status: 429,
    contentType: json,
    headers: { 'Retry-After': '1', 'X-RateLimit-Scope': 'user' },
    body: '{"message":"You are being rate limited.","retry_after":1,"global":false}',
  },
  /** A 429 from a proxy: without Retry-After a client may repeat without delay. */
  rateLimitedWithoutDelay: {
    how: 'answer',
    status: 429,
    contentType: 'text/plain',
    body: 'error code: 1015',
  },
  badJson: { how: 'answer', status: 200, contentType: json, body: '{"id":', processed: true },
  unknownInteraction: {
    how: 'answer',
    status: 404,
    contentType: json,
    body: '{"message":"Unknown interaction","code":10062}',
  },
  alreadyAcknowledged: {
    how: 'answer',
    status: 400,
    contentType: json,
    body: '{"message":"Interaction has already been acknowledged.","code":40060}',
  },
  hang: { how: 'hang' },
  stall: { how: 'stall' },
  resetBefore: { how: 'reset' },
  resetAfter: { how: 'reset', processed: true },
  endBefore: { how: 'end' },
  endAfter: { how: 'end', processed: true },
} as const satisfies Record<string, HttpFault>;

export interface FaultPlan {
  /** The fault for this request, if one is due; each is used once. */
  take(method: string, path: string): HttpFault | undefined;
  /** The next `times` requests whose `METHOD path` matches go wrong. */
  add(route: RegExp, fault: HttpFault, times: number): void;
}

/** Keeps the faults that are still to happen, in the order in which they were asked for. */
export function createFaultPlan(): FaultPlan {
  const due: { route: RegExp; fault: HttpFault }[] = [];
  return {
    take(method, path) {
      const index = due.findIndex(({ route }) => route.test(`${method} ${path}`));
      return index < 0 ? undefined : due.splice(index, 1)[0]?.fault;
    },
    add(route, fault, times) {
      for (let count = 0; count < times; count += 1) due.push({ route, fault });
    },
  };
}

/**
 * Answers a request in the way of the fault.
 * @param send sends what the request would have been answered with
 */
export function misbehave(
  response: ServerResponse,
  fault: HttpFault,
  answer: ApiAnswer | undefined,
  send: (answer: ApiAnswer) => void,
): void {
  const { how, status = 200, contentType = json, body = '', headers } = fault;
  if (how === 'answer') {
    response.writeHead(status, { 'Content-Type': contentType, ...headers });
    response.end(body);
  } else if (how === 'stall') {
    response.writeHead(200, { 'Content-Type': json, 'Content-Length': '100' });
    response.write('{"id":');
  } else if (how === 'reset') response.socket?.resetAndDestroy();
  else if (how === 'end') response.socket?.destroy();
  else if (how === 'late') {
    const timer = setTimeout(() => send(answer ?? { status: 500 }), fault.delay ?? 0);
    response.on('close', () => clearTimeout(timer));
  }
}
