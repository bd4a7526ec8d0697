/*
 * What the bot remembers of people: nothing. Two hundred thousand of them use it, and the heap is
 * looked at before and after, each time after all garbage is collected.
 *
 *     npm run bench:memory [people]
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { commands } from '../../commands/index.ts';
import { createAnswer } from '../../src/answer.ts';
import { createGateway } from '../../src/edge/gateway.ts';
import { library } from '../library.ts';
import { toInteraction } from './interactions.ts';
import { startLoopbackDiscord } from './loopback-discord.ts';
import { flood } from './pace.ts';

const PEOPLE = Number(process.argv[2] ?? 200_000);
/** Before the first look, so that all code has run and all tables have grown. */
const WARM_UP = 10_000;
/** In bytes. */
const MOST = 5 * 2 ** 20;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const silent = { debug() {}, info() {}, warn() {}, error() {} };
const answer = createAnswer({ commands, library, about: { version: '0.0.0' }, report: String });
const discord = await startLoopbackDiscord();
const gateway = createGateway({
  token: 'token',
  apiBase: discord.apiBase,
  answer,
  log: silent,
  onStop({ message }) {
    throw new Error(message);
  },
});
await gateway.connect();

let people = 0;
const use = (count: number): Promise<void> =>
  flood(() => discord.ask(toInteraction((people += 1))), count);

async function weigh(): Promise<number> {
  await sleep(1000);
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

await use(WARM_UP);
const before = await weigh();
await use(PEOPLE);
const growth = (await weigh()) - before;
await gateway.close();
discord.close();
process.stdout.write(
  `${PEOPLE} people: the heap of ${(before / 2 ** 20).toFixed(1)} MiB grew by ${(growth / 2 ** 20).toFixed(2)} MiB, ${(growth / PEOPLE).toFixed(1)} bytes each\n`,
);
process.exit(growth <= MOST ? 0 : 1);
