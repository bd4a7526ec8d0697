import type {
  APIApplicationCommand,
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';

/** What the page and the sandbox server say to each other over the WebSocket `/live`, as JSON. */

/** Somebody whom the visitor can be. */
export interface Person {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  /** Background of the drawn avatar, `#rrggbb`. */
  readonly colour: string;
}

/** Where a command can be used: Discord's three interaction contexts. */
export interface Place {
  readonly id: string;
  readonly kind: 'guild' | 'bot_dm' | 'private_channel';
  readonly name: string;
  readonly description: string;
  readonly guildId?: string;
  readonly guildName?: string;
}

export interface Welcome {
  readonly application: { readonly id: string; readonly name: string };
  readonly people: readonly Person[];
  readonly places: readonly Place[];
  readonly locales: readonly string[];
}

/** A value that the visitor gave to a command's option. */
export interface OptionValue {
  readonly name: string;
  readonly value: string | number | boolean;
}

/** One exchange between Discord and the bot, for the developer panel. */
export interface Trace {
  readonly id: string;
  /** What the visitor did, in a few words: `/quote`, `button 1.quote…`. */
  readonly title: string;
  readonly received: unknown;
  readonly answered?: unknown;
  /** Milliseconds from dispatch to callback. */
  readonly elapsed?: number;
  readonly status: 'pending' | 'answered' | 'refused' | 'expired';
  /** Rules of Discord that the answer breaks, in words. */
  readonly warnings: readonly string[];
}

export type ServerEvent =
  | { readonly type: 'welcome'; readonly welcome: Welcome }
  /** Everything that the current viewer may see in a place, oldest first; sent after `view`. */
  | { readonly type: 'history'; readonly placeId: string; readonly messages: readonly APIMessage[] }
  /** The commands that can be used in the viewed place; sent after `view` and at every change. */
  | { readonly type: 'commands'; readonly commands: readonly APIApplicationCommand[] }
  | { readonly type: 'bot'; readonly online: boolean }
  | { readonly type: 'messageCreate'; readonly placeId: string; readonly message: APIMessage }
  | { readonly type: 'messageUpdate'; readonly placeId: string; readonly message: APIMessage }
  | { readonly type: 'messageDelete'; readonly placeId: string; readonly messageId: string }
  /** What became of an interaction that the page sent with this nonce. */
  | {
      readonly type: 'outcome';
      readonly nonce: string;
      readonly result:
        | { readonly kind: 'done' }
        | {
            readonly kind: 'choices';
            readonly choices: readonly APIApplicationCommandOptionChoice[];
          }
        | { readonly kind: 'modal'; readonly modal: APIModalInteractionResponseCallbackData }
        /** What Discord would show to the visitor, and why (for the developer panel). */
        | { readonly kind: 'failed'; readonly text: string; readonly reason: string };
    }
  | { readonly type: 'trace'; readonly trace: Trace };

/** Who does it, where and in which interface language. */
interface Actor {
  readonly personId: string;
  readonly placeId: string;
  /** Discord locale, for example `en-US`. */
  readonly locale: string;
}

export type ClientRequest =
  /** Become this person in this place: answered with `history`. */
  | ({ readonly type: 'view' } & Actor)
  | ({ readonly type: 'say'; readonly content: string } & Actor)
  | ({
      readonly type: 'command';
      readonly nonce: string;
      readonly commandId: string;
      readonly options: readonly OptionValue[];
      /** The message that a message command was used on. */
      readonly targetId?: string;
    } & Actor)
  | ({
      readonly type: 'autocomplete';
      readonly nonce: string;
      readonly commandId: string;
      readonly options: readonly OptionValue[];
      /** Name of the option that is being typed. */
      readonly focused: string;
    } & Actor)
  | ({
      readonly type: 'component';
      readonly nonce: string;
      readonly messageId: string;
      readonly customId: string;
      /** The chosen values of a select menu; absent for a button. */
      readonly values?: readonly string[];
    } & Actor)
  | ({
      readonly type: 'modal';
      readonly nonce: string;
      readonly customId: string;
      readonly fields: readonly { readonly customId: string; readonly value: string }[];
      /** The message whose component opened the modal. */
      readonly messageId?: string;
    } & Actor)
  | ({ readonly type: 'dismiss'; readonly messageId: string } & Actor);
