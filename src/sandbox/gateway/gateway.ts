import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Application } from '../identities.ts';
import { openConnection, type Connection, type ConnectionContext } from './gateway-connection.ts';
import { toGuildCreate, toReady } from './gateway-payloads.ts';
import type { Session } from './gateway-sessions.ts';

export interface GatewayOptions extends Omit<ConnectionContext, 'onIdentify'> {
  readonly application: Application;
  /** Address of the gateway, `ws://…`, for READY. */
  readonly url: () => string;
  readonly log: (line: string) => void;
}

export interface Gateway {
  /** Takes a WebSocket handshake of the bot. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  connections(): readonly Connection[];
  /** How many sessions were started. */
  identifies(): number;
  close(): void;
}

const guildsIntent = 1;
/** Far above what Discord takes, so that the protocol's own close code is sent. */
const maxFrame = 64 * 1024;

/** What a handshake asks for that the sandbox does not speak. */
function unsupportedWish(query: URLSearchParams): string | undefined {
  if (query.get('compress')) return 'transport compression on the gateway';
  if ((query.get('encoding') ?? 'json') !== 'json') return 'any gateway encoding but JSON';
  return (query.get('v') ?? '10') === '10' ? undefined : 'any gateway version but 10';
}

/** Discord's gateway: the bot connects here and hears of interactions. */
export function createGateway(options: GatewayOptions): Gateway {
  const { application, log } = options;
  const server = new WebSocketServer({ noServer: true, maxPayload: maxFrame });
  const connections = new Set<Connection>();
  let identifies = 0;

  const onIdentify = (session: Session, intents: number): void => {
    identifies += 1;
    session.dispatch('READY', toReady(application, session, options.url()));
    if ((intents & guildsIntent) !== 0) session.dispatch('GUILD_CREATE', toGuildCreate());
    if ((intents & ~guildsIntent) !== 0)
      log('The bot asks for intents; the sandbox sends no events but interactions and guilds.');
  };

  return {
    upgrade(request, socket, head) {
      const wish = unsupportedWish(new URL(request.url ?? '/', 'ws://sandbox').searchParams);
      if (wish !== undefined) {
        log(`Refused a gateway connection: the sandbox does not support ${wish}.`);
        socket.end('HTTP/1.1 501 Not Implemented\r\nConnection: close\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, (webSocket) => {
        const connection = openConnection(webSocket, { ...options, onIdentify });
        connections.add(connection);
        webSocket.on('close', () => connections.delete(connection));
        webSocket.on('error', () => webSocket.terminate());
      });
    },
    connections: () => [...connections],
    identifies: () => identifies,
    close() {
      for (const { socket } of connections) socket.close(1001);
      server.close();
      // A peer that does not answer the closing handshake shall not keep the server.
      for (const { socket } of connections) setTimeout(() => socket.terminate(), 100).unref();
    },
  };
}
