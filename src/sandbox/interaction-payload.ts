import { randomBytes } from 'node:crypto';
import { ChannelType, type APIMessage } from 'discord-api-types/v10';
import { contextOf } from './command-store.ts';
import type { Actor, InteractionKind } from './exchanges.ts';
import type { JsonObject } from './checks/form-check.ts';
import { memberPermissions, toMember, toUser } from './identities.ts';
import type { Place } from './protocol.ts';
import { guild } from './scene.ts';

/** What Discord lets a bot upload without boosts: 10 MiB. */
const attachmentSizeLimit = 10 * 1024 * 1024;

/** An interaction token: opaque, and as long as Discord's. */
export function createToken(id: string): string {
  const secret = randomBytes(96).toString('base64url');
  return Buffer.from(`interaction:${id}:${secret}`).toString('base64url');
}

/**
 * Whose installation lets the interaction happen: 0 → the server (`"0"` in the app's own direct
 * messages), 1 → the person. The app is installed both ways; the command says which of them it supports.
 */
export function toOwners(actor: Actor, supported: readonly number[]): Record<string, string> {
  const { person, place } = actor;
  const owners: [number, string][] = [
    ...(place.kind === 'private_channel'
      ? []
      : [[0, place.guildId ?? '0'] satisfies [number, string]]),
    [1, person.id],
  ];
  return Object.fromEntries(owners.filter(([type]) => supported.includes(type)));
}

function toChannel(place: Place): JsonObject {
  const shared = { id: place.id, flags: 0, last_message_id: null };
  if (place.guildId === undefined) return { ...shared, type: ChannelType.DM };
  return {
    ...shared,
    type: ChannelType.GuildText,
    guild_id: place.guildId,
    name: place.name,
    topic: place.description,
    parent_id: null,
    position: 0,
    rate_limit_per_user: 0,
    nsfw: false,
    permissions: memberPermissions,
  };
}

export interface InteractionParts {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionKind;
  readonly applicationId: string;
  readonly actor: Actor;
  readonly owners: Readonly<Record<string, string>>;
  readonly data: JsonObject;
  /** The message whose component was used. */
  readonly message?: APIMessage;
}

/** An interaction with everything that Discord sends in INTERACTION_CREATE. */
export function toInteraction(parts: InteractionParts): JsonObject {
  const { actor, applicationId, owners, message, ...rest } = parts;
  const { person, place, locale } = actor;
  const where =
    place.guildId === undefined
      ? { user: toUser(person) }
      : {
          guild_id: place.guildId,
          guild: { id: guild.id, locale: guild.locale, features: [] },
          guild_locale: guild.locale,
          member: toMember(person),
        };
  return {
    ...rest,
    version: 1,
    application_id: applicationId,
    ...where,
    channel_id: place.id,
    channel: toChannel(place),
    locale,
    app_permissions: memberPermissions,
    entitlements: [],
    entitlement_sku_ids: [],
    authorizing_integration_owners: owners,
    context: contextOf[place.kind],
    attachment_size_limit: attachmentSizeLimit,
    ...(message ? { message } : {}),
  };
}
