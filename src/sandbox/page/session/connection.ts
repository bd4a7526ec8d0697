import type { ClientRequest, ServerEvent } from '../../protocol.ts';

export type Outcome = Extract<ServerEvent, { type: 'outcome' }>['result'];

/** A request that is answered with an outcome. */
export type Exchange = Extract<ClientRequest, { readonly nonce: string }>;

type WithoutNonce<Request> = Request extends unknown ? Omit<Request, 'nonce'> : never;

interface Listeners {
  readonly onEvent: (event: ServerEvent) => void;
  readonly onConnected: (connected: boolean) => void;
}

export interface Connection {
  send(request: ClientRequest): void;
  /** Sends it and waits for what became of it; a lost connection is a failure, never an exception. */
  exchange(request: WithoutNonce<Exchange>): Promise<Outcome>;
}

const lost: Outcome = {
  kind: 'failed',
  text: 'This interaction failed',
  reason: 'The connection to the sandbox was lost before the answer came.',
};

const firstDelay = 500;
const longestDelay = 5000;

/** Opens the WebSocket `/live` and keeps it open: after a loss it tries again, ever more slowly. */
export function createConnection({ onEvent, onConnected }: Listeners): Connection {
  const waiting = new Map<string, (outcome: Outcome) => void>();
  let socket: WebSocket | undefined;
  let delay = firstDelay;

  function open(): void {
    socket = new WebSocket(new URL('/live', location.href.replace(/^http/, 'ws')));
    socket.addEventListener('open', () => {
      delay = firstDelay;
      onConnected(true);
    });
    socket.addEventListener('message', ({ data }) => receive(parseEvent(String(data))));
    socket.addEventListener('close', handleLoss);
  }

  function receive(event: ServerEvent): void {
    if (event.type !== 'outcome') onEvent(event);
    else settle(event.nonce, event.result);
  }

  function settle(nonce: string, outcome: Outcome): void {
    waiting.get(nonce)?.(outcome);
    waiting.delete(nonce);
  }

  function handleLoss(): void {
    onConnected(false);
    for (const nonce of waiting.keys()) settle(nonce, lost);
    setTimeout(open, delay);
    delay = Math.min(delay * 2, longestDelay);
  }

  function send(request: ClientRequest): boolean {
    if (socket?.readyState !== WebSocket.OPEN) return false;
    socket.send(JSON.stringify(request));
    return true;
  }

  open();
  return {
    send,
    exchange: (request) =>
      new Promise((resolve) => {
        const nonce = createNonce();
        waiting.set(nonce, resolve);
        if (!send({ ...request, nonce })) settle(nonce, lost);
      }),
  };
}

/** Discord's nonces are short strings too; this one only has to differ between the page's tabs. */
function createNonce(): string {
  return `${Date.now()}${Math.floor(Math.random() * 1e9)}`;
}

/** Only the sandbox's own server can speak here: its words are taken as they come. */
function parseEvent(data: string): ServerEvent {
  const event: ServerEvent = JSON.parse(data);
  return event;
}
