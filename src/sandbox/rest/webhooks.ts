import { MessageFlags, type APIMessage } from 'discord-api-types/v10';
import {
  emptyMessage,
  invalidForm,
  invalidWebhookToken,
  noContent,
  tooManyFollowUps,
  unknownMessage,
  unknownWebhook,
  type ApiAnswer,
} from './api-answer.ts';
import { toBotMessage, toMessageFields } from './bot-message.ts';
import type { BotContext } from './callbacks.ts';
import { isEmptyMessage, parseMessage, type MessageBody } from '../checks/check-message.ts';
import type { Exchange } from '../exchanges.ts';
import { toErrorLine } from '../checks/form-error.ts';
import { messageWarnings } from '../checks/warnings.ts';

/** Follow-ups that an app which somebody brought along may send for one interaction. */
const maxFollowUps = 5;

export interface Webhooks {
  followUp(applicationId: string, token: string, body: unknown): ApiAnswer;
  read(applicationId: string, token: string, messageId: string): ApiAnswer;
  edit(applicationId: string, token: string, messageId: string, body: unknown): ApiAnswer;
  remove(applicationId: string, token: string, messageId: string): ApiAnswer;
}

type Found = { readonly exchange: Exchange } | { readonly refusal: ApiAnswer };

function isLoading(message: APIMessage | undefined): boolean {
  return ((message?.flags ?? 0) & MessageFlags.Loading) !== 0;
}

/** The routes `/webhooks/{application}/{interaction token}`: follow-ups and later edits. */
export function createWebhooks(context: BotContext): Webhooks {
  const { application, exchanges, messages, nextId } = context;

  const find = (applicationId: string, token: string): Found => {
    if (applicationId !== application.id) return { refusal: unknownWebhook };
    const exchange = exchanges.byToken(token);
    if (!exchange) return { refusal: invalidWebhookToken };
    return exchange.state === 'acknowledged' ? { exchange } : { refusal: unknownWebhook };
  };
  const findMessage = (exchange: Exchange, messageId: string): APIMessage | undefined => {
    const id = messageId === '@original' ? exchange.originalId : messageId;
    return id !== undefined && exchange.messageIds.has(id) ? messages.find(id)?.message : undefined;
  };

  const change = (exchange: Exchange, messageId: string, body: MessageBody): ApiAnswer => {
    const old = findMessage(exchange, messageId);
    if (!old) return unknownMessage;
    const fields = toMessageFields(body);
    if (isEmptyMessage({ ...old, ...fields })) return emptyMessage;
    exchanges.warn(exchange, messageWarnings(body));
    const changed = messages.update(old.id, {
      ...fields,
      flags: (old.flags ?? 0) & ~MessageFlags.Loading,
      edited_timestamp: isLoading(old) ? null : new Date().toISOString(),
    });
    return { status: 200, body: changed };
  };

  const post = (exchange: Exchange, data: MessageBody): ApiAnswer => {
    if (isEmptyMessage(data)) return emptyMessage;
    exchange.followUps += 1;
    if (exchange.owners['0'] === undefined && exchange.followUps > maxFollowUps)
      return tooManyFollowUps;
    exchanges.warn(exchange, messageWarnings(data));
    const original = findMessage(exchange, '@original');
    const stored = toBotMessage(application, exchange, {
      id: nextId(),
      data,
      ...(original ? { repliesTo: original, followUpTo: original.id } : {}),
    });
    exchange.messageIds.add(stored.message.id);
    return { status: 200, body: messages.add(stored) };
  };

  /** Finds the interaction, reads the body and does the rest only when both went well. */
  const withBody = (
    [applicationId, token, body]: readonly [string, string, unknown],
    act: (exchange: Exchange, data: MessageBody) => ApiAnswer,
  ): ApiAnswer => {
    const found = find(applicationId, token);
    if ('refusal' in found) return found.refusal;
    const parsed = parseMessage(body ?? {});
    if ('value' in parsed) return act(found.exchange, parsed.value);
    exchanges.warn(found.exchange, parsed.errors.map(toErrorLine));
    return invalidForm(parsed.errors);
  };

  return {
    followUp: (applicationId, token, body) =>
      withBody([applicationId, token, body], (exchange, data) =>
        // The first follow-up after a deferral is the deferred answer.
        isLoading(findMessage(exchange, '@original'))
          ? change(exchange, '@original', data)
          : post(exchange, data),
      ),
    edit: (applicationId, token, messageId, body) =>
      withBody([applicationId, token, body], (exchange, data) => change(exchange, messageId, data)),
    read(applicationId, token, messageId) {
      const found = find(applicationId, token);
      if ('refusal' in found) return found.refusal;
      const message = findMessage(found.exchange, messageId);
      return message ? { status: 200, body: message } : unknownMessage;
    },
    remove(applicationId, token, messageId) {
      const found = find(applicationId, token);
      if ('refusal' in found) return found.refusal;
      const message = findMessage(found.exchange, messageId);
      if (!message) return unknownMessage;
      messages.remove(message.id);
      return noContent;
    },
  };
}
