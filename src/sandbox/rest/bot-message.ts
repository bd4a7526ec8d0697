import {
  AllowedMentionsTypes,
  ApplicationCommandType,
  EmbedType,
  InteractionType,
  MessageFlags,
  MessageReferenceType,
  MessageType,
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APIMessage,
  type APIMessageInteractionMetadata,
  type APIModalSubmitInteractionMetadata,
  type APIUser,
} from 'discord-api-types/v10';
import type { MessageBody } from '../checks/check-message.ts';
import type { Exchange, ExchangeStart } from '../exchanges.ts';
import { toBotUser, toUser, type Application } from '../identities.ts';
import type { StoredMessage } from '../message-store.ts';
import { toPlainMessage } from '../plain-message.ts';
import { people } from '../scene.ts';

const settableFlags =
  MessageFlags.Ephemeral | MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications;

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** Discord numbers the components of a message, rows included, from 1. */
function withIds(rows: readonly Row[]): Row[] {
  let last = 0;
  const next = (): number => {
    last += 1;
    return last;
  };
  return rows.map((row) =>
    Object.assign({}, row, {
      id: next(),
      components: row.components.map((component) => Object.assign({}, component, { id: next() })),
    }),
  );
}

function mentionedUsers({ content, allowed_mentions: allowed }: MessageBody): APIUser[] {
  const everybody =
    !allowed || (allowed.parse ?? []).some((kind) => kind === AllowedMentionsTypes.User);
  return people
    .filter(({ id }) => (content ?? '').includes(`<@${id}>`))
    .filter(({ id }) => everybody || (allowed.users ?? []).includes(id))
    .map(toUser);
}

/** The fields that a body sets, as Discord stores them; where the body is silent the old ones stay. */
export function toMessageFields(body: MessageBody): Partial<APIMessage> {
  const { content, embeds, components } = body;
  return {
    ...(content === undefined
      ? {}
      : { content: (content ?? '').trim(), mentions: mentionedUsers(body) }),
    ...(embeds === undefined
      ? {}
      : { embeds: (embeds ?? []).map((embed) => Object.assign({ type: EmbedType.Rich }, embed)) }),
    ...(components === undefined ? {} : { components: withIds(components ?? []) }),
  };
}

/** Flags that the application may set, out of those that it asked for. */
export function toFlags({ flags }: MessageBody): number {
  return (flags ?? 0) & settableFlags;
}

type Trigger = APIModalSubmitInteractionMetadata['triggering_interaction_metadata'];

function toTrigger(exchange: ExchangeStart): Trigger {
  const { id, actor, owners, sourceId, targetId } = exchange;
  const shared = { id, user: toUser(actor.person), authorizing_integration_owners: owners };
  return sourceId === undefined
    ? {
        ...shared,
        type: InteractionType.ApplicationCommand,
        ...(targetId === undefined ? {} : { target_message_id: targetId }),
      }
    : { ...shared, type: InteractionType.MessageComponent, interacted_message_id: sourceId };
}

/** Who caused a message and how, which Discord says with every message of an interaction. */
function toMetadata(exchange: ExchangeStart): APIMessageInteractionMetadata {
  if (exchange.type !== InteractionType.ModalSubmit) return toTrigger(exchange);
  return {
    id: exchange.id,
    user: toUser(exchange.actor.person),
    authorizing_integration_owners: exchange.owners,
    type: InteractionType.ModalSubmit,
    triggering_interaction_metadata: toTrigger(exchange.openedBy ?? exchange),
  };
}

/** The field that Discord calls deprecated and goes on sending. */
function toLegacyInteraction({ id, command, actor }: ExchangeStart): Partial<APIMessage> {
  return command
    ? {
        interaction: {
          id,
          type: InteractionType.ApplicationCommand,
          name: command.name,
          user: toUser(actor.person),
        },
      }
    : {};
}

function toReference(to: APIMessage | undefined, guildId: string | undefined): Partial<APIMessage> {
  if (!to) return {};
  const { referenced_message: _, ...referenced } = to;
  return {
    message_reference: {
      type: MessageReferenceType.Default,
      message_id: to.id,
      channel_id: to.channel_id,
      ...(guildId === undefined ? {} : { guild_id: guildId }),
    },
    referenced_message: referenced,
  };
}

export interface Draft {
  readonly id: string;
  readonly data: MessageBody;
  /** Flags beyond those that the body asks for. */
  readonly flags?: number;
  /** The message above which Discord draws this one as an answer. */
  readonly repliesTo?: APIMessage;
  readonly followUpTo?: string;
}

function typeOf({ command }: Exchange, { repliesTo, followUpTo }: Draft): MessageType {
  if (followUpTo !== undefined) return MessageType.Reply;
  if (command?.type === ApplicationCommandType.Message) return MessageType.ContextMenuCommand;
  if (command) return MessageType.ChatInputCommand;
  return repliesTo ? MessageType.Reply : MessageType.Default;
}

/** A message of the application as Discord stores it; only its asker sees it when it is ephemeral. */
export function toBotMessage(
  application: Application,
  exchange: Exchange,
  draft: Draft,
): StoredMessage {
  const { id, data, flags: extra = 0, repliesTo, followUpTo } = draft;
  const { person, place } = exchange.actor;
  const flags = toFlags(data) | extra;
  const metadata = {
    ...toMetadata(exchange),
    ...(followUpTo === undefined ? {} : { original_response_message_id: followUpTo }),
  };
  const message: APIMessage = {
    ...toPlainMessage({ id, channelId: place.id, author: toBotUser(application) }),
    type: typeOf(exchange, draft),
    flags,
    application_id: application.id,
    webhook_id: application.id,
    interaction_metadata: metadata,
    ...(followUpTo === undefined ? toLegacyInteraction(exchange) : {}),
    ...toReference(repliesTo, place.guildId),
    ...toMessageFields(data),
  };
  const isPrivate = (flags & MessageFlags.Ephemeral) !== 0 || place.kind === 'bot_dm';
  return { placeId: place.id, message, ...(isPrivate ? { viewerId: person.id } : {}) };
}
