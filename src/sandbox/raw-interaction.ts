import { InteractionType } from 'discord-api-types/v10';
import { isObject, type JsonObject } from './checks/form-check.ts';
import type { ExchangeStart, InteractionKind } from './exchanges.ts';
import { createToken, toOwners } from './interaction-payload.ts';
import { people, places } from './scene.ts';

const kinds: readonly InteractionKind[] = [
  InteractionType.ApplicationCommand,
  InteractionType.MessageComponent,
  InteractionType.ApplicationCommandAutocomplete,
  InteractionType.ModalSubmit,
];

/** The value of a nested key, as far as there is one. */
function dig(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((node, key) => (isObject(node) ? node[key] : undefined), value);
}

function textOr(value: unknown, fallback: () => string): string {
  return typeof value === 'string' ? value : fallback();
}

/**
 * What the sandbox has to know of an interaction that a test made up: who and where is read from the
 * payload as far as it says, and an absent `id` or `token` is filled in.
 */
export function toRawStart(payload: JsonObject, nextId: () => string): ExchangeStart {
  const id = textOr(payload['id'], nextId);
  const token = textOr(payload['token'], () => createToken(id));
  const personId = dig(payload, 'member', 'user', 'id') ?? dig(payload, 'user', 'id');
  const person = people.find((one) => one.id === personId) ?? people[0];
  const place = places.find((one) => one.id === payload['channel_id']) ?? places[0];
  const actor = { person, place, locale: textOr(payload['locale'], () => 'en-US') };
  const sourceId = dig(payload, 'message', 'id');
  return {
    id,
    token,
    type: kinds.find((kind) => kind === payload['type']) ?? InteractionType.ApplicationCommand,
    actor,
    title: 'raw interaction',
    owners: toOwners(actor, [0, 1]),
    payload: { id, token, ...payload },
    ...(typeof sourceId === 'string' ? { sourceId } : {}),
  };
}
