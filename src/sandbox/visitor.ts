import type { APIMessage } from 'discord-api-types/v10';
import type { CommandStore } from './command-store.ts';
import type { MessageStore } from './message-store.ts';
import type { Outcome } from './outcome.ts';
import type { OptionValue, Place } from './protocol.ts';
import { people, places } from './scene.ts';
import type { Stage } from './stage.ts';

/** Somebody who uses the bot from a program: what the page's visitor does by hand. */
export interface Visitor {
  /** Sends a slash command. */
  command(name: string, options?: Options): Promise<Outcome>;
  /** Types into an option: `options` is what is filled in so far. */
  autocomplete(name: string, options: Options, focused: string): Promise<Outcome>;
  /** Uses a message command on a message. */
  use(name: string, messageId: string): Promise<Outcome>;
  press(messageId: string, customId: string): Promise<Outcome>;
  choose(messageId: string, customId: string, values: readonly string[]): Promise<Outcome>;
  /** Sends the modal that is open. */
  submit(customId: string, fields: Readonly<Record<string, string>>): Promise<Outcome>;
  /** @throws when the text is empty or too long */
  say(content: string): APIMessage;
  dismiss(messageId: string): void;
  /** What this person sees in this place, oldest first. */
  messages(): readonly APIMessage[];
}

type Options = Readonly<Record<string, string | number | boolean>>;

export interface Visit {
  /** A username; the first person where none is named. */
  readonly person?: string;
  readonly place?: Place['kind'];
  /** A Discord locale. */
  readonly locale?: string;
}

export interface VisitContext {
  readonly stage: Stage;
  readonly commands: CommandStore;
  readonly messages: MessageStore;
}

function toValues(options: Options): OptionValue[] {
  return Object.entries(options).map(([name, value]) => ({ name, value }));
}

/**
 * Comes in as one of the sandbox's people.
 * @throws when there is no such person or place
 */
export function createVisitor(
  { stage, commands, messages }: VisitContext,
  { person = people[0].username, place = 'guild', locale = 'en-US' }: Visit,
): Visitor {
  const own = people.find(({ username }) => username === person);
  const where = places.find(({ kind }) => kind === place);
  if (!own || !where) throw new Error(`The sandbox has no ${own ? place : person}`);
  const actor = { personId: own.id, placeId: where.id, locale };
  const nonce = 'visitor';
  const idOf = (name: string): string =>
    commands.usableIn(where).find((command) => command.name === name)?.id ?? '';

  return {
    command: (name, options = {}) =>
      stage.interact({
        type: 'command',
        nonce,
        commandId: idOf(name),
        options: toValues(options),
        ...actor,
      }),
    autocomplete: (name, options, focused) =>
      stage.interact({
        type: 'autocomplete',
        nonce,
        commandId: idOf(name),
        options: toValues(options),
        focused,
        ...actor,
      }),
    use: (name, targetId) =>
      stage.interact({
        type: 'command',
        nonce,
        commandId: idOf(name),
        options: [],
        targetId,
        ...actor,
      }),
    press: (messageId, customId) =>
      stage.interact({ type: 'component', nonce, messageId, customId, ...actor }),
    choose: (messageId, customId, values) =>
      stage.interact({ type: 'component', nonce, messageId, customId, values, ...actor }),
    submit: (customId, fields) =>
      stage.interact({
        type: 'modal',
        nonce,
        customId,
        fields: Object.entries(fields).map(([id, value]) => ({ customId: id, value })),
        ...actor,
      }),
    say(content) {
      const message = stage.say({ type: 'say', content, ...actor });
      if (!message) throw new Error('Discord does not take an empty message or a longer one');
      return message;
    },
    dismiss: (messageId) => stage.dismiss({ type: 'dismiss', messageId, ...actor }),
    messages: () => messages.history(where.id, own.id),
  };
}
