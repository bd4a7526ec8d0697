import { fileURLToPath } from 'node:url';
import { config as readDotenv } from 'dotenv';
import manifest from '../package.json' with { type: 'json' };
import { commands } from '../commands/index.ts';
import { createAnswer } from './answer.ts';
import { toDeclarations } from './declarations.ts';
import type { Config } from './edge/config.ts';
import { readConfig } from './edge/config.ts';
import { EXIT, Stop } from './edge/exit.ts';
import { connect } from './edge/gateway.ts';
import type { Gateway } from './edge/gateway.ts';
import type { Lifecycle } from './edge/lifecycle.ts';
import { createLifecycle } from './edge/lifecycle.ts';
import type { Log } from './edge/log.ts';
import { createLog, createReport, toErrorFields } from './edge/log.ts';
import { readArticles } from './edge/read-articles.ts';
import { register } from './edge/register.ts';
import type { Declaration } from './edge/register.ts';
import { startSandbox } from './sandbox/server.ts';
import { createLibrary } from './search/library.ts';

const ARTICLES = fileURLToPath(new URL('../data', import.meta.url));
const PAGE = new URL('page/', import.meta.url);

async function main(): Promise<void> {
  readDotenv({ quiet: true });
  const config = readConfig(process.env);
  const articles = readArticles(config.articlesDirectory ?? ARTICLES);
  const log = createLog(config.logLevel, process.stdout.isTTY);
  const lifecycle = createLifecycle(log);
  const library = createLibrary(articles);
  const answer = createAnswer({
    commands,
    library,
    about: {
      version: manifest.version,
      ...(config.contact !== undefined && { contact: config.contact }),
    },
    report: createReport(log),
  });
  log.info('articles read', { articles: articles.map(({ id }) => id) });

  const target = await findDiscord(config, log, lifecycle);
  const gateway = await connect({ ...target, answer, log, onStop: lifecycle.stop });
  lifecycle.onClose(() => gateway.close());
  log.info('connected');
  await registerCommands(gateway, toDeclarations(commands, library), config, log);
}

/** Where the bot connects to: Discord, or without a token a sandbox of its own. */
async function findDiscord(
  { token, apiBase, sandboxPort }: Config,
  log: Log,
  lifecycle: Lifecycle,
): Promise<{ token: string; apiBase?: string }> {
  if (token !== undefined) return { token, ...(apiBase !== undefined && { apiBase }) };
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

// The commands of an earlier start go on working, so a failure here is no reason to stop.
async function registerCommands(
  { rest, applicationId }: Gateway,
  declarations: readonly Declaration[],
  { token, guildId }: Config,
  log: Log,
): Promise<void> {
  try {
    const changed = await register({
      rest,
      applicationId,
      declarations,
      ...(guildId !== undefined && { guildId }),
    });
    log.info(changed ? 'commands registered' : 'commands are registered already', {
      commands: declarations.length,
    });
  } catch (error) {
    log.error('the commands could not be registered; they are tried again at the next start', {
      error: toErrorFields(error),
    });
  }
  if (token !== undefined) log.info('install link', { url: toInstallLink(applicationId) });
}

/** Discord's page that adds the bot to a server or an account: it needs no permission at all. */
function toInstallLink(applicationId: string): string {
  return `https://discord.com/oauth2/authorize?client_id=${applicationId}&scope=applications.commands&permissions=0`;
}

main().catch((error: unknown) => {
  const stop = error instanceof Stop ? error : undefined;
  process.stderr.write(
    `pullquote: ${stop?.message ?? (error instanceof Error ? error.stack : String(error))}\n`,
  );
  process.exit(stop?.code ?? EXIT.fault);
});
