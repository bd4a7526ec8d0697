import type {
  APIApplicationCommandOptionChoice,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Reply } from './reply/reply.ts';
import type { Edition } from './search/library.ts';

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
  press?(request: PressRequest): Reply;
}

export type Choice = APIApplicationCommandOptionChoice<string>;

/** Who asks for what. Everything in it comes from outside and may be anything of its type. */
export interface Request {
  readonly edition: Edition;
  readonly options: Options;
  readonly userId: string;
  /** In [0, 1), as `Math.random`. */
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
  /** The custom_ids of all buttons and menus of the message. */
  readonly controls: readonly string[];
  /** Whether who presses is who ran the command that the message answers. */
  readonly isOwner: boolean;
}

/** The values given to a command's options, by name; undefined where none of that type is given. */
export interface Options {
  string(name: string): string | undefined;
  integer(name: string): number | undefined;
  boolean(name: string): boolean | undefined;
}
