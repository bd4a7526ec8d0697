import { InteractionType } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Options } from './command.ts';

/** The part of Discord's interactions that the bot reads; the rest of the payload is ignored. */
export type Interaction =
  | { readonly kind: 'ping' }
  | {
      readonly kind: 'command';
      readonly name: string;
      readonly options: Options;
      readonly userId: string;
    }
  | {
      readonly kind: 'completion';
      readonly name: string;
      readonly options: Options;
      readonly userId: string;
      readonly focused: { readonly name: string; readonly value: string };
    }
  | {
      readonly kind: 'press';
      readonly customId: string;
      readonly values: readonly string[];
      readonly userId: string;
      readonly ownerId: string | undefined;
      /** The custom_ids of everything on the message. */
      readonly controls: readonly string[];
    };

const option = z.object({
  name: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  focused: z.boolean().optional(),
});

const commandData = z.object({ name: z.string(), options: z.array(option).default([]) });
const user = z.object({ id: z.string() });
// In a server the user comes inside the member, elsewhere alone.
const asker = { user: user.optional(), member: z.object({ user: user.optional() }).optional() };

const row = z.object({
  components: z.array(z.object({ custom_id: z.string().optional() })).default([]),
});
const message = z.object({
  interaction_metadata: z.object({ user }).optional(),
  components: z.array(row).default([]),
});

const schema = z.discriminatedUnion('type', [
  z.object({ type: z.literal(InteractionType.Ping) }),
  z.object({ type: z.literal(InteractionType.ApplicationCommand), data: commandData, ...asker }),
  z.object({
    type: z.literal(InteractionType.ApplicationCommandAutocomplete),
    data: commandData,
    ...asker,
  }),
  z.object({
    type: z.literal(InteractionType.MessageComponent),
    data: z.object({ custom_id: z.string(), values: z.array(z.string()).default([]) }),
    message: message.optional(),
    ...asker,
  }),
]);

/**
 * Reads an interaction as Discord sends it ("Interaction Object" in its documentation); undefined
 * for what is none, or is of a kind that this bot does not use.
 */
export function parseInteraction(json: unknown): Interaction | undefined {
  const { data: interaction } = schema.safeParse(json);
  switch (interaction?.type) {
    case undefined:
      return undefined;
    case InteractionType.Ping:
      return { kind: 'ping' };
    case InteractionType.ApplicationCommand:
      return { kind: 'command', ...toCommand(interaction) };
    case InteractionType.ApplicationCommandAutocomplete: {
      const typed = interaction.data.options.find(({ focused }) => focused);
      const focused = { name: typed?.name ?? '', value: String(typed?.value ?? '') };
      return { kind: 'completion', ...toCommand(interaction), focused };
    }
    case InteractionType.MessageComponent:
      return {
        kind: 'press',
        customId: interaction.data.custom_id,
        values: interaction.data.values,
        userId: toUserId(interaction),
        ownerId: interaction.message?.interaction_metadata?.user.id,
        controls: (interaction.message?.components ?? []).flatMap(({ components }) =>
          components.flatMap(({ custom_id: customId }) => customId ?? []),
        ),
      };
  }
}

type Asker = z.infer<z.ZodObject<typeof asker>>;

function toCommand({ data, ...from }: Asker & { data: z.infer<typeof commandData> }) {
  return { name: data.name, options: toOptions(data.options), userId: toUserId(from) };
}

function toUserId({ member, user: alone }: Asker): string {
  return (member?.user ?? alone)?.id ?? '';
}

function toOptions(given: readonly z.infer<typeof option>[]): Options {
  const values = new Map(given.map(({ name, value }) => [name, value]));
  return {
    string(name) {
      const value = values.get(name);
      return typeof value === 'string' ? value : undefined;
    },
    integer(name) {
      const value = values.get(name);
      return typeof value === 'number' && Number.isInteger(value) ? value : undefined;
    },
    boolean(name) {
      const value = values.get(name);
      return typeof value === 'boolean' ? value : undefined;
    },
  };
}
