import {
  InteractionResponseType as Response,
  InteractionType,
  type APIApplicationCommandOptionChoice,
  type APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import { parseAutocomplete } from '../checks/check-choices.ts';
import { parseMessage, type MessageBody } from '../checks/check-message.ts';
import { parseModal } from '../checks/check-modal.ts';
import { entriesOf, fault, isObject, missing, type Parsed } from '../checks/form-check.ts';
import type { Exchange } from '../exchanges.ts';

/** The bot's answer to an interaction, read and checked. */
export type Callback =
  | { readonly type: Response.ChannelMessageWithSource; readonly data: MessageBody }
  | { readonly type: Response.DeferredChannelMessageWithSource; readonly data: MessageBody }
  | { readonly type: Response.DeferredMessageUpdate }
  | { readonly type: Response.UpdateMessage; readonly data: MessageBody }
  | {
      readonly type: Response.ApplicationCommandAutocompleteResult;
      readonly choices: APIApplicationCommandOptionChoice[];
    }
  | { readonly type: Response.Modal; readonly modal: APIModalInteractionResponseCallbackData };

const messageTypes = [
  Response.ChannelMessageWithSource,
  Response.DeferredChannelMessageWithSource,
] as const;
const updateTypes = [Response.DeferredMessageUpdate, Response.UpdateMessage] as const;
const modalTypes = [Response.Modal] as const;
const path = ['data'];

/** Which answers Discord takes to which interaction: an update needs a message to update. */
function allowedTypes({ type, sourceId }: Exchange): readonly Callback['type'][] {
  if (type === InteractionType.ApplicationCommandAutocomplete)
    return [Response.ApplicationCommandAutocompleteResult];
  return [
    ...messageTypes,
    ...(sourceId === undefined ? [] : updateTypes),
    ...(type === InteractionType.ModalSubmit ? [] : modalTypes),
  ];
}

function parseOptional(
  type: Response.DeferredChannelMessageWithSource | Response.UpdateMessage,
  data: unknown,
): Parsed<Callback> {
  const parsed = parseMessage(data ?? {}, path);
  return 'errors' in parsed ? parsed : { value: { type, data: parsed.value } };
}

function parseMessageCallback(data: unknown): Parsed<Callback> {
  if (data === undefined || data === null) return { errors: missing(path) };
  const parsed = parseMessage(data, path);
  return 'errors' in parsed
    ? parsed
    : { value: { type: Response.ChannelMessageWithSource, data: parsed.value } };
}

/** Type of the option that the person is typing. */
function focusedType({ payload }: Exchange): unknown {
  const options = isObject(payload['data']) ? entriesOf(payload['data']['options']) : [];
  const focused = options.find((option) => isObject(option) && option['focused'] === true);
  return isObject(focused) ? focused['type'] : undefined;
}

function parseChoices(data: unknown, exchange: Exchange): Parsed<Callback> {
  const parsed = parseAutocomplete(data, focusedType(exchange), path);
  const type = Response.ApplicationCommandAutocompleteResult;
  return 'errors' in parsed ? parsed : { value: { type, choices: parsed.value.choices } };
}

function parseModalCallback(data: unknown): Parsed<Callback> {
  const parsed = parseModal(data, path);
  return 'errors' in parsed ? parsed : { value: { type: Response.Modal, modal: parsed.value } };
}

/**
 * Reads the body of `POST /interactions/{id}/{token}/callback`.
 * @returns the answer, or what Discord has against it
 */
export function parseCallback(body: unknown, exchange: Exchange): Parsed<Callback> {
  const { type: given, data } = isObject(body) ? body : {};
  const allowed = allowedTypes(exchange);
  const type = allowed.find((candidate) => candidate === given);
  switch (type) {
    case Response.ChannelMessageWithSource:
      return parseMessageCallback(data);
    case Response.DeferredChannelMessageWithSource:
    case Response.UpdateMessage:
      return parseOptional(type, data);
    case Response.DeferredMessageUpdate:
      return { value: { type } };
    case Response.ApplicationCommandAutocompleteResult:
      return parseChoices(data, exchange);
    case Response.Modal:
      return parseModalCallback(data);
    case undefined: {
      const message = `Value must be one of {${allowed.join(', ')}}.`;
      return { errors: fault(['type'], 'BASE_TYPE_CHOICES', message) };
    }
  }
}
