import { toHostileCorpus } from './hostile-corpus.ts';
import type { HostileText } from './hostile-corpus.ts';
import type { Json, RealInteraction } from './real-interactions.ts';

/** Somewhere in an interaction where somebody can put a text, by Discord's means or by forgery. */
export interface Place {
  readonly name: string;
  readonly put: (text: string) => Json;
  /** Texts on either side of every limit that holds there, and far beyond. */
  readonly texts: readonly HostileText[];
}

// A search takes 200 characters, a comment 300, a check 2,000, a custom_id 100.
const TYPED = toHostileCorpus([60, 100, 200, 201, 300, 301, 2000, 2001, 6000]);
const PRESSED = toHostileCorpus([60, 100, 101, 6000]);
const SAID = toHostileCorpus([300, 6000]);
const CARRIED = toHostileCorpus([100, 301, 6000]);
const QUOTED = toHostileCorpus([100, 300, 2000, 6000]);

type Path = readonly string[];

/**
 * All such places in some interactions: each text in them, each option's value of any type, each
 * field of a custom_id and the text that custom_ids carry, and the quotations of a message.
 */
export function toPlaces(reals: readonly RealInteraction[]): Place[] {
  const places = reals.flatMap(({ name, interaction }) => [
    ...findTexts(interaction).map((path) => ({
      // Who asks, and where, is the same for all interactions of a type.
      name: `${path[0] === 'data' ? name : `type ${String(interaction['type'])}`}: ${path.join('.')}`,
      put: (text: string) => replaceAt(interaction, path, text),
      texts: textsFor(path),
    })),
    ...toFields(name, interaction),
    ...toCarried(name, interaction),
    ...toQuotations(name, interaction),
  ]);
  return [...new Map(places.map((place) => [place.name, place])).values()];
}

function textsFor(path: Path): readonly HostileText[] {
  if (path.at(-1) === 'value') return TYPED;
  return path.includes('custom_id') || path.includes('values') ? PRESSED : SAID;
}

function findTexts(json: unknown, path: Path = []): Path[] {
  if (typeof json === 'string' || path.at(-1) === 'value') return [path];
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([key, value]) => findTexts(value, [...path, key]));
}

/** A copy of an interaction with something else at a place in it. */
function replaceAt(interaction: Json, [key = '', ...rest]: Path, value: unknown): Json {
  return { ...interaction, [key]: replaceWithin(interaction[key], rest, value) };
}

function replaceWithin(json: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  return Array.isArray(json)
    ? json.with(Number(key), replaceWithin(json[Number(key)], rest, value))
    : replaceAt(json as Json, path, value);
}

function customIdOf({ data }: Json): string | undefined {
  return (data as { custom_id?: string }).custom_id;
}

function toFields(name: string, interaction: Json): Place[] {
  const fields = customIdOf(interaction)?.split('/') ?? [];
  return fields.map((_, index) => ({
    name: `${name}: field ${index} of the custom_id`,
    put: (text) =>
      replaceAt(interaction, ['data', 'custom_id'], fields.with(index, text).join('/')),
    texts: PRESSED,
  }));
}

// The text that a message's controls carry stands in tildes at the end of their custom_ids.
function toCarried(name: string, interaction: Json): Place[] {
  const customId = customIdOf(interaction);
  if (customId === undefined) return [];
  const components = (text: string) => [{ components: [{ custom_id: `${customId}~${text}~` }] }];
  return [
    {
      name: `${name}: carried`,
      put: (text) => replaceAt(interaction, ['message', 'components'], components(text)),
      texts: CARRIED,
    },
  ];
}

function toQuotations(name: string, interaction: Json): Place[] {
  const target = findTexts(interaction).find((path) => path.at(-1) === 'content');
  if (target === undefined) return [];
  return [
    {
      name: `${name}: in quotation marks`,
      put: (text) => replaceAt(interaction, target, `“${text}”`),
      texts: QUOTED,
    },
    {
      name: `${name}: a block quote`,
      put: (text) => replaceAt(interaction, target, `> ${text}`),
      texts: QUOTED,
    },
  ];
}
