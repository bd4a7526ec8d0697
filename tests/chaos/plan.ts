import { toInteraction } from '../bench/interactions.ts';
import { toHostileCorpus } from '../hostile-corpus.ts';
import type { CallbackFault } from './callback-faults.ts';
import { CALLBACK_FAULTS } from './callback-faults.ts';
import { pick } from '../random.ts';

/** What can go wrong with the connection. */
export const DISTURBANCES = [
  'the connection drops',
  'Discord asks to reconnect',
  'Discord wants the session resumed',
  'Discord ends the session',
  'heartbeats are not answered',
  'the peer is frozen',
  'malformed frames',
  'all of Discord is down',
] as const;

export type Disturbance = (typeof DISTURBANCES)[number];

/** An interaction that will be sent, and what its answer will meet. */
export interface Planned {
  readonly id: string;
  readonly payload: { readonly [key: string]: unknown };
  readonly attempts: readonly [CallbackFault | undefined, CallbackFault | undefined];
  /** Whether Discord delivers it two times. */
  readonly isTwice: boolean;
}

/** Interactions one after the other, and what happens to the connection in the midst of them. */
export interface Wave {
  readonly planned: readonly Planned[];
  readonly disturbance: Disturbance | undefined;
  /** Before which of the interactions. */
  readonly at: number;
}

const WAVE = 100;
const FIRST_ID = 1_200_000_000_000_000_000n;

/** Out of a hundred. */
const FAULTY = 20;
const FAULTY_AGAIN = 50;
const TWICE = 5;
const DISTURBED = 60;

/** People's words that programs stumble over. */
const HOSTILE = toHostileCorpus([200, 6000]).map(([, text]) => text);
const COMMANDS = [
  'quote',
  'search',
  'summary',
  'recommendations',
  'cite',
  'check',
  'about',
  'none',
];
const OPTIONS = ['passage', 'query', 'quote', 'comment', 'style', 'number', 'article'];

export function createPlan(count: number, random: () => number): Wave[] {
  const planned = Array.from({ length: count }, (_, index) => planInteraction(index, random));
  const waves = Array.from({ length: Math.ceil(count / WAVE) }, (_, index) =>
    planned.slice(index * WAVE, (index + 1) * WAVE),
  );
  return waves.map((wave) => ({
    planned: wave,
    disturbance: isDue(DISTURBED, random) ? pick(DISTURBANCES, random) : undefined,
    at: Math.floor(random() * wave.length),
  }));
}

function isDue(percent: number, random: () => number): boolean {
  return random() * 100 < percent;
}

function planInteraction(index: number, random: () => number): Planned {
  const id = String(FIRST_ID + BigInt(index));
  const faults = Object.keys(CALLBACK_FAULTS) as CallbackFault[];
  const first = isDue(FAULTY, random) ? pick(faults, random) : undefined;
  const second = isDue(FAULTY_AGAIN, random) ? pick(faults, random) : undefined;
  const made = isDue(50, random) ? { type: 2 } : makeUp(random);
  return {
    id,
    payload: {
      ...toInteraction(index),
      ...made,
      id,
      token: `token-of-${id}`,
      application_id: '1149236894129520640',
    },
    attempts: [first, second],
    isTwice: isDue(TWICE, random),
  };
}

/** A command, what is typed into one, or a button; with words that nobody should have to fear. */
function makeUp(random: () => number): object {
  const value = pick(HOSTILE, random);
  const option = { type: 3, name: pick(OPTIONS, random), value };
  const name = pick(COMMANDS, random);
  const type = pick([2, 2, 3, 4], random);
  if (type === 3) return { type, data: { component_type: 2, custom_id: `1/${name}/${value}` } };
  const focused = type === 4 ? { focused: true } : {};
  return { type, data: { id: '1', type: 1, name, options: [{ ...option, ...focused }] } };
}
