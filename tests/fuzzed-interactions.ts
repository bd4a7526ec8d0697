import fc from 'fast-check';
import { toHostileCorpus } from './hostile-corpus.ts';
import type { Json, RealInteraction } from './real-interactions.ts';

/** What may stand anywhere instead of what should, cheap to make and to print. */
const junk = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 1e300, '', '0', [], {}, [[]], [null], [{}]),
  fc.constantFrom<unknown>({ length: 1e9 }, { id: '1' }, { ['__proto__']: { id: '1' } }, nest(500)),
  fc.constantFrom(...toHostileCorpus([100, 301, 6000]).map(([, text]) => text)),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.integer(),
);

function nest(depth: number): unknown {
  let nested: unknown = 'deep';
  for (let level = 0; level < depth; level += 1) nested = [nested];
  return nested;
}

const NAMES = ['__proto__', 'constructor', 'toString', 'length', 'id', 'type', 'name', 'value'];

/** Turns that lead into some JSON, and what is done to what is found there. */
const change = fc.record({
  turns: fc.array(fc.nat(11), { minLength: 1, maxLength: 9 }),
  how: fc.constantFrom('replace', 'remove', 'add', 'enclose', 'repeat'),
  name: fc.constantFrom(...NAMES),
  value: junk,
});
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

/** Real interactions with something missing, too much, of the wrong type or nested, and any JSON. */
export function fuzzedInteractions(reals: readonly RealInteraction[]): fc.Arbitrary<unknown> {
  const changed = fc
    .tuple(
      fc.constantFrom(...reals.map(({ interaction }) => interaction)),
      fc.array(change, { minLength: 1, maxLength: 2 }),
    )
    .map(([real, changes]) => changes.reduce<unknown>(applyChange, real));
  return fc.oneof(
    { weight: 20, arbitrary: changed },
    { weight: 1, arbitrary: junk },
    { weight: 1, arbitrary: fc.anything({ withNullPrototype: true, withBigInt: true }) },
  );
}

function applyChange(json: unknown, { turns: [turn = 0, ...turns], ...rest }: Change): unknown {
  const keys = typeof json === 'object' && json !== null ? Object.keys(json) : [];
  const key = keys[turn % keys.length];
  if (key === undefined) return rest.value;
  const child = (json as Json)[key];
  const isParent = turns.length === 0 || typeof child !== 'object' || child === null;
  const entries = isParent
    ? alter(key, child, rest)
    : [[key, applyChange(child, { turns, ...rest })] as const];
  return rebuild(json, key, entries);
}

type Entries = readonly (readonly [key: string, value: unknown])[];

function alter(key: string, child: unknown, { how, name, value }: Omit<Change, 'turns'>): Entries {
  switch (how) {
    case 'replace':
      return [[key, value]];
    case 'remove':
      return [];
    case 'add':
      return [
        [key, child],
        [name, value],
      ];
    case 'enclose':
      return [[key, [child]]];
    case 'repeat':
      return [[key, Array.from({ length: 60 }, () => child)]];
  }
}

/** A copy of a list or object with other entries in the place of one. */
function rebuild(json: unknown, key: string, others: Entries): unknown {
  const entries = Object.entries(json as Json).flatMap((entry): Entries =>
    entry[0] === key ? others : [entry],
  );
  return Array.isArray(json) ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}

const ODD = ['', '..', '~', '~~', '/', '__proto__', 'constructor', '-1', '1e9', '0', '99999', '¶'];
const PLACES = ['¶4', '¶4:2', '¶7-8', '¶4:2-3', '4', '¶99', '¶0', '¶2-1', '¶4:99'];
const ACTIONS = ['next', 'on', 'all', 'read', 'answer', 'post', 'copy', 'delete', 'show', 'style'];

const odd = fc.oneof(fc.constantFrom(...ODD), fc.string({ unit: 'binary', maxLength: 8 }));
const place = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...PLACES) }, odd);
const edit = fc.record({ at: fc.nat(60), removed: fc.nat(6), inserted: odd });

/** Fields as some command's buttons may have them, now and then something else. */
function likely(...texts: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...texts) }, odd);
}

const made = fc
  .tuple(
    likely('1'),
    likely('quote', 'search', 'cite', 'summary', 'recommendations'),
    likely('cai-2022', 'moon'),
    likely(...ACTIONS),
    place,
    likely('0', '1', '40', '300', '2000'),
    likely('posted', '300000000000000001'),
    odd,
  )
  .chain((fields) => fc.nat(fields.length).map((length) => fields.slice(0, length).join('/')));

/** Real custom_ids with pieces cut out and put in, others of the same form, and any strings. */
export function fuzzedCustomIds(reals: readonly RealInteraction[]): fc.Arbitrary<string> {
  const ids = reals.flatMap(
    ({ interaction: { data } }) => (data as { custom_id?: string }).custom_id ?? [],
  );
  const edited = fc
    .tuple(fc.constantFrom(...ids), fc.array(edit, { minLength: 1, maxLength: 2 }))
    .map(([id, edits]) => edits.reduce(applyEdit, id));
  return fc.oneof(
    { weight: 4, arbitrary: edited },
    { weight: 4, arbitrary: made },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 120 }) },
  );
}

type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never;

function applyEdit(text: string, { at, removed, inserted }: Edit): string {
  return text.slice(0, at) + inserted + text.slice(at + removed);
}

/** What may be chosen in a menu. */
export const fuzzedValues: fc.Arbitrary<readonly string[]> = fc.array(place, { maxLength: 2 });
