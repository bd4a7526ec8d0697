/*
 * Ten thousand interactions while everything goes wrong that can: each is answered exactly once, or
 * accounted for by name. The seed decides what happens; the same seed repeats the run.
 *
 *     npm run chaos [seed [interactions]]
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Outcome } from '../../src/edge/acknowledge.ts';
import { startSandbox } from '../../src/sandbox/server.ts';
import { startProxy } from '../discord-proxy.ts';
import { connectBot } from '../end-to-end/start-bot.ts';
import { CALLBACK_FAULTS } from './callback-faults.ts';
import { createDisturber } from './disturb.ts';
import type { Disturbance, Planned } from './plan.ts';
import { createPlan } from './plan.ts';
import { createRandom } from '../random.ts';
import { judge } from './verdict.ts';

const [, , seedText = String(Date.now() % 2 ** 32), countText = '10000'] = process.argv;
const seed = Number(seedText);
process.stdout.write(`seed ${seed}, ${countText} interactions\n`);

/** Milliseconds from one interaction to the next. */
const PACE = 5;

const surprises: unknown[] = [];
process.on('unhandledRejection', (error) => surprises.push(error));
process.on('uncaughtException', (error) => surprises.push(error));

const random = createRandom(seed);
const waves = createPlan(Number(countText), random);
const byId = new Map(waves.flatMap(({ planned }) => planned).map((one) => [one.id, one]));
const outcomes = new Map<string, Outcome[]>();
const posts = new Map<string, number>();
const shown = new Set<string>();
const disturbed = new Map<string, Disturbance>();

const sandbox = await startSandbox({ port: 0, heartbeatInterval: 300 });
const proxy = await startProxy(sandbox);
proxy.onRequest((route) => {
  const id = /^POST .*\/interactions\/(\d+)\//u.exec(route)?.[1] ?? '';
  const attempt = posts.get(id) ?? 0;
  posts.set(id, attempt + 1);
  const fault = byId.get(id)?.attempts[attempt];
  return fault && CALLBACK_FAULTS[fault];
});
const bot = await connectBot(sandbox, {
  apiBase: proxy.apiBase,
  random,
  // Ten minutes pass in six seconds: more sessions end here than in a bad month.
  identify: { spacing: 0, now: () => performance.now() * 100 },
  metrics: {
    countInteraction(interaction, outcome) {
      const { id } = interaction as Planned;
      outcomes.set(id, [...(outcomes.get(id) ?? []), outcome]);
    },
    countReconnect() {},
  },
});
const disturb = createDisturber(sandbox, proxy, random);
const isReady = async (): Promise<void> => {
  while (!bot.gateway.readiness().ready) await sleep(20);
};

const asked = new Set<Promise<void>>();
async function ask({ id, payload, isTwice }: Planned): Promise<void> {
  if (isTwice) sandbox.faults.deliverTwice();
  const { kind } = await sandbox.dispatch(payload);
  if (kind !== 'failed') shown.add(id);
}
const settle = (): Promise<unknown> => Promise.all(asked);

const start = performance.now();
for (const { planned, disturbance, at } of waves) {
  // What is under way would share the disturbance.
  if (disturbance !== undefined) await settle();
  let over: Promise<void> | undefined;
  for (const [index, one] of planned.entries()) {
    if (disturbance !== undefined && index === at) over = disturb(disturbance);
    if (disturbance !== undefined) disturbed.set(one.id, disturbance);
    const work = ask(one).finally(() => asked.delete(work));
    asked.add(work);
    await sleep(PACE);
  }
  await over;
  await isReady();
  if (disturbance !== undefined) await settle();
}
await settle();
// The bot may still be at an attempt that no longer matters to the person.
await sleep(3000);

const names = new Map<string, number>();
let wrong = 0;
for (const planned of byId.values()) {
  const { id } = planned;
  const verdict = judge(planned, {
    outcomes: outcomes.get(id) ?? [],
    isShown: shown.has(id),
    posts: posts.get(id) ?? 0,
    disturbance: disturbed.get(id),
  });
  names.set(verdict.name, (names.get(verdict.name) ?? 0) + 1);
  if (!verdict.isRight) wrong += 1;
}
await bot.gateway.close();
proxy.goDown();
await sandbox.close();

const lines = [...names].sort(([, a], [, b]) => b - a);
for (const [name, count] of lines) process.stdout.write(`${String(count).padStart(7)}  ${name}\n`);
const identified = proxy.heard.filter(({ op }) => op === 2).length;
const resumed = proxy.heard.filter(({ op }) => op === 6).length;
process.stdout.write(
  `\n${byId.size} interactions in ${((performance.now() - start) / 1000).toFixed(0)} s; ${waves.filter(({ disturbance }) => disturbance).length} disturbances, ${resumed} resumed and ${identified} new sessions\n` +
    `${wrong} not accounted for, ${bot.faults.length} faults in commands, ${bot.stops.length} stops, ${surprises.length} surprises\n`,
);
for (const surprise of [...surprises, ...bot.faults, ...bot.stops]) console.error(surprise);
process.exit(wrong + surprises.length + bot.faults.length + bot.stops.length === 0 ? 0 : 1);
