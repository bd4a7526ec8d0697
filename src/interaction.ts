import { InteractionType, MessageFlags } from 'discord-api-types/v10';
import * as z from 'zod';
import type { Options, Target } from './command.ts';
import type { Source } from './reply/reply.ts';

interface Origin extends Source {
  readonly id: string;
  readonly applicationId: string;
}

interface CommandData {
  readonly name: string;
  readonly options: Options;
}

/** The part of Discord's interactions that the bot reads; the rest of the payload is ignored. */
export type Interaction =
  | { readonly kind: 'ping' }
  | (Origin & CommandData & { readonly kind: 'command'; readonly target: Target | undefined })
  | (Origin &
      CommandData & {
        readonly kind: 'completion';
        readonly focused: { readonly name: string; readonly value: string };
      })
  | (Origin & {
      readonly kind: 'press';
      readonly customId: string;
      readonly values: readonly string[];
      readonly ownerId: string | undefined;
      /** Whether only one person sees the message. */
      readonly isPrivate: boolean;
      /** The custom_ids of everything on the message. */
      readonly controls: readonly string[];
    });

const id = z.string().regex(/^\d{1,20}$/u);
const user = z.object({ id });
const source = {
  id: id.optional(),
  // In a server the user comes inside the member, elsewhere alone.
  user: user.optional(),
  member: z.object({ user: user.optional() }).optional(),
  guild_id: id.optional(),
  channel_id: id.optional(),
  application_id: id.optional(),
};

const option = z.object({
  name: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  focused: z.boolean().optional(),
});
const embed = z.object({ title: z.string().optional(), description: z.string().optional() });
const said = { content: z.string().default(''), embeds: z.array(embed).default([]) };
const targeted = z.object({
  id,
  ...said,
  // What a forwarded message holds.
  message_snapshots: z.array(z.object({ message: z.object(said) })).default([]),
});
const commandData = z.object({
  name: z.string(),
  options: z.array(option).default([]),
  target_id: id.optional(),
  resolved: z.object({ messages: z.record(z.string(), targeted).optional() }).optional(),
});

const row = z.object({
  components: z.array(z.object({ custom_id: z.string().optional() })).default([]),
});
const pressed = z.object({
  interaction_metadata: z.object({ user }).optional(),
  flags: z.int().default(0),
  components: z.array(row).default([]),
});
const pressData = z.object({ custom_id: z.string(), values: z.array(z.string()).default([]) });

const schema = z.discriminatedUnion('type', [
  z.object({ type: z.literal(InteractionType.Ping) }),
  z.object({ type: z.literal(InteractionType.ApplicationCommand), data: commandData, ...source }),
  z.object({
    type: z.literal(InteractionType.ApplicationCommandAutocomplete),
    data: commandData,
    ...source,
  }),
  z.object({
    type: z.literal(InteractionType.MessageComponent),
    data: pressData,
    message: pressed.optional(),
    ...source,
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
    case InteractionType.ApplicationCommand: {
      const { data } = interaction;
      return {
        kind: 'command',
        ...toSource(interaction),
        ...toCommand(data),
        target: toTarget(data),
      };
    }
    case InteractionType.ApplicationCommandAutocomplete: {
      const { data } = interaction;
      const typed = data.options.find(({ focused }) => focused);
      const focused = { name: typed?.name ?? '', value: String(typed?.value ?? '') };
      return { kind: 'completion', ...toSource(interaction), ...toCommand(data), focused };
    }
    case InteractionType.MessageComponent:
      return {
        kind: 'press',
        ...toSource(interaction),
        customId: interaction.data.custom_id,
        values: interaction.data.values,
        isPrivate: ((interaction.message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0,
        ownerId: interaction.message?.interaction_metadata?.user.id,
        controls: (interaction.message?.components ?? []).flatMap(({ components }) =>
          components.flatMap(({ custom_id: customId }) => customId ?? []),
        ),
      };
  }
}

function toSource({ member, user: alone, ...from }: z.infer<z.ZodObject<typeof source>>): Origin {
  const { guild_id: guildId = '@me', channel_id: channelId = '0' } = from;
  return {
    id: from.id ?? '0',
    applicationId: from.application_id ?? '0',
    userId: (member?.user ?? alone)?.id ?? '0',
    channelUrl: `https://discord.com/channels/${guildId}/${channelId}`,
  };
}

type Data = z.infer<typeof commandData>;

function toCommand({ name, options }: Data): CommandData {
  return { name, options: toOptions(options) };
}

function toTarget({ target_id: targetId = '', resolved }: Data): Target | undefined {
  const message = resolved?.messages?.[targetId];
  if (message === undefined) return undefined;
  const snapshots = message.message_snapshots.map((snapshot) => snapshot.message);
  return { id: targetId, text: [message, ...snapshots].flatMap(toTexts).join('\n') };
}

// A message may have its words in embeds alone, as those of bots do.
function toTexts({ content, embeds }: z.infer<z.ZodObject<typeof said>>): string[] {
  const shown = embeds.flatMap(({ title, description }) => [title, description]);
  return [content, ...shown].flatMap((text) => text || []);
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
