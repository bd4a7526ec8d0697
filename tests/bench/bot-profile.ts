/*
 * Where the processor's time goes while the bot answers as fast as it can: the hottest functions, a
 * flame graph, and the profile itself for Chrome's developer tools.
 *
 *     npm run profile [interactions]
 */
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleCandidates } from './bot-candidates.ts';
import { findHottest, readProfile } from './cpu-profile.ts';
import { drawFlameGraph } from './flame-graph.ts';
import { toInteraction } from './interactions.ts';
import { startLoopbackDiscord } from './loopback-discord.ts';
import { flood } from './pace.ts';

const INTERACTIONS = Number(process.argv[2] ?? 20_000);
const SHOWN = 25;

/** Microseconds between two looks. */
const INTERVAL = 250;

const OUTPUT = 'dist/profile';

const bundles = await bundleCandidates(false);
const discord = await startLoopbackDiscord();
const directory = mkdtempSync(join(tmpdir(), 'pullquote-profile-'));
const connected = discord.nextBot();
const flags = ['--cpu-prof', `--cpu-prof-dir=${directory}`, `--cpu-prof-interval=${INTERVAL}`];
const bot = bundles.start('pullquote', discord.apiBase, flags);
await connected;
let people = 0;
await flood(() => discord.ask(toInteraction((people += 1))), INTERACTIONS);
await bot.end();
discord.close();

const [file = ''] = readdirSync(directory);
const root = readProfile(join(directory, file), bundles.sourceOf('pullquote'));
mkdirSync(OUTPUT, { recursive: true });
copyFileSync(join(directory, file), join(OUTPUT, 'bot.cpuprofile'));
writeFileSync(join(OUTPUT, 'bot.svg'), drawFlameGraph(root));
rmSync(directory, { recursive: true });
bundles.remove();

for (const { name, self } of findHottest(root, SHOWN)) {
  const share = ((100 * self) / root.total).toFixed(1);
  process.stdout.write(`${self.toFixed(0).padStart(7)} ms ${share.padStart(5)} %  ${name}\n`);
}
process.stdout.write(`\n${OUTPUT}/bot.svg and ${OUTPUT}/bot.cpuprofile\n`);
