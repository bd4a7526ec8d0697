import { commands } from '../../commands/index.ts';
import { createAnswer } from '../../src/answer.ts';
import { toDeclarations } from '../../src/declarations.ts';
import type { Gateway } from '../../src/edge/gateway.ts';
import { connect } from '../../src/edge/gateway.ts';
import type { Stop } from '../../src/edge/exit.ts';
import type { Log } from '../../src/edge/log.ts';
import { register } from '../../src/edge/register.ts';
import type { Sandbox, SandboxOptions } from '../../src/sandbox/server.ts';
import { startSandbox } from '../../src/sandbox/server.ts';
import { library } from '../library.ts';

const silent: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

export interface ConnectedBot {
  readonly gateway: Gateway;
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
export async function startBot(options: SandboxOptions = {}): Promise<RunningBot> {
  const sandbox = await startSandbox({ port: 0, ...options });
  const connected = await connectBot(sandbox);
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
export async function connectBot(sandbox: Sandbox): Promise<ConnectedBot> {
  const stops: Stop[] = [];
  const faults: unknown[] = [];
  const report = (error: unknown): string => `incident-${faults.push(error)}`;
  const about = { version: '0.0.0' };
  const gateway = await connect({
    token: sandbox.token,
    apiBase: sandbox.apiBase,
    answer: createAnswer({ commands, library, about, report, random: () => 0.3 }),
    log: silent,
    onStop: (stop) => stops.push(stop),
  });
  const { rest, applicationId } = gateway;
  await register({ rest, applicationId, declarations: toDeclarations(commands, library) });
  return { gateway, stops, faults };
}
