import { InteractionResponseType, InteractionType } from 'discord-api-types/v10';
import type {
  APIButtonComponentWithCustomId,
  APIStringSelectComponent,
} from 'discord-api-types/v10';
import { commands } from '../commands/index.ts';
import type { Answer, Response } from '../src/answer.ts';
import { createAnswer } from '../src/answer.ts';
import type { Article } from '../src/article/article.ts';
import type { Choice } from '../src/command.ts';
import type { Message } from '../src/reply/message.ts';
import { createLibrary } from '../src/search/library.ts';

export type OptionValues = Readonly<Record<string, string | number | boolean>>;

/** The bot as a function, asked as Discord asks it. */
export interface Asker {
  readonly answer: Answer;
  /** Faults that the bot has reported. */
  readonly faults: readonly unknown[];
  run(command: string, options?: OptionValues): Message;
  complete(
    command: string,
    focused: string,
    typed: string,
    options?: OptionValues,
  ): readonly Choice[];
  press(message: Message, customId: string, press?: Press): Message;
}

export interface Press {
  readonly values?: readonly string[];
  /** Who presses; `OWNER` ran the command. */
  readonly userId?: string;
}

const OWNER = '100000000000000001';

export function createAsker(articles: readonly Article[], random = () => 0.3): Asker {
  const faults: unknown[] = [];
  const report = (error: unknown): string => `incident-${faults.push(error)}`;
  const answer = createAnswer({
    commands,
    about: { version: '0.0.0' },
    library: createLibrary(articles),
    report,
    random,
  });
  return {
    answer,
    faults,
    run: (name, options = {}) =>
      toMessage(
        answer({
          type: InteractionType.ApplicationCommand,
          data: toData(name, options),
          ...asker(OWNER),
        }),
      ),
    complete(name, focused, typed, options = {}) {
      const data = toData(name, { ...options, [focused]: typed });
      const response = answer({
        type: InteractionType.ApplicationCommandAutocomplete,
        data: {
          ...data,
          options: data.options.map((option) => ({ ...option, focused: option.name === focused })),
        },
        ...asker(OWNER),
      });
      return toChoices(response);
    },
    press: (message, customId, { values = [], userId = OWNER } = {}) =>
      toMessage(
        answer({
          type: InteractionType.MessageComponent,
          data: { custom_id: customId, values },
          message: {
            flags: message.flags ?? 0,
            components: message.components,
            interaction_metadata: { user: { id: OWNER } },
          },
          ...asker(userId),
        }),
      ),
  };
}

const asker = (id: string) => ({ member: { user: { id } } });

const TYPES = { string: 3, number: 4, boolean: 5 } as const;

function toData(name: string, options: OptionValues) {
  const given = Object.entries(options).map(([option, value]) => ({
    name: option,
    value,
    type: typeof value === 'object' ? 0 : TYPES[typeof value as keyof typeof TYPES],
  }));
  return { name, type: 1, options: given };
}

function toMessage(response: Response): Message {
  if (!('data' in response) || !('embeds' in response.data)) throw new Error('not a message');
  return response.data;
}

function toChoices(response: Response): readonly Choice[] {
  if (response.type !== InteractionResponseType.ApplicationCommandAutocompleteResult)
    throw new Error('not choices');
  return (response.data.choices ?? []) as readonly Choice[];
}

/** All buttons of a message. */
export function buttonsOf({ components }: Message): APIButtonComponentWithCustomId[] {
  return components.flatMap((row) =>
    row.components.filter((control) => 'style' in control && 'label' in control),
  ) as APIButtonComponentWithCustomId[];
}

/** All menus of a message. */
export function menusOf({ components }: Message): APIStringSelectComponent[] {
  return components.flatMap((row) => row.components.filter((control) => 'options' in control));
}
