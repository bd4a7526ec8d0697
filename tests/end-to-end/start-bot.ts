import { commands } from '../../commands/index.ts';
import { createAnswer } from '../../src/answer.ts';
import { toDeclarations } from '../../src/declarations.ts';
import type { Stop } from '../../src/edge/exit.ts';
import type { Gateway, GatewayOptions } from '../../src/edge/gateway.ts';
import { createGateway } from '../../src/edge/gateway.ts';
import type { Log } from '../../src/edge/log.ts';
import type { Application } from '../../src/edge/register.ts';
import { register } from '../../src/edge/register.ts';
import type { Sandbox, SandboxOptions } from '../../src/sandbox/server.ts';
import { startSandbox } from '../../src/sandbox/server.ts';
import { library } from '../library.ts';

const silent: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

export interface ConnectedBot {
  readonly gateway: Gateway & Application;
  /** What the bot would have stopped for. */
  readonly stops: readonly Stop[];
  /** Incident ids of the faults reported. */
  readonly faults: readonly unknown[];
}

export interface RunningBot extends ConnectedBot {
  readonly sandbox: Sandbox;
  close(): Promise<void>;
}

/** The real bot, with its real client, on a Discord of its own. */
export async function startBot(
  options: SandboxOptions = {},
  overrides: Partial<GatewayOptions> = {},
): Promise<RunningBot> {
  const sandbox = await startSandbox({ port: 0, ...options });
  const connected = await connectBot(sandbox, overrides);
  return {
    ...connected,
    sandbox,
    async close() {
      await connected.gateway.close();
      await sandbox.close();
    },
  };
}

/** Connects the bot to a Discord that is there already. */
export async function connectBot(
  sandbox: Sandbox,
  overrides: Partial<GatewayOptions> = {},
): Promise<ConnectedBot> {
  const stops: Stop[] = [];
  const faults: unknown[] = [];
  const report = (error: unknown): string => `incident-${faults.push(error)}`;
  const about = { version: '0.0.0' };
  const gateway = createGateway({
    token: sandbox.token,
    apiBase: sandbox.apiBase,
    answer: createAnswer({ commands, library, about, report, random: () => 0.3 }),
    log: silent,
    onStop: (stop) => stops.push(stop),
    ...overrides,
  });
  const application = await gateway.connect();
  await register({ ...application, declarations: toDeclarations(commands, library) });
  return { gateway: { ...gateway, ...application }, stops, faults };
}
