import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { pageHeaders, refusalOf } from './http-guard.ts';
import type { PageFile } from './page-files.ts';

const address = '127.0.0.1';

type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

export interface WebServerOptions {
  readonly files: ReadonlyMap<string, PageFile>;
  readonly api: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** WebSockets by path. */
  readonly sockets: Readonly<Record<string, Upgrade>>;
  readonly log: (line: string) => void;
}

export interface WebServer {
  readonly port: number;
  close(): Promise<void>;
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(`${text}\n`);
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?', 1)[0] ?? '/';
}

function servePage(
  files: ReadonlyMap<string, PageFile>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const file = files.get(pathOf(request));
  if (!file) return plain(response, 404, 'Not found');
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return plain(response, 405, 'Method not allowed');
  response.writeHead(200, {
    ...pageHeaders(request.headers.host ?? ''),
    'Content-Type': file.type,
    'Content-Length': file.bytes.length,
  });
  response.end(request.method === 'HEAD' ? undefined : file.bytes);
}

function refuseUpgrade(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
}

/** Listens on the wanted port of the loopback address, or on a free one when it is taken. */
async function listen(server: Server, port: number): Promise<number> {
  const attempt = (wanted: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(wanted, address, () => {
        server.off('error', reject);
        resolve();
      });
    });
  try {
    await attempt(port);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    await attempt(0);
  }
  const bound = server.address();
  if (typeof bound !== 'object' || bound === null) throw new Error('The server has no port');
  return bound.port;
}

/**
 * The sandbox's one HTTP server, on loopback only: the page, Discord's REST API and two WebSockets.
 * @param wantedPort 0 for any
 */
export async function startWebServer(
  { files, api, sockets, log }: WebServerOptions,
  wantedPort: number,
): Promise<WebServer> {
  const server = createServer();
  const port = await listen(server, wantedPort);

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const refusal = refusalOf(request, port);
    if (refusal !== undefined) return plain(response, 403, refusal);
    if (!pathOf(request).startsWith('/api/')) return servePage(files, request, response);
    api(request, response).catch((error: unknown) => {
      // A client that hangs up while it sends is no fault of the server.
      if (!request.destroyed) log(`A request failed: ${String(error)}`);
      response.destroy();
    });
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const upgrade = sockets[pathOf(request).replace(/\/$/, '')];
    if (refusalOf(request, port) !== undefined) refuseUpgrade(socket, '403 Forbidden');
    else if (upgrade) upgrade(request, socket, head);
    else refuseUpgrade(socket, '404 Not Found');
  });

  return {
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
