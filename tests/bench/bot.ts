/*
 * The bot against a bare discord.js bot that answers a constant, and against ws and node:http alone:
 * the same interactions, from the same loopback Discord, in turns within one run. Each figure is the
 * median of the rounds, and is printed as a ratio to the bare discord.js bot as it is usually run,
 * from node_modules; how it does as one bundled file stands beside it.
 *
 *     npm run bench [rounds]
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { BotProcess, Bundles, Candidate } from './bot-candidates.ts';
import { bundleCandidates, CANDIDATES } from './bot-candidates.ts';
import { KIND_NAMES, toInteraction } from './interactions.ts';
import type { LoopbackDiscord } from './loopback-discord.ts';
import { startLoopbackDiscord } from './loopback-discord.ts';
import { flood, pace } from './pace.ts';
import { toQuantile } from './quantile.ts';

const ROUNDS = Number(process.argv[2] ?? 5);

/** Before anything is measured, so that the compiler has seen the code. */
const WARM_UP = 10_000;
/** Interactions a second, and seconds, for the time to the answer. */
const RATE = 200;
const SECONDS = 10;
/** Interactions in all, for how many can be sustained. */
const SUSTAINED = 20_000;
/** Before memory is looked at, in milliseconds: after the start, and after the load. */
const REST = 3000;
const LONG_REST = 12_000;

type Figures = Readonly<Record<string, number>>;

let people = 0;
const next = (): object => toInteraction((people += 1));

async function measure(
  discord: LoopbackDiscord,
  bundles: Bundles,
  candidate: Candidate,
): Promise<Figures> {
  const ask = (): Promise<number> => discord.ask(next());
  const start = performance.now();
  const connected = discord.nextBot();
  const bot: BotProcess = bundles.start(candidate, discord.apiBase);
  await connected;
  await ask();
  const started = performance.now() - start;
  await sleep(REST);
  const idle = bot.memory();
  await flood(ask, WARM_UP);
  const first = people + 1;
  const asked = await pace(ask, RATE, SECONDS);
  const answered = await Promise.all(asked);
  const kinds = KIND_NAMES.map((name, kind) => {
    const ofKind = answered.filter((_, index) => (first + index) % KIND_NAMES.length === kind);
    return [`p50 of ${name}`, toQuantile(ofKind, 0.5)];
  });
  const [begin, cpu] = [performance.now(), bot.cpu()];
  await flood(ask, SUSTAINED);
  const seconds = (performance.now() - begin) / 1000;
  const used = bot.cpu() - cpu;
  await sleep(LONG_REST);
  const loaded = bot.memory();
  await bot.end();
  return {
    'acknowledgement p50, ms': toQuantile(answered, 0.5),
    'acknowledgement p99, ms': toQuantile(answered, 0.99),
    ...Object.fromEntries(kinds),
    'interactions a second': SUSTAINED / seconds,
    'processor time, µs an interaction': (used / SUSTAINED) * 1e6,
    'start to first answer, ms': started,
    'idle memory, MiB': idle / 2 ** 20,
    'memory after load, MiB': loaded / 2 ** 20,
  };
}

const names = Object.keys(CANDIDATES) as Candidate[];
const rounds = new Map<Candidate, Figures[]>(names.map((name) => [name, []]));
const bundles = await bundleCandidates();
const discord = await startLoopbackDiscord();
for (let round = 1; round <= ROUNDS; round += 1) {
  for (const name of names) rounds.get(name)?.push(await measure(discord, bundles, name));
  process.stderr.write(`round ${round} of ${ROUNDS}\n`);
}
discord.close();
bundles.remove();

const keys = Object.keys(rounds.get('pullquote')?.[0] ?? {});
const medianOf = (name: Candidate, key: string): number =>
  toQuantile(
    (rounds.get(name) ?? []).map((figures) => figures[key] ?? Number.NaN),
    0.5,
  );
const write = (cells: readonly string[]): void => {
  const [first = '', ...rest] = cells;
  process.stdout.write(`${first.padEnd(35)}${rest.map((cell) => cell.padStart(22)).join('')}\n`);
};

write(['', ...names]);
for (const key of keys) {
  const base = medianOf('bare discord.js', key);
  write([
    key,
    ...names.map((name) => {
      const value = medianOf(name, key);
      return `${value.toPrecision(3)} (${(value / base).toFixed(2)})`;
    }),
  ]);
}
