import type {
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';

/** What the person sees of the bot's answer to one interaction. */
export interface Outcome {
  readonly kind: 'message' | 'update' | 'deferred' | 'choices' | 'modal' | 'failed';
  /** The message that was posted or changed; when deferred, the one that waits. */
  readonly message?: APIMessage;
  readonly choices?: readonly APIApplicationCommandOptionChoice[];
  readonly modal?: APIModalInteractionResponseCallbackData;
  /** When failed: what Discord shows, and why it came to that. */
  readonly text?: string;
  readonly reason?: string;
  /** The interaction as the bot received it. */
  readonly payload?: unknown;
  /** The callback's body as the bot sent it. */
  readonly response?: unknown;
  /** Milliseconds from dispatch to callback. */
  readonly elapsed: number;
}
