/*
 * Two promises, kept by the bot as a process of its own: 200 interactions a second for a minute, none
 * lost and none answered twice; and 500 at once, each answered within Discord's three seconds.
 *
 *     npm run bench:load [seconds]
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { bundleCandidates } from './bot-candidates.ts';
import { toInteraction } from './interactions.ts';
import type { LoopbackDiscord } from './loopback-discord.ts';
import { startLoopbackDiscord } from './loopback-discord.ts';
import { pace } from './pace.ts';
import { toQuantile } from './quantile.ts';

const SECONDS = Number(process.argv[2] ?? 60);
const RATE = 200;
const BURST = 500;

/** Discord's own limit, in milliseconds; and how long an answer is waited for here. */
const LIMIT = 3000;
const PATIENCE = 10_000;

let people = 0;
const next = (): object => toInteraction((people += 1));

function report(what: string, times: readonly number[], asked: number): boolean {
  const late = times.filter((time) => time > LIMIT).length;
  const [p50, p99, most] = [0.5, 0.99, 1].map((share) => toQuantile(times, share).toFixed(1));
  process.stdout.write(
    `${what}: ${times.length} of ${asked} answered, ${late} late; p50 ${p50} ms, p99 ${p99} ms, longest ${most} ms\n`,
  );
  return times.length === asked && late === 0;
}

/** The times of those that were answered at all. */
async function collect(asked: readonly Promise<number>[]): Promise<number[]> {
  const times: number[] = [];
  const all = asked.map((one) => one.then((time) => times.push(time)));
  await Promise.race([Promise.all(all), sleep(PATIENCE)]);
  return times;
}

async function measure(discord: LoopbackDiscord): Promise<boolean> {
  await discord.ask(next());
  const steady = await pace(() => discord.ask(next()), RATE, SECONDS);
  const isSteady = report(
    `${RATE} a second for ${SECONDS} s`,
    await collect(steady),
    steady.length,
  );
  const burst = Array.from({ length: BURST }, () => discord.ask(next()));
  const isBurst = report(`${BURST} at once`, await collect(burst), BURST);
  process.stdout.write(`answered twice: ${discord.surplus()}\n`);
  return isSteady && isBurst && discord.surplus() === 0;
}

const bundles = await bundleCandidates();
const discord = await startLoopbackDiscord();
const connected = discord.nextBot();
const bot = bundles.start('pullquote', discord.apiBase);
await connected;
const isKept = await measure(discord);
await bot.end();
discord.close();
bundles.remove();
process.exit(isKept ? 0 : 1);
