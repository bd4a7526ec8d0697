import { createHash } from 'node:crypto';
import { InteractionResponseType, InteractionType } from 'discord-api-types/v10';
import type {
  APIInteractionResponsePong,
  APIApplicationCommandAutocompleteResponse,
} from 'discord-api-types/v10';
import { findEdition, suggestArticles, toUnknownArticle } from './choose-article.ts';
import type { About, Choice, Command } from './command.ts';
import type { Interaction } from './interaction.ts';
import { parseInteraction } from './interaction.ts';
import { gatherText, parseCustomId } from './reply/custom-id.ts';
import { findExcess, LIMITS } from './reply/limits.ts';
import type { Message } from './reply/message.ts';
import { toMessage } from './reply/message.ts';
import type { Removal, Reply } from './reply/reply.ts';
import { toNotice } from './reply/reply.ts';
import type { Edition, Library } from './search/library.ts';

/** Discord's interaction response, as far as this bot uses it. */
export type Response =
  | APIInteractionResponsePong
  | APIApplicationCommandAutocompleteResponse
  /** The message whose button was pressed is to be deleted: for whoever sends this response. */
  | { readonly type: InteractionResponseType.DeferredMessageUpdate }
  | {
      readonly type:
        | InteractionResponseType.ChannelMessageWithSource
        | InteractionResponseType.UpdateMessage;
      readonly data: Message;
    };

/** Discord's JSON in, Discord's JSON out: synchronous, without side effects, never throws. */
export type Answer = (interaction: unknown) => Response;

export interface AnswerOptions {
  readonly commands: readonly Command[];
  readonly library: Library;
  readonly about: About;
  /** Takes note of a fault in the bot and returns the id under which it can be found again. */
  readonly report: (error: unknown) => string;
  /** What chance decides for an interaction, by its id, in [0, 1). Default: the same everywhere. */
  readonly random?: (id: string) => number;
}

/** The whole bot as a function. Every fault within it becomes a private notice with an incident id. */
export function createAnswer(options: AnswerOptions): Answer {
  const { report } = options;
  const bot: Bot = {
    library: options.library,
    about: options.about,
    random: options.random ?? toFraction,
    commands: new Map(options.commands.map((command) => [command.declaration.name, command])),
  };
  return (json) => {
    try {
      const interaction = parseInteraction(json);
      return interaction === undefined ? refuse(json, NOT_UNDERSTOOD) : respond(bot, interaction);
    } catch (error) {
      return refuse(json, toFailure(report(error)));
    }
  };
}

// An interaction that is delivered twice, or sent to another process, must get the same answer.
function toFraction(id: string): number {
  return createHash('sha256').update(id).digest().readUInt32BE() / 2 ** 32;
}

interface Bot {
  readonly library: Library;
  readonly about: About;
  readonly random: (id: string) => number;
  readonly commands: ReadonlyMap<string, Command>;
}

const NOT_UNDERSTOOD =
  'Discord sent something that this bot does not understand. Try one of its commands: type `/`.';
const GONE = 'This bot no longer has that command. Type `/` to see the ones it has.';
const STALE =
  'This button is not one of mine, or from an older version of me. Run the command again.';

function respond(bot: Bot, interaction: Interaction): Response {
  switch (interaction.kind) {
    case 'ping':
      return { type: InteractionResponseType.Pong };
    case 'command':
      return toResponse(run(bot, interaction));
    case 'completion':
      return toChoices(complete(bot, interaction));
    case 'press':
      return toResponse(press(bot, interaction));
  }
}

type Of<Kind> = Extract<Interaction, { kind: Kind }>;

function toRequest<Asked extends { id: string }>(bot: Bot, interaction: Asked, edition: Edition) {
  const { library, about, random } = bot;
  return { ...interaction, library, about, edition, random: () => random(interaction.id) };
}

function run(bot: Bot, interaction: Of<'command'>): Reply {
  const { commands, library } = bot;
  const command = commands.get(interaction.name);
  if (command === undefined) return toNotice(GONE);
  const article = interaction.options.string('article');
  const edition = findEdition(library, article);
  if (edition === undefined) return toNotice(toUnknownArticle(library, article ?? ''));
  return command.run(toRequest(bot, interaction, edition));
}

function complete(bot: Bot, interaction: Of<'completion'>): Choice[] {
  const { commands, library } = bot;
  const { name, options, focused } = interaction;
  if (focused.name === 'article') return suggestArticles(library, focused.value);
  const edition = findEdition(library, options.string('article'));
  if (edition === undefined) return [];
  return commands.get(name)?.complete?.(toRequest(bot, interaction, edition)) ?? [];
}

const NO_OPTIONS = { string: () => undefined, integer: () => undefined, boolean: () => undefined };

function press(bot: Bot, interaction: Of<'press'>): Reply | Removal {
  const { commands, library } = bot;
  const { customId, userId, ownerId, controls } = interaction;
  const control = parseCustomId(customId);
  const [article = '', ...fields] = control?.fields ?? [];
  const command = commands.get(control?.command ?? '');
  const edition = library.editions.get(article);
  if (command?.press === undefined || edition === undefined) return toNotice(STALE);
  return command.press({
    ...toRequest(bot, interaction, edition),
    fields,
    options: NO_OPTIONS,
    carried: gatherText(controls),
    isOwner: ownerId === userId,
  });
}

function toResponse(reply: Reply | Removal): Response {
  if ('removes' in reply) return { type: InteractionResponseType.DeferredMessageUpdate };
  const message = toMessage(reply);
  const excess = findExcess(message);
  if (excess.length > 0) {
    throw new RangeError(`Discord would refuse the answer: ${excess.join('; ')}`);
  }
  return {
    type: reply.replaces
      ? InteractionResponseType.UpdateMessage
      : InteractionResponseType.ChannelMessageWithSource,
    data: message,
  };
}

function toChoices(choices: readonly Choice[]): Response {
  return {
    type: InteractionResponseType.ApplicationCommandAutocompleteResult,
    data: { choices: choices.slice(0, LIMITS.choices) },
  };
}

function toFailure(incident: string): string {
  return `Something went wrong in this bot; nothing is lost. Try again, or tell who runs it: incident \`${incident}\`.`;
}

// Autocomplete has no place for words: Discord takes nothing but choices.
function refuse(json: unknown, markdown: string): Response {
  return isCompletion(json) ? toChoices([]) : toResponse(toNotice(markdown));
}

function isCompletion(json: unknown): boolean {
  return (
    typeof json === 'object' &&
    json !== null &&
    'type' in json &&
    json.type === InteractionType.ApplicationCommandAutocomplete
  );
}
