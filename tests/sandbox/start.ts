import { Client, Events, type ClientOptions, type Interaction } from 'discord.js';
import { onTestFinished } from 'vitest';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/server.ts';

/** A sandbox that is closed when the test is over. */
export async function start(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ port: 0, ...options });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

type Answer = (interaction: Interaction) => Promise<unknown> | undefined;

interface BotOptions {
  readonly sandbox?: SandboxOptions;
  readonly client?: Partial<ClientOptions>;
  /** What the bot does with an interaction. */
  readonly answer?: Answer;
  /** Commands that it registers. */
  readonly commands?: Parameters<NonNullable<Client['application']>['commands']['set']>[0];
}

export interface Bot {
  readonly sandbox: Sandbox;
  readonly client: Client;
  /** What the library or the answers threw. */
  readonly errors: readonly unknown[];
}

/** The little command that most tests use. */
export const hello = {
  name: 'hello',
  description: 'Says hello',
  options: [{ type: 3, name: 'name', description: 'To whom', autocomplete: true }],
} as const;

/** An unmodified discord.js client, logged in to a sandbox. */
export async function login(
  sandbox: Sandbox,
  answer: Answer = () => undefined,
  options: Partial<ClientOptions> = {},
): Promise<Pick<Bot, 'client' | 'errors'>> {
  const errors: unknown[] = [];
  const rest = { api: sandbox.apiBase, ...options.rest };
  const client = new Client({ intents: [], ...options, rest });
  onTestFinished(() => client.destroy());
  client.on(Events.Error, (error) => errors.push(error));
  client.on(Events.InteractionCreate, (interaction) => {
    answer(interaction)?.catch((error: unknown) => errors.push(error));
  });
  await client.login(sandbox.token);
  await sandbox.botOnline();
  return { client, errors };
}

/** A sandbox and a client that has registered its commands. */
export async function startBot({
  sandbox: sandboxOptions,
  client: clientOptions,
  answer,
  commands = [hello],
}: BotOptions = {}): Promise<Bot> {
  const sandbox = await start(sandboxOptions);
  const bot = await login(sandbox, answer, clientOptions);
  await bot.client.application?.commands.set(commands);
  return { sandbox, ...bot };
}
