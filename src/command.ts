import type {
  APIApplicationCommandOptionChoice,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Removal, Reply, Source } from './reply/reply.ts';
import type { Edition, Library } from './search/library.ts';

/** One command: what Discord is told of it and what it answers. */
export interface Command {
  /** Discord's own JSON; `contexts` and `integration_types` are the same for all, added later. */
  readonly declaration:
    | RESTPostAPIChatInputApplicationCommandsJSONBody
    | RESTPostAPIContextMenuApplicationCommandsJSONBody;
  /** Answers the command. */
  run(request: Request): Reply;
  /** Suggests values for the option that is being typed: at most 25. */
  complete?(request: CompletionRequest): Choice[];
  /** Answers a button or menu whose custom_id names this command and an article. */
  press?(request: PressRequest): Reply | Removal;
}

export type Choice = APIApplicationCommandOptionChoice<string>;

/** What the bot says of itself. */
export interface About {
  readonly version: string;
  /** How to reach who runs it. */
  readonly contact?: string;
}

/** The message that a message command is used on. */
export interface Target {
  readonly id: string;
  readonly text: string;
}

/** Who asks for what. Everything in it comes from outside and may be anything of its type. */
export interface Request extends Source {
  readonly edition: Edition;
  readonly library: Library;
  readonly about: About;
  /** Id of the bot's application. */
  readonly applicationId: string;
  readonly options: Options;
  readonly target?: Target | undefined;
  /** In [0, 1), for this interaction always the same. */
  readonly random: () => number;
}

export interface CompletionRequest extends Request {
  readonly focused: { readonly name: string; readonly value: string };
}

export interface PressRequest extends Request {
  /** The custom_id's fields after the article. */
  readonly fields: readonly string[];
  /** What was chosen in a menu; empty for a button. */
  readonly values: readonly string[];
  /** What the controls of the message carry together: a text that somebody typed. */
  readonly carried: string;
  /** Whether who presses is who ran the command that the message answers. */
  readonly isOwner: boolean;
  /** Whether only who presses sees the message. */
  readonly isPrivate: boolean;
}

/** The values given to a command's options, by name; undefined where none of that type is given. */
export interface Options {
  string(name: string): string | undefined;
  integer(name: string): number | undefined;
  boolean(name: string): boolean | undefined;
}
