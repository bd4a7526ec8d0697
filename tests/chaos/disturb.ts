import { setTimeout as sleep } from 'node:timers/promises';
import type { Sandbox } from '../../src/sandbox/server.ts';
import type { DiscordProxy } from '../discord-proxy.ts';
import type { Disturbance } from './plan.ts';
import { pick } from '../random.ts';

/** In milliseconds: longer than two heartbeats, so that silence is noticed. */
const SILENCE = 800;
const DOWN = 1500;

const MALFORMED = [
  'no JSON',
  'null',
  '[]',
  '{"op":99}',
  '{"op":"0"}',
  '{"op":9}',
  '{"op":9,"d":null}',
  '{"op":10,"d":null}',
  '{"op":10,"d":{"heartbeat_interval":0}}',
  '{"op":0,"t":"READY","s":1e300,"d":null}',
  '{"op":0,"t":"error","s":-1,"d":{}}',
  '{"op":0,"t":"INTERACTION_CREATE","s":9007199254740991,"d":{"id":{},"token":[]}}',
  '{"op":0,"t":"INTERACTION_CREATE","d":null}',
  Buffer.from([0, 1, 2]),
];

/** Does to the connection what is named; resolves when that is over. */
export function createDisturber(
  { faults }: Sandbox,
  proxy: DiscordProxy,
  random: () => number,
): (disturbance: Disturbance) => Promise<void> {
  const ways: Readonly<Record<Disturbance, () => void | Promise<void>>> = {
    'the connection drops': () => faults.dropConnections(),
    'Discord asks to reconnect': () => faults.askToReconnect(),
    'Discord wants the session resumed': () => faults.invalidateSessions(true),
    'Discord ends the session': () => faults.invalidateSessions(false),
    async 'heartbeats are not answered'() {
      proxy.rewrite((payload) => (payload.op === 11 ? undefined : payload));
      await sleep(SILENCE);
      proxy.rewrite((payload) => payload);
    },
    'the peer is frozen': () => proxy.freeze(),
    'malformed frames'() {
      for (let count = 0; count < 10; count += 1) proxy.inject(pick(MALFORMED, random));
    },
    async 'all of Discord is down'() {
      proxy.goDown();
      await sleep(DOWN);
      await proxy.comeBack();
    },
  };
  return async (disturbance) => ways[disturbance]();
}
