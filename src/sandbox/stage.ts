import { MessageFlags, type APIMessage } from 'discord-api-types/v10';
import { maxContent } from './checks/check-message.ts';
import { lengthOf, type JsonObject } from './checks/form-check.ts';
import type { CommandStore } from './command-store.ts';
import type { Actor, ExchangeStart, Exchanges } from './exchanges.ts';
import type { Application } from './identities.ts';
import { createToken, toInteraction } from './interaction-payload.ts';
import {
  findVisible,
  planInteraction,
  type InteractionRequest,
  type OpenModal,
} from './interaction-plan.ts';
import type { MessageStore } from './message-store.ts';
import type { Outcome } from './outcome.ts';
import { toPersonsMessage } from './plain-message.ts';
import type { ClientRequest } from './protocol.ts';
import { people, places } from './scene.ts';

export interface StageContext {
  readonly application: Application;
  readonly commands: CommandStore;
  readonly exchanges: Exchanges;
  readonly messages: MessageStore;
  readonly nextId: () => string;
  /** Sends INTERACTION_CREATE; false when no bot is there to receive it. */
  readonly deliver: (payload: JsonObject) => boolean;
}

export interface Stage {
  /** Does what a person does; resolves with what the person sees of the answer. */
  interact(request: InteractionRequest): Promise<Outcome>;
  /** Sends any payload as INTERACTION_CREATE. */
  send(start: ExchangeStart): Promise<Outcome>;
  /** Posts what a person wrote; undefined when Discord would not take it. */
  say(request: Extract<ClientRequest, { type: 'say' }>): APIMessage | undefined;
  /** Removes an ephemeral message from the eyes of who may see it. */
  dismiss(request: Extract<ClientRequest, { type: 'dismiss' }>): void;
}

/** Who does it and where; undefined for a person or place that is not there. */
export function findActor(request: ClientRequest): Actor | undefined {
  const person = people.find(({ id }) => id === request.personId);
  const place = places.find(({ id }) => id === request.placeId);
  return person && place && { person, place, locale: request.locale };
}

function failed(reason: string): Outcome {
  return { kind: 'failed', text: 'The application did not respond', reason, elapsed: 0 };
}

/** Turns what people do into messages and interactions, and says what came of them. */
export function createStage(context: StageContext): Stage {
  const { application, commands, exchanges, messages, nextId, deliver } = context;
  /** By person: opening a modal closes the one before. */
  const open = new Map<string, OpenModal>();
  const openModal = (personId: string): OpenModal | undefined => open.get(personId);

  const send = async (start: ExchangeStart): Promise<Outcome> => {
    const { exchange, outcome } = exchanges.open(start);
    if (!deliver(start.payload)) exchanges.fail(exchange, 'The bot is not connected');
    const result = await outcome;
    if (result.modal)
      open.set(start.actor.person.id, { modal: { ...result.modal }, openedBy: start });
    return result;
  };

  return {
    send,
    async interact(request) {
      const actor = findActor(request);
      if (!actor) return failed('There is no such person or place.');
      const plan = planInteraction({ commands, messages, openModal }, request, actor);
      if ('refusal' in plan) return failed(plan.refusal);
      if (request.type === 'modal') open.delete(actor.person.id);
      const { data, message, ...start } = plan;
      const id = nextId();
      const token = createToken(id);
      const payload = toInteraction({
        id,
        token,
        applicationId: application.id,
        type: start.type,
        actor,
        owners: start.owners,
        data,
        ...(message ? { message } : {}),
      });
      return send({ ...start, id, token, actor, payload });
    },
    say(request) {
      const actor = findActor(request);
      const content = request.content.trim();
      if (!actor || content === '' || lengthOf(content) > maxContent) return undefined;
      return messages.add(toPersonsMessage(actor, nextId(), content));
    },
    dismiss(request) {
      const actor = findActor(request);
      const message = actor && findVisible(messages, actor, request.messageId)?.message;
      if (message && ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0)
        messages.remove(message.id);
    },
  };
}
