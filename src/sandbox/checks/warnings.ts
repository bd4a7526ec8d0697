import type { MessageBody } from './check-message.ts';

const knownFields = new Set([
  'content',
  'tts',
  'embeds',
  'components',
  'allowed_mentions',
  'flags',
  'attachments',
  'poll',
  'sticker_ids',
  'username',
  'avatar_url',
  'thread_name',
  // discord.js sends these two with every message.
  'nonce',
  'enforce_nonce',
]);
const mention = /<@[!&]?\d+>|@everyone|@here/;

function mentionWarnings({ content, allowed_mentions: allowed }: MessageBody): readonly string[] {
  if (!allowed)
    return mention.test(content ?? '')
      ? ['The content mentions somebody and allowed_mentions is absent: Discord notifies them.']
      : ['allowed_mentions is absent: whatever the content mentions would be notified.'];
  const parsed = allowed.parse ?? [];
  return parsed.length === 0
    ? []
    : [`allowed_mentions lets the content notify ${parsed.join(', ')}.`];
}

/** What Discord takes from a message in silence although it is hardly meant. */
export function messageWarnings(body: MessageBody): readonly string[] {
  const unknown = Object.keys(body).filter((key) => !knownFields.has(key));
  return [
    ...unknown.map((key) => `Discord ignores the unknown field "${key}".`),
    ...mentionWarnings(body),
  ];
}
