import type { MessageStore } from './message-store.ts';
import { openingLines, places } from './scene.ts';
import { toPersonsMessage } from './plain-message.ts';
import { createSnowflakes } from './snowflake.ts';

const minute = 60_000;
const earlier = 40 * minute;

/** Writes the conversation that the visitor finds, as if it had been held a while ago. */
export function writeOpening(messages: MessageStore, now: () => number = Date.now): void {
  let time = now() - earlier;
  const nextId = createSnowflakes(() => time);
  for (const place of places)
    for (const { author, content } of openingLines[place.kind]) {
      time += 3 * minute;
      const actor = { person: author, place };
      messages.add(toPersonsMessage(actor, nextId(), content, new Date(time)));
    }
}
