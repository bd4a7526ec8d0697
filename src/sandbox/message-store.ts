import type { APIMessage } from 'discord-api-types/v10';

/** A message, where it is, and who alone may see it: nobody named means everybody in the place. */
export interface StoredMessage {
  readonly placeId: string;
  readonly viewerId?: string;
  readonly message: APIMessage;
}

export interface MessageChange {
  readonly type: 'messageCreate' | 'messageUpdate' | 'messageDelete';
  readonly stored: StoredMessage;
}

export interface MessageStore {
  add(stored: StoredMessage): APIMessage;
  find(id: string): StoredMessage | undefined;
  /** Replaces fields of a message; undefined when it is gone. */
  update(id: string, fields: Partial<APIMessage>): APIMessage | undefined;
  remove(id: string): boolean;
  /** What a person may see in a place, oldest first. */
  history(placeId: string, personId: string): readonly APIMessage[];
}

export function maySee(stored: StoredMessage, personId: string): boolean {
  return stored.viewerId === undefined || stored.viewerId === personId;
}

/**
 * Keeps the messages of all places in memory.
 * @param onChange hears of every change, after it
 * @param limit messages kept in a place; the oldest go first
 */
export function createMessageStore(
  onChange: (change: MessageChange) => void,
  limit = 500,
): MessageStore {
  const messages = new Map<string, StoredMessage>();
  const inPlace = (placeId: string): StoredMessage[] =>
    [...messages.values()].filter((stored) => stored.placeId === placeId);

  const remove = (id: string): boolean => {
    const stored = messages.get(id);
    if (!stored) return false;
    messages.delete(id);
    onChange({ type: 'messageDelete', stored });
    return true;
  };

  return {
    find: (id) => messages.get(id),
    remove,
    add(stored) {
      messages.set(stored.message.id, stored);
      onChange({ type: 'messageCreate', stored });
      const all = inPlace(stored.placeId);
      for (const old of all.slice(0, Math.max(0, all.length - limit))) remove(old.message.id);
      return stored.message;
    },
    update(id, fields) {
      const old = messages.get(id);
      if (!old) return undefined;
      const stored = { ...old, message: { ...old.message, ...fields } };
      messages.set(id, stored);
      onChange({ type: 'messageUpdate', stored });
      return stored.message;
    },
    history: (placeId, personId) =>
      inPlace(placeId)
        .filter((stored) => maySee(stored, personId))
        .map(({ message }) => message),
  };
}
