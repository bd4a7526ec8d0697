import type { IncomingMessage, ServerResponse } from 'node:http';
import { misbehave, type FaultPlan } from '../faults.ts';
import { invalidJson, notImplemented, tooLarge, type ApiAnswer } from './api-answer.ts';
import type { RequestLog, RequestRecord } from './request-log.ts';
import type { RawRequest } from './rest-router.ts';

/** Bytes of a request's body: 130 commands of 8000 characters fit. */
const maxBody = 8 * 1024 * 1024;

type Body = { readonly json: unknown } | { readonly refusal: ApiAnswer };

function parse(type: string, bytes: Buffer): Body {
  if (bytes.length === 0) return { json: undefined };
  if (!type.startsWith('application/json'))
    return { refusal: notImplemented(`bodies of type ${type || 'unknown'}`) };
  try {
    return { json: JSON.parse(bytes.toString('utf8')) };
  } catch {
    return { refusal: invalidJson };
  }
}

async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= maxBody) chunks.push(chunk);
  }
  if (size > maxBody) return { refusal: tooLarge };
  return parse(request.headers['content-type'] ?? '', Buffer.concat(chunks));
}

function sendAnswer(response: ServerResponse, { status, body, headers }: ApiAnswer): void {
  if (body === undefined) {
    // A 204 with a JSON content type makes discord.js parse nothing and fail.
    response.writeHead(status, headers).end();
    return;
  }
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

export interface RestServerOptions {
  readonly route: (request: RawRequest) => ApiAnswer;
  readonly faults: FaultPlan;
  readonly requests: RequestLog;
}

/** Serves `/api/…`: reads the body, remembers the request, routes it, or lets it go wrong as a test wants. */
export function createRestServer({ route, faults, requests }: RestServerOptions) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://sandbox');
    const method = request.method ?? 'GET';
    const body = await readBody(request);
    const path = url.pathname.replace(/^\/api\/v\d+/, '');
    const json = 'json' in body ? body.json : undefined;
    const record: RequestRecord = { method, path, query: url.search, body: json, status: 0 };
    requests.add(record);

    const process = (): ApiAnswer =>
      'refusal' in body
        ? body.refusal
        : route({ method, url, authorization: request.headers.authorization, body: json });
    const send = (answer: ApiAnswer): void => {
      record.status = answer.status;
      sendAnswer(response, answer);
    };
    const fault = faults.take(method, path);
    if (!fault) return send(process());
    const answer = fault.processed === true || fault.how === 'late' ? process() : undefined;
    if (fault.how === 'answer') record.status = fault.status ?? 200;
    misbehave(response, fault, answer, send);
  };
}
