import { InteractionResponseType, MessageFlags, type APIMessage } from 'discord-api-types/v10';
import { isEmptyMessage } from '../checks/check-message.ts';
import { toErrorLine } from '../checks/form-error.ts';
import { messageWarnings } from '../checks/warnings.ts';
import type { Exchange, Exchanges } from '../exchanges.ts';
import type { Application } from '../identities.ts';
import type { MessageStore } from '../message-store.ts';
import type { Outcome } from '../outcome.ts';
import {
  alreadyAcknowledged,
  emptyMessage,
  invalidForm,
  noContent,
  unknownInteraction,
  unknownMessage,
  type ApiAnswer,
} from './api-answer.ts';
import { toBotMessage, toFlags, toMessageFields, type Draft } from './bot-message.ts';
import { parseCallback, type Callback } from './parse-callback.ts';

export interface BotContext {
  readonly application: Application;
  readonly exchanges: Exchanges;
  readonly messages: MessageStore;
  readonly nextId: () => string;
}

type Result = Omit<Outcome, 'elapsed'>;

/** Posts the message that `@original` will mean. */
function post(
  { application, messages, nextId }: BotContext,
  exchange: Exchange,
  draft: Pick<Draft, 'data' | 'flags'>,
): APIMessage {
  const repliesTo = messages.find(exchange.sourceId ?? exchange.targetId ?? '')?.message;
  const stored = toBotMessage(application, exchange, {
    id: nextId(),
    ...draft,
    ...(repliesTo ? { repliesTo } : {}),
  });
  exchange.originalId = stored.message.id;
  exchange.messageIds.add(stored.message.id);
  return messages.add(stored);
}

/** Makes the component's own message the one that `@original` means. */
function keepSource({ messages }: BotContext, exchange: Exchange): APIMessage | undefined {
  const kept = messages.find(exchange.sourceId ?? '')?.message;
  if (kept) {
    exchange.originalId = kept.id;
    exchange.messageIds.add(kept.id);
  }
  return kept;
}

/** Carries an accepted answer out; undefined when the message that it changes is gone. */
function carryOut(context: BotContext, exchange: Exchange, callback: Callback): Result | undefined {
  switch (callback.type) {
    case InteractionResponseType.ChannelMessageWithSource:
      return { kind: 'message', message: post(context, exchange, { data: callback.data }) };
    case InteractionResponseType.DeferredChannelMessageWithSource: {
      const data = { flags: toFlags(callback.data) & MessageFlags.Ephemeral };
      const message = post(context, exchange, { data, flags: MessageFlags.Loading });
      return { kind: 'deferred', message };
    }
    case InteractionResponseType.DeferredMessageUpdate: {
      const message = keepSource(context, exchange);
      return message && { kind: 'deferred', message };
    }
    case InteractionResponseType.UpdateMessage: {
      const kept = keepSource(context, exchange);
      const fields = toMessageFields(callback.data);
      const edited = { ...fields, edited_timestamp: new Date().toISOString() };
      const message = kept && context.messages.update(kept.id, edited);
      return message && { kind: 'update', message };
    }
    case InteractionResponseType.ApplicationCommandAutocompleteResult:
      return { kind: 'choices', choices: callback.choices };
    case InteractionResponseType.Modal:
      return { kind: 'modal', modal: callback.modal };
  }
}

/** True where nothing would be left to see: of the new message, or of the one that is updated. */
function leavesNothing(callback: Callback, exchange: Exchange, messages: MessageStore): boolean {
  if (callback.type === InteractionResponseType.ChannelMessageWithSource)
    return isEmptyMessage(callback.data);
  if (callback.type !== InteractionResponseType.UpdateMessage) return false;
  const source = messages.find(exchange.sourceId ?? '')?.message;
  return source !== undefined && isEmptyMessage({ ...source, ...callback.data });
}

function toResponse(exchange: Exchange, type: number, message: APIMessage | undefined): ApiAnswer {
  const flags = message?.flags ?? 0;
  const interaction = {
    id: exchange.id,
    type: exchange.type,
    response_message_id: message?.id,
    response_message_loading: (flags & MessageFlags.Loading) !== 0,
    response_message_ephemeral: (flags & MessageFlags.Ephemeral) !== 0,
    channel_id: exchange.actor.place.id,
    guild_id: exchange.actor.place.guildId,
  };
  const resource = message ? { resource: { type, message } } : {};
  return { status: 200, body: { interaction, ...resource } };
}

function carriesMessage({ type }: Callback): boolean {
  return (
    type === InteractionResponseType.ChannelMessageWithSource ||
    type === InteractionResponseType.UpdateMessage
  );
}

/**
 * Takes the bot's answer to an interaction, as `POST /interactions/{id}/{token}/callback`.
 * @param withResponse the bot wants to have the message back (`?with_response=true`)
 * @returns 204, or 200 with the message; 10062 when unknown or too late, 40060 at a second answer, 50035 for a body that breaks a rule
 */
export function answerCallback(
  context: BotContext,
  [id, token]: readonly [string, string],
  body: unknown,
  withResponse: boolean,
): ApiAnswer {
  const { exchanges, messages } = context;
  const exchange = exchanges.find(id, token);
  if (!exchange || exchange.state === 'expired') return unknownInteraction;
  if (exchange.state === 'acknowledged') {
    exchanges.warn(exchange, ['Acknowledged a second time.']);
    return alreadyAcknowledged;
  }
  const refuse = (answer: ApiAnswer, warnings: readonly string[]): ApiAnswer => {
    exchanges.refuse(exchange, body, warnings);
    return answer;
  };
  const parsed = parseCallback(body, exchange);
  if ('errors' in parsed) return refuse(invalidForm(parsed.errors), parsed.errors.map(toErrorLine));
  const callback = parsed.value;
  if (leavesNothing(callback, exchange, messages))
    return refuse(emptyMessage, ['Cannot send an empty message']);
  const result = carryOut(context, exchange, callback);
  if (!result) return refuse(unknownMessage, ['The message is gone']);
  const warnings =
    carriesMessage(callback) && 'data' in callback ? messageWarnings(callback.data) : [];
  exchanges.acknowledge(exchange, { ...result, response: body }, warnings);
  return withResponse ? toResponse(exchange, callback.type, result.message) : noContent;
}
