import { fileURLToPath } from 'node:url';
import { config as readDotenv } from 'dotenv';
import manifest from '../package.json' with { type: 'json' };
import { commands } from '../commands/index.ts';
import type { Answer } from './answer.ts';
import { createAnswer } from './answer.ts';
import { toDeclarations } from './declarations.ts';
import type { Config } from './edge/config.ts';
import { readConfig } from './edge/config.ts';
import { EXIT, Stop } from './edge/exit.ts';
import type { Readiness } from './edge/health.ts';
import type { Lifecycle } from './edge/lifecycle.ts';
import { createLifecycle } from './edge/lifecycle.ts';
import type { Log } from './edge/log.ts';
import { createLog, createReport } from './edge/log.ts';
import type { Metrics } from './edge/metrics.ts';
import { readArticles } from './edge/read-articles.ts';
import type { Application, Declaration } from './edge/register.ts';
import { registerCommands } from './edge/register.ts';
import { createLibrary } from './search/library.ts';

const ARTICLES = fileURLToPath(new URL('../data', import.meta.url));
const PAGE = new URL('page/', import.meta.url);

/** What every way to run the bot needs. */
interface Bot {
  readonly config: Config;
  readonly answer: Answer;
  readonly declarations: readonly Declaration[];
  readonly log: Log;
  readonly lifecycle: Lifecycle;
  readonly health: Health;
}

/** What the process tells of itself, if anybody asks. */
interface Health {
  readonly metrics?: Metrics;
  /** Looked at from now on. */
  watch(bot: Watched): void;
}

interface Watched {
  readonly readiness: () => Readiness;
  readonly shards?: () => { readonly id: number; readonly status: number }[];
}

async function main(): Promise<void> {
  readDotenv({ quiet: true });
  const config = readConfig(process.env);
  const articles = readArticles(config.articlesDirectory ?? ARTICLES);
  const log = await createLog(config.logLevel, process.stdout.isTTY);
  const lifecycle = createLifecycle(log);
  const library = createLibrary(articles);
  const health = await startHealth(config, log, lifecycle);
  const answer = createAnswer({
    commands,
    library,
    about: {
      version: manifest.version,
      ...(config.contact !== undefined && { contact: config.contact }),
    },
    report: createReport(log, () => health.metrics?.countFault()),
  });
  log.info('articles read', { articles: articles.map(({ id }) => id) });

  const declarations = toDeclarations(commands, library);
  const bot = { config, answer, declarations, log, lifecycle, health };
  await (config.endpoint === undefined ? runOnGateway(bot) : runOverHttp(bot, config.endpoint));
}

// What not every start needs is loaded where it is needed: that saves time and memory.

async function startHealth(
  { health: address }: Config,
  log: Log,
  lifecycle: Lifecycle,
): Promise<Health> {
  if (address === undefined) return { watch() {} };
  const [{ createMetrics }, { createHealth }, { startHttpServer }] = await Promise.all([
    import('./edge/metrics.ts'),
    import('./edge/health.ts'),
    import('./edge/http-server.ts'),
  ]);
  let watched: Watched = { readiness: () => ({ ready: false, reason: 'starting' }) };
  const metrics = createMetrics({
    commands: commands.map(({ declaration }) => declaration.name),
    shards: () => watched.shards?.() ?? [],
  });
  const handle = createHealth({ readiness: () => watched.readiness(), metrics });
  const server = await startHttpServer({ handle, ...address, log });
  lifecycle.onClose(() => server.close());
  log.info('health', { port: server.port });
  return { metrics, watch: (bot) => void (watched = bot) };
}

async function runOnGateway(bot: Bot): Promise<void> {
  const { config, answer, log, lifecycle, health } = bot;
  const { metrics } = health;
  const { createGateway } = await import('./edge/gateway.ts');
  const gateway = createGateway({
    ...(await findDiscord(config, log, lifecycle)),
    ...(config.shards && { shards: config.shards }),
    ...(metrics && { metrics }),
    answer,
    log,
    onStop: lifecycle.stop,
  });
  lifecycle.onClose(() => gateway.close());
  health.watch(gateway);
  const application = await gateway.connect();
  await register(application, bot);
}

/** Where the bot connects to: Discord, or without a token a sandbox of its own. */
async function findDiscord(
  { token, apiBase, sandboxPort }: Config,
  log: Log,
  lifecycle: Lifecycle,
): Promise<{ token: string; apiBase?: string }> {
  if (token !== undefined) return { token, ...(apiBase !== undefined && { apiBase }) };
  const { startSandbox } = await import('./sandbox/server.ts');
  const sandbox = await startSandbox({
    port: sandboxPort,
    pageDirectory: PAGE,
    log: (line) => log.debug(line),
  });
  lifecycle.onClose(() => sandbox.close());
  process.stdout.write(
    `\n  No DISCORD_TOKEN is set, so here is the bot on a Discord of its own:\n\n    ${sandbox.pageUrl}\n\n`,
  );
  return { token: sandbox.token, apiBase: sandbox.apiBase };
}

async function runOverHttp(bot: Bot, endpoint: NonNullable<Config['endpoint']>): Promise<void> {
  const { config, answer, log, lifecycle, health } = bot;
  const { metrics } = health;
  const [{ createInteractionApi }, { serveInteractions }] = await Promise.all([
    import('./edge/interaction-api.ts'),
    import('./edge/http-interactions.ts'),
  ]);
  const api = createInteractionApi(config.apiBase);
  const server = await serveInteractions({
    ...endpoint,
    ...(metrics && { metrics }),
    answer,
    api,
    log,
  });
  lifecycle.onClose(() => server.close());
  health.watch(server);
  log.info('listening for interactions', { port: server.port });
  if (config.token === undefined) return log.info('no DISCORD_TOKEN: no commands are registered');
  const { findApplication } = await import('./edge/find-application.ts');
  const application = await findApplication(config.token, config.apiBase, log);
  if (application !== undefined) await register(application, bot);
}

async function register(application: Application, bot: Bot): Promise<void> {
  const { config, declarations, log } = bot;
  const { guildId, token } = config;
  await registerCommands({ ...application, declarations, ...(guildId && { guildId }) }, log);
  if (token === undefined) return;
  // Discord's page that adds the bot to a server or an account: it needs no permission at all.
  const url = `https://discord.com/oauth2/authorize?client_id=${application.applicationId}&scope=applications.commands&permissions=0`;
  log.info('install link', { url });
}

main().catch((error: unknown) => {
  const stop = error instanceof Stop ? error : undefined;
  process.stderr.write(
    `pullquote: ${stop?.message ?? (error instanceof Error ? error.stack : String(error))}\n`,
  );
  process.exit(stop?.code ?? EXIT.fault);
});
