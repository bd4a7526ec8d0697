import { ApplicationCommandType, InteractionType } from 'discord-api-types/v10';
import type { Command } from '../src/command.ts';
import type { Message } from '../src/reply/message.ts';
import type { Asker } from './ask.ts';
import { buttonsOf, menusOf } from './ask.ts';

export type Json = Readonly<Record<string, unknown>>;

/** An interaction as Discord sends it, and what somebody did to cause it. */
export interface RealInteraction {
  readonly name: string;
  readonly interaction: Json;
}

const ASKER = '100000000000000001';
const MESSAGE = '300000000000000001';

const HERE = {
  application_id: '400000000000000001',
  guild_id: '500000000000000001',
  channel_id: '600000000000000001',
  locale: 'en-US',
  guild_locale: 'en-US',
  member: { user: { id: ASKER } },
};

/** What people give to options, by the option's name. */
const GIVEN: Readonly<Record<string, string | number | boolean>> = {
  passage: '4:2',
  comment: 'Look at this',
  number: 1,
  query: 'China and the US in cyberspace',
  style: 'mla',
  quote: 'get rid of the influence of geopolitical games',
  article: 'cai-2022',
};
const REQUIRED = new Set(['query', 'quote']);

const WORDS = 'They say: “get rid of the influence of geopolitical games”, and stop decoupling';
const SAID = { content: WORDS, embeds: [{ title: 'Cyberspace', description: WORDS }] };

/**
 * Each command with all of its options, each autocomplete, and a press of each kind of button and
 * menu that can be come by, once for everybody to see and once privately.
 */
export function toRealInteractions(
  asker: Asker,
  declarations: readonly Command['declaration'][],
): RealInteraction[] {
  const uses = declarations.flatMap(toUses);
  const starts = uses.flatMap(({ interaction }) => [
    interaction,
    withOptions(interaction, ({ name }) => (name === 'private' ? true : GIVEN[name])),
    withOptions(interaction, ({ name }) => (REQUIRED.has(name) ? GIVEN[name] : undefined)),
    withOptions(interaction, ({ name }) =>
      REQUIRED.has(name) ? GIVEN[name] : name === 'private' || undefined,
    ),
  ]);
  return [...uses, ...findPresses(asker, starts)];
}

function toUses(declaration: Command['declaration']): RealInteraction[] {
  const { name } = declaration;
  if (declaration.type !== ApplicationCommandType.ChatInput) {
    return [{ name: `“${name}”`, interaction: toMessageCommand(name) }];
  }
  const declared = declaration.options ?? [];
  const options = declared.map((option) => ({
    name: option.name,
    type: option.type,
    value: GIVEN[option.name] ?? false,
  }));
  const typing = declared.filter((option) => 'autocomplete' in option && option.autocomplete);
  return [
    {
      name: `/${name}`,
      interaction: toCommand(InteractionType.ApplicationCommand, name, options),
    },
    ...typing.map((focused) => ({
      name: `typing the ${focused.name} of /${name}`,
      interaction: toCommand(
        InteractionType.ApplicationCommandAutocomplete,
        name,
        options.map((option) => ({ ...option, focused: option.name === focused.name })),
      ),
    })),
  ];
}

function toCommand(type: InteractionType, name: string, options: readonly Json[]): Json {
  return { type, data: { type: ApplicationCommandType.ChatInput, name, options }, ...HERE };
}

function toMessageCommand(name: string): Json {
  const target = { id: MESSAGE, ...SAID, message_snapshots: [{ message: SAID }] };
  const data = { type: ApplicationCommandType.Message, name, target_id: MESSAGE };
  return {
    type: InteractionType.ApplicationCommand,
    data: { ...data, resolved: { messages: { [MESSAGE]: target } } },
    ...HERE,
  };
}

/** An interaction with other values for its options; without those that get none. */
function withOptions(interaction: Json, toValue: (option: { name: string }) => unknown): Json {
  const { data } = interaction as { data: { options?: readonly { name: string }[] } };
  const options = (data.options ?? []).flatMap((option) => {
    const value = toValue(option);
    return value === undefined ? [] : { ...option, value };
  });
  return { ...interaction, data: { ...data, options } };
}

const MOST_FOLLOWED = 500;

/** Follows buttons and menus from answer to answer, and keeps one of each kind. */
function findPresses(asker: Asker, starts: readonly Json[]): RealInteraction[] {
  const found = new Map<string, RealInteraction>();
  const next = [...starts];
  const known = new Set<string>();
  for (const interaction of next) {
    const message = toMessage(asker.answer(interaction));
    for (const press of message === undefined ? [] : toPresses(message)) {
      if (!found.has(press.name)) found.set(press.name, press);
      const key = JSON.stringify(press.interaction['data']);
      if (!known.has(key) && next.length < MOST_FOLLOWED) next.push(press.interaction);
      known.add(key);
    }
  }
  return [...found.values()];
}

function toMessage(response: ReturnType<Asker['answer']>): Message | undefined {
  return 'data' in response && 'embeds' in response.data ? response.data : undefined;
}

function toPresses(message: Message): RealInteraction[] {
  return [
    ...buttonsOf(message).map(({ custom_id: id }) => toPress(message, id, [])),
    ...menusOf(message).flatMap(({ custom_id: id, options }) =>
      options.map(({ value }) => toPress(message, id, [value])),
    ),
  ];
}

function toPress(message: Message, id: string, values: readonly string[]): RealInteraction {
  return {
    name: toControlName(id, values),
    interaction: {
      type: InteractionType.MessageComponent,
      data: { custom_id: id, values },
      message: {
        id: MESSAGE,
        flags: message.flags ?? 0,
        components: message.components.map(({ components }) => ({
          components: components.map((control) => ({ custom_id: control.custom_id })),
        })),
        interaction_metadata: { user: { id: ASKER } },
      },
      ...HERE,
    },
  };
}

// By its command and what it does, and by how many fields it has besides.
function toControlName(id: string, values: readonly string[]): string {
  const [, command, , action, ...rest] = (id.split('~')[0] ?? '').split('/');
  const kind = values.length === 0 ? 'button' : 'menu';
  return `${kind} ${[command, action, ...rest.map(() => '…')].join('/')}`;
}
