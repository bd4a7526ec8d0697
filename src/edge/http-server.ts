import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Server as Listener } from 'node:net';
import { EXIT, Stop } from './exit.ts';
import { toRequest } from './http-request.ts';
import type { Log } from './log.ts';
import { toErrorFields } from './log.ts';

export interface HttpServerOptions {
  readonly handle: (request: Request) => Promise<Response>;
  /** The address to listen on: `127.0.0.1` for this machine only, `0.0.0.0` for everybody. */
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly log: Log;
}

export interface HttpServer {
  readonly port: number;
  /** Takes no more, answers what is under way, and hangs up: at most three seconds. */
  close(): Promise<void>;
}

/** How long a request may take to arrive in full, and how often that is looked at; milliseconds. */
const ARRIVAL = 5000;
const LOOK = 500;

// Longer than load balancers keep an idle connection (a minute, mostly): one that hangs up first
// leaves them a request that nobody answers.
const KEEP_ALIVE = 75_000;

const DRAIN = 3000;
const SWEEP = 100;

/**
 * Serves HTTP/1.1 by a function of Request → Response. Whoever sends slowly, or nothing at all, is
 * hung up on after at most six seconds.
 * @throws Stop when the address cannot be had.
 */
export async function startHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const { handle, host, port, log } = options;
  let closing = false;
  const limits = {
    requestTimeout: ARRIVAL,
    headersTimeout: ARRIVAL,
    connectionsCheckingInterval: LOOK,
    keepAliveTimeout: KEEP_ALIVE,
  };
  const server = createServer(limits, (incoming, outgoing) => {
    void respond(incoming, handle, log)
      .then((response) => send(response, outgoing, closing))
      // What is left of a body must be out of the way before the next request can come.
      .finally(() => incoming.resume());
  });
  await listen(server, host, port);
  server.on('error', (error) => {
    log.error('the HTTP server has a fault', { error: toErrorFields(error) });
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close() {
      closing = true;
      return hangUp(server);
    },
  };
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    const { code = '' } = toErrorFields(error);
    // A process that is being replaced may still have the port.
    const exit = code === 'EADDRINUSE' ? EXIT.tryLater : EXIT.config;
    throw new Stop(
      exit,
      `cannot listen on ${host}, port ${port} (${code}): is another program on it, or the address not this machine's?`,
    );
  }
}

async function respond(
  incoming: IncomingMessage,
  handle: HttpServerOptions['handle'],
  log: Log,
): Promise<Response> {
  const request = toRequest(incoming);
  if (request === undefined) return new Response(null, { status: 400 });
  try {
    return await handle(request);
  } catch (error) {
    // A peer that broke off is no fault; nobody reads what it is answered.
    if (!incoming.errored) log.error('a request failed', { error: toErrorFields(error) });
    return new Response(null, { status: 500 });
  }
}

async function send(response: Response, outgoing: ServerResponse, last: boolean): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer());
  outgoing.statusCode = response.status;
  outgoing.setHeaders(response.headers);
  if (last) outgoing.setHeader('connection', 'close');
  outgoing.end(body);
}

async function hangUp(server: Server): Promise<void> {
  const closed = once(server, 'close');
  // Not the HTTP server's own close(): it hangs up at once on connections that seem idle, though
  // their next request has arrived and is only not read yet.
  Listener.prototype.close.call(server);
  // What is idle after everything that has arrived was read, which is when immediates come, is idle.
  const sweep = setInterval(() => setImmediate(() => server.closeIdleConnections()), SWEEP);
  const deadline = setTimeout(() => server.closeAllConnections(), DRAIN);
  await closed;
  clearInterval(sweep);
  clearTimeout(deadline);
}
