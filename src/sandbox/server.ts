import { randomBytes } from 'node:crypto';
import { createCommandStore } from './command-store.ts';
import type { JsonObject } from './checks/form-check.ts';
import { createExchanges } from './exchanges.ts';
import { createFaults, type Faults } from './fault-controls.ts';
import { createFaultPlan } from './faults.ts';
import { createGate } from './gate.ts';
import { createGateway, type Gateway } from './gateway/gateway.ts';
import { createSessions } from './gateway/gateway-sessions.ts';
import { createMessageStore } from './message-store.ts';
import { writeOpening } from './opening.ts';
import type { Outcome } from './outcome.ts';
import { toRawStart } from './raw-interaction.ts';
import { createRequestLog, type RequestRecord } from './rest/request-log.ts';
import { createRouter } from './rest/rest-router.ts';
import { restRoutes } from './rest/rest-routes.ts';
import { createRestServer } from './rest/rest-server.ts';
import { createSnowflakes } from './snowflake.ts';
import { createStage } from './stage.ts';
import { createVisitor, type Visit, type Visitor } from './visitor.ts';
import { createLive, type Live } from './web/live.ts';
import { readPageFiles } from './web/page-files.ts';
import { startWebServer } from './web/web-server.ts';

export interface SandboxOptions {
  /** The wanted port: a free one is taken when it is in use, any when it is 0. */
  readonly port?: number;
  /** Where index.html and what it loads are; without it there is no page. */
  readonly pageDirectory?: string | URL;
  readonly applicationName?: string;
  /** The bot's token; a random one where none is given. */
  readonly token?: string;
  /** Milliseconds between the bot's heartbeats. */
  readonly heartbeatInterval?: number;
  /** Milliseconds in which an interaction must be answered. */
  readonly deadline?: number;
  /** Milliseconds for which an interaction's token edits and follows up. */
  readonly tokenLifetime?: number;
  /** Messages kept in a place. */
  readonly messageLimit?: number;
  /** Hears of what the sandbox does not support and of malformed requests. */
  readonly log?: (line: string) => void;
}

export interface Sandbox {
  readonly pageUrl: string;
  /** Base of the REST API, to which clients append `/v10`. */
  readonly apiBase: string;
  readonly token: string;
  readonly applicationId: string;
  /** Resolves when the bot is connected. */
  botOnline(): Promise<void>;
  /** Resolves when the bot has registered at least one command. */
  commandsRegistered(): Promise<void>;
  /** @throws when there is no such person or place */
  visit(visit?: Visit): Visitor;
  /**
   * Sends any payload as INTERACTION_CREATE. Absent `id` and `token` are filled in; who and where
   * it comes from is read from the payload, as far as it says.
   */
  dispatch(payload: JsonObject): Promise<Outcome>;
  readonly faults: Faults;
  /** The last requests of the bot, oldest first. */
  requests(): readonly RequestRecord[];
  close(): Promise<void>;
}

const applicationId = '1149236894129520640';
const defaultPort = 8080;
const defaultHeartbeat = 41_250;
const quarterOfAnHour = 15 * 60_000;

/**
 * Starts a Discord of its own on 127.0.0.1: gateway, REST API and a page with two people and three
 * places. Everything is in memory and gone with `close()`.
 * @throws when the page's directory cannot be read or no port can be opened
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { log = () => {}, deadline = 3000, tokenLifetime = quarterOfAnHour } = options;
  const { token = `sandbox.${randomBytes(24).toString('base64url')}` } = options;
  const { pageDirectory, port = defaultPort, heartbeatInterval = defaultHeartbeat } = options;
  const application = { id: applicationId, name: options.applicationName ?? 'Pullquote' };
  const files = pageDirectory === undefined ? new Map() : await readPageFiles(pageDirectory);

  const nextId = createSnowflakes();
  const requests = createRequestLog();
  const plan = createFaultPlan();
  const sessions = createSessions();
  const isOnline = (): boolean => sessions.areOnline();

  // What changes tells the page and who waits: the functions run when all of these exist.
  const messages = createMessageStore((change) => live.onMessage(change), options.messageLimit);
  const commands = createCommandStore(applicationId, nextId, () => {
    live.onCommands();
    registered.check();
  });
  const exchanges = createExchanges({
    deadline,
    lifetime: tokenLifetime,
    onTrace: (trace) => live.onTrace(trace),
  });
  const online = createGate(isOnline);
  const registered = createGate(() => commands.count() > 0);
  const faults = createFaults(plan, () => gateway);
  const deliver = (payload: JsonObject): boolean => {
    const times = faults.takeDuplicate() ? 2 : 1;
    return Array.from({ length: times }, () => sessions.sendInteraction(payload)).every(Boolean);
  };
  const stage = createStage({ application, commands, exchanges, messages, nextId, deliver });
  const live: Live = createLive({ application, commands, messages, stage, isOnline, log });
  const gateway: Gateway = createGateway({
    application,
    token,
    sessions,
    heartbeatInterval,
    refuseIdentify: () => faults.takeIdentifyRefusal(),
    onChange: () => {
      live.onBot();
      online.check();
    },
    url: () => gatewayUrl(),
    log,
  });
  const routes = restRoutes({
    application,
    exchanges,
    messages,
    nextId,
    commands,
    gatewayUrl: () => gatewayUrl(),
    sessionStarts: () => gateway.identifies(),
    sessionStartReset: () => faults.sessionStartReset(),
  });
  const server = await startWebServer(
    {
      files,
      api: createRestServer({ route: createRouter(routes, token, log), faults: plan, requests }),
      sockets: {
        '/gateway': (...handshake) => gateway.upgrade(...handshake),
        '/live': (...handshake) => live.upgrade(...handshake),
      },
      log,
    },
    port,
  );
  const host = `127.0.0.1:${server.port}`;
  const gatewayUrl = (): string => `ws://${host}/gateway`;
  writeOpening(messages);

  return {
    pageUrl: `http://${host}/`,
    apiBase: `http://${host}/api`,
    token,
    applicationId,
    faults,
    botOnline: () => online.opened(),
    commandsRegistered: () => registered.opened(),
    visit: (visit = {}) => createVisitor({ stage, commands, messages }, visit),
    dispatch: (payload) => stage.send(toRawStart(payload, nextId)),
    requests: () => requests.all(),
    async close() {
      exchanges.close();
      live.close();
      gateway.close();
      await server.close();
    },
  };
}
