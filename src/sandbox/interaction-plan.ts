import {
  ApplicationCommandType,
  InteractionType,
  type APIApplicationCommand,
  type APIMessage,
} from 'discord-api-types/v10';
import type { JsonObject } from './checks/form-check.ts';
import { toAutocompleteData, toCommandData, toMenuData, type Prepared } from './command-data.ts';
import type { CommandStore } from './command-store.ts';
import { toComponentData, toModalData } from './component-data.ts';
import type { Actor, ExchangeStart } from './exchanges.ts';
import { toOwners } from './interaction-payload.ts';
import { maySee, type MessageStore, type StoredMessage } from './message-store.ts';
import type { ClientRequest } from './protocol.ts';

type RequestOf<Type extends ClientRequest['type']> = Extract<ClientRequest, { type: Type }>;

/** What a person does that reaches the bot. */
export type InteractionRequest = RequestOf<'command' | 'autocomplete' | 'component' | 'modal'>;

/** The modal that a person has before the eyes, and what opened it. */
export interface OpenModal {
  readonly modal: JsonObject;
  readonly openedBy: ExchangeStart;
}

/** An interaction before it has an id: what Discord's client knows. */
interface Plan extends Omit<ExchangeStart, 'id' | 'token' | 'actor' | 'payload'> {
  readonly data: JsonObject;
  /** The message whose component was used. */
  readonly message?: APIMessage;
}

interface PlanContext {
  readonly commands: CommandStore;
  readonly messages: MessageStore;
  readonly openModal: (personId: string) => OpenModal | undefined;
}

type Planned = Plan | { readonly refusal: string };

const bothInstalls = [0, 1];

function complete(prepared: Prepared, rest: Omit<Plan, 'data'>): Planned {
  return 'refusal' in prepared ? prepared : { ...rest, data: prepared.data };
}

/** A message of this place, if the person can see it. */
export function findVisible(
  messages: MessageStore,
  { person, place }: Actor,
  id: string | undefined,
): StoredMessage | undefined {
  const stored = messages.find(id ?? '');
  return stored?.placeId === place.id && maySee(stored, person.id) ? stored : undefined;
}

function planCommand(
  { commands, messages }: PlanContext,
  request: RequestOf<'command' | 'autocomplete'>,
  actor: Actor,
): Planned {
  const found = commands.usableIn(actor.place).find(({ id }) => id === request.commandId);
  if (!found) return { refusal: 'There is no such command here.' };
  const owners = toOwners(actor, found.integration_types ?? bothInstalls);
  const shared = { owners, command: { name: found.name, type: found.type } };
  if (request.type === 'autocomplete')
    return complete(toAutocompleteData(found, request.options, request.focused), {
      ...shared,
      type: InteractionType.ApplicationCommandAutocomplete,
      title: `/${found.name} ${request.focused}…`,
    });
  return found.type === ApplicationCommandType.ChatInput
    ? complete(toCommandData(found, request.options), {
        ...shared,
        type: InteractionType.ApplicationCommand,
        title: `/${found.name}`,
      })
    : planMenu(found, findVisible(messages, actor, request.targetId), shared);
}

function planMenu(
  command: APIApplicationCommand,
  target: StoredMessage | undefined,
  shared: Pick<Plan, 'owners' | 'command'>,
): Planned {
  if (command.type !== ApplicationCommandType.Message)
    return { refusal: 'The sandbox does not use user commands.' };
  return complete(toMenuData(command, target), {
    ...shared,
    type: InteractionType.ApplicationCommand,
    title: command.name,
    ...(target ? { targetId: target.message.id } : {}),
  });
}

function planComponent(
  { messages }: PlanContext,
  request: RequestOf<'component'>,
  actor: Actor,
): Planned {
  const stored = findVisible(messages, actor, request.messageId);
  return complete(toComponentData(stored, request.customId, request.values), {
    type: InteractionType.MessageComponent,
    title: `${request.values ? 'menu' : 'button'} ${request.customId}`,
    owners: toOwners(actor, bothInstalls),
    sourceId: request.messageId,
    ...(stored ? { message: stored.message } : {}),
  });
}

function planModal(
  { messages, openModal }: PlanContext,
  request: RequestOf<'modal'>,
  actor: Actor,
): Planned {
  const open = openModal(actor.person.id);
  if (open?.modal['custom_id'] !== request.customId) return { refusal: 'No such modal is open.' };
  const source = findVisible(messages, actor, open.openedBy.sourceId)?.message;
  return complete(toModalData(open.modal, request.fields), {
    type: InteractionType.ModalSubmit,
    title: `modal ${request.customId}`,
    owners: toOwners(actor, bothInstalls),
    openedBy: open.openedBy,
    ...(source ? { sourceId: source.id, message: source } : {}),
  });
}

/** Checks what a person does as Discord's client would, and says what is to be sent to the bot. */
export function planInteraction(
  context: PlanContext,
  request: InteractionRequest,
  actor: Actor,
): Planned {
  switch (request.type) {
    case 'component':
      return planComponent(context, request, actor);
    case 'modal':
      return planModal(context, request, actor);
    case 'command':
    case 'autocomplete':
      return planCommand(context, request, actor);
  }
}
