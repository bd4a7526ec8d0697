import { MessageType, type APIMessage, type APIUser } from 'discord-api-types/v10';
import type { Actor } from './exchanges.ts';
import { noFlags, toUser } from './identities.ts';
import type { StoredMessage } from './message-store.ts';

interface PlainMessage {
  readonly id: string;
  readonly channelId: string;
  readonly author: APIUser;
  readonly content?: string;
  readonly timestamp?: Date;
}

/** A message with every field that Discord always sends, and nothing in it but text. */
export function toPlainMessage({
  id,
  channelId,
  author,
  content = '',
  timestamp = new Date(),
}: PlainMessage): APIMessage {
  return {
    id,
    type: MessageType.Default,
    channel_id: channelId,
    author,
    content,
    timestamp: timestamp.toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    flags: noFlags,
  };
}

/** What a person wrote; in the app's direct messages nobody else reads it. */
export function toPersonsMessage(
  { person, place }: Pick<Actor, 'person' | 'place'>,
  id: string,
  content: string,
  timestamp?: Date,
): StoredMessage {
  const author = toUser(person);
  const at = timestamp ? { timestamp } : {};
  const message = toPlainMessage({ id, channelId: place.id, author, content, ...at });
  const isPrivate = place.kind === 'bot_dm';
  return { placeId: place.id, message, ...(isPrivate ? { viewerId: person.id } : {}) };
}
