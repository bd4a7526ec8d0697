import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { Locale } from 'discord-api-types/v10';
import { WebSocketServer, type WebSocket } from 'ws';
import { readClientRequest } from './client-request.ts';
import type { CommandStore } from '../command-store.ts';
import type { Actor } from '../exchanges.ts';
import type { Application } from '../identities.ts';
import { maySee, type MessageChange, type MessageStore } from '../message-store.ts';
import type { Outcome } from '../outcome.ts';
import type { ClientRequest, ServerEvent, Trace } from '../protocol.ts';
import { people, places } from '../scene.ts';
import { findActor, type Stage } from '../stage.ts';

export interface LiveOptions {
  readonly application: Application;
  readonly commands: CommandStore;
  readonly messages: MessageStore;
  readonly stage: Stage;
  readonly isOnline: () => boolean;
  readonly log: (line: string) => void;
}

/** The pages that are open, and what they hear of. */
export interface Live {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  onMessage(change: MessageChange): void;
  onCommands(): void;
  onBot(): void;
  onTrace(trace: Trace): void;
  close(): void;
}

interface Viewer {
  readonly socket: WebSocket;
  /** Who looks at which place; nobody before the first `view`. */
  actor?: Actor;
}

const maxFrame = 256 * 1024;

type OutcomeResult = Extract<ServerEvent, { type: 'outcome' }>['result'];

function toResult(outcome: Outcome): OutcomeResult {
  const { kind, choices, modal, text = '', reason = '' } = outcome;
  if (kind === 'failed') return { kind, text, reason };
  if (kind === 'choices' && choices) return { kind, choices };
  if (kind === 'modal' && modal) return { kind, modal };
  return { kind: 'done' };
}

function toMessageEvent({ type, stored }: MessageChange): ServerEvent {
  const { placeId, message } = stored;
  return type === 'messageDelete'
    ? { type, placeId, messageId: message.id }
    : { type, placeId, message };
}

/** Serves the page's WebSocket `/live`. */
export function createLive(options: LiveOptions): Live {
  const { application, commands, messages, stage, isOnline, log } = options;
  const server = new WebSocketServer({ noServer: true, maxPayload: maxFrame });
  const viewers = new Set<Viewer>();

  const send = ({ socket }: Viewer, event: ServerEvent): void => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(event));
  };
  const sendAll = (event: ServerEvent): void => {
    for (const viewer of viewers) send(viewer, event);
  };
  const sendCommands = (viewer: Viewer): void => {
    if (viewer.actor)
      send(viewer, { type: 'commands', commands: commands.usableIn(viewer.actor.place) });
  };

  const view = (viewer: Viewer, actor: Actor): void => {
    viewer.actor = actor;
    const { person, place } = actor;
    const history = messages.history(place.id, person.id);
    sendCommands(viewer);
    send(viewer, { type: 'history', placeId: place.id, messages: history });
  };

  const handle = async (viewer: Viewer, request: ClientRequest): Promise<void> => {
    if (request.type === 'view') {
      const actor = findActor(request);
      if (actor) view(viewer, actor);
    } else if (request.type === 'say') stage.say(request);
    else if (request.type === 'dismiss') stage.dismiss(request);
    else {
      const outcome = await stage.interact(request);
      send(viewer, { type: 'outcome', nonce: request.nonce, result: toResult(outcome) });
    }
  };

  const onData = (viewer: Viewer, data: Buffer): void => {
    const request = readClientRequest(data.toString('utf8'));
    if ('fault' in request) log(`Ignored a message of a page: ${request.fault}`);
    else
      handle(viewer, request).catch((error: unknown) =>
        log(`A page's request failed: ${String(error)}`),
      );
  };

  const welcome = (socket: WebSocket): void => {
    const viewer: Viewer = { socket };
    viewers.add(viewer);
    socket.on('close', () => viewers.delete(viewer));
    socket.on('error', () => socket.terminate());
    socket.on('message', (data: Buffer) => onData(viewer, data));
    const locales = Object.values(Locale);
    send(viewer, { type: 'welcome', welcome: { application, people, places, locales } });
    send(viewer, { type: 'bot', online: isOnline() });
  };

  return {
    upgrade: (request, socket, head) => server.handleUpgrade(request, socket, head, welcome),
    onMessage(change) {
      const { stored } = change;
      for (const viewer of viewers)
        if (viewer.actor && maySee(stored, viewer.actor.person.id))
          send(viewer, toMessageEvent(change));
    },
    onCommands() {
      for (const viewer of viewers) sendCommands(viewer);
    },
    onBot: () => sendAll({ type: 'bot', online: isOnline() }),
    onTrace: (trace) => sendAll({ type: 'trace', trace }),
    close() {
      for (const { socket } of viewers) socket.terminate();
      server.close();
    },
  };
}
