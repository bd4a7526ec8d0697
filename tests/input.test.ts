import { MessageFlags } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands } from '../commands/index.ts';
import { toDeclarations } from '../src/declarations.ts';
import { createLibrary } from '../src/search/library.ts';
import { findAnswerFaults } from './answer-faults.ts';
import { createAsker } from './ask.ts';
import { fuzzedCustomIds, fuzzedInteractions, fuzzedValues } from './fuzzed-interactions.ts';
import { toPlaces } from './hostile-places.ts';
import { articles } from './library.ts';
import { makeArticle } from './make-article.ts';
import type { Json } from './real-interactions.ts';
import { toRealInteractions } from './real-interactions.ts';
import { shownQuotes } from './shown-words.ts';

const other = makeArticle([['The moon is a rock.']], { id: 'moon', title: 'On the moon' });
const shelf = [...articles, other];
const asker = createAsker(shelf);
const reals = toRealInteractions(asker, toDeclarations(commands, createLibrary(shelf)));

/** What only who asks is to see. */
const PRIVATE = new Set(['search', 'cite', 'check', 'about', 'Find a passage', 'Check quotes']);

/** What is wrong with the answer to an interaction; empty if nothing. */
function faultsOf(interaction: unknown): string[] {
  const known = asker.faults.length;
  const response = asker.answer(interaction);
  const message = 'data' in response && 'embeds' in response.data ? response.data : undefined;
  const quotes = message === undefined ? [] : shownQuotes(message);
  const made = quotes.filter((quote) => !shelf.some(({ source }) => source.includes(quote)));
  const { type, data } = Object(interaction) as { type?: unknown; data?: { name?: string } };
  const isPrivate = type === 2 && PRIVATE.has(data?.name ?? '');
  return [
    ...findAnswerFaults(interaction, response),
    ...asker.faults.slice(known).map((fault) => `it reported: ${String(fault)}`),
    ...(isPrivate && message?.flags !== MessageFlags.Ephemeral ? ['everybody sees it'] : []),
    ...made.map((quote) => `it quotes what no author wrote: ${quote}`),
  ];
}

describe('what Discord sends', () => {
  it('is there of every kind', () => {
    const names = reals.map(({ name }) => name);
    for (const { declaration } of commands) {
      expect(names.some((name) => name.includes(declaration.name))).toBe(true);
    }
    expect(names.filter((name) => name.startsWith('typing')).length).toBeGreaterThan(8);
    expect(names.filter((name) => name.startsWith('button')).length).toBeGreaterThan(10);
    expect(names.filter((name) => name.startsWith('menu')).length).toBeGreaterThan(2);
  });

  it.each(reals.map(({ name, interaction }) => [name, interaction] as const))(
    'is answered: %s',
    (_, interaction) => {
      expect(faultsOf(interaction)).toEqual([]);
    },
  );
});

describe('texts that programs stumble over are answered', () => {
  it.each(toPlaces(reals).map((place) => [place.name, place] as const))(
    'in %s',
    (_, { put, texts }) => {
      const faults = texts.flatMap(([name, text]) =>
        faultsOf(put(text)).map((fault) => `${name}: ${fault}`),
      );
      expect(faults).toEqual([]);
    },
  );
});

describe('the bot is never silent and never throws', () => {
  it('whatever an interaction is', () => {
    fc.assert(
      fc.property(fuzzedInteractions(reals), (interaction) => {
        expect(faultsOf(interaction)).toEqual([]);
      }),
      { numRuns: 10_000 },
    );
  });

  it('whatever a button or menu stands for: forged, old and foreign ones', () => {
    const presses = reals.filter(({ interaction: { type } }) => type === 3);
    const pressed = fc.constantFrom(...presses.map(({ interaction }) => interaction));
    fc.assert(
      fc.property(pressed, fuzzedCustomIds(reals), fuzzedValues, (press, custom_id, values) => {
        expect(faultsOf({ ...press, data: { custom_id, values } })).toEqual([]);
      }),
      { numRuns: 10_000 },
    );
  });
});

const SOMEBODY = { id: '100000000000000001' };

const CIRCUMSTANCES: readonly (readonly [string, (interaction: Json) => Json])[] = [
  ...['', 'en_US', 'tlh', 'en-US'.repeat(1000), undefined, null, 5, {}, []].flatMap((locale) => {
    const said = JSON.stringify(locale)?.slice(0, 20) ?? 'missing';
    return [
      [`with the locale ${said}`, (real: Json) => ({ ...real, locale })],
      [`with the server's locale ${said}`, (real: Json) => ({ ...real, guild_locale: locale })],
    ] as const;
  }),
  ['in a server that it knows no more of than the id', (real) => without(real, 'guild')],
  ['in another server', (real) => ({ ...real, guild_id: '9', guild: { id: '9' } })],
  ['in a direct message', inDirectMessage],
  [
    'installed for a server and a user',
    (real) => ({ ...real, authorizing_integration_owners: { 0: '9', 1: SOMEBODY.id }, context: 0 }),
  ],
  [
    'installed for the user alone, in a server',
    (real) => ({ ...real, authorizing_integration_owners: { 1: SOMEBODY.id }, context: 0 }),
  ],
  [
    'installed for the user alone, in a chat with others',
    (real) => ({
      ...inDirectMessage(real),
      authorizing_integration_owners: { 1: SOMEBODY.id },
      context: 2,
    }),
  ],
  ['without a channel', (real) => without(real, 'channel_id', 'channel')],
  ['without the id of the application', (real) => without(real, 'application_id')],
  ['with fields that are not known yet', (real) => ({ ...real, future: [{ nested: null }] })],
];

function without(json: Json, ...keys: readonly string[]): Json {
  return Object.fromEntries(Object.entries(json).filter(([key]) => !keys.includes(key)));
}

function inDirectMessage(real: Json): Json {
  const alone = without(real, 'member', 'guild_id', 'guild', 'guild_locale');
  return { ...alone, user: SOMEBODY, context: 1, authorizing_integration_owners: { 0: '0' } };
}

/** An answer as it reads without the addresses that it has of the channel and of the application. */
function toAlike(interaction: Json): string {
  return JSON.stringify(asker.answer(interaction))
    .replaceAll(/discord\.com\/channels\/(?:@me|\d+)\/\d+/gu, 'CHANNEL')
    .replaceAll(/client_id=\d+/gu, 'APPLICATION');
}

describe('where it is asked makes no difference', () => {
  it.each(CIRCUMSTANCES)('%s', (_, place) => {
    const found = reals.filter(
      ({ interaction }) => toAlike(place(interaction)) !== toAlike(interaction),
    );
    expect(found.map(({ name }) => name)).toEqual([]);
    expect(reals.flatMap(({ interaction }) => faultsOf(place(interaction)))).toEqual([]);
  });
});
