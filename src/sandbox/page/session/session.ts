import type { APIApplicationCommand, APIMessage } from 'discord-api-types/payloads/v10';
import type { OptionValue, Person, Place, ServerEvent, Welcome } from '../../protocol.ts';
import { createConnection } from './connection.ts';
import type { Outcome } from './connection.ts';
import { toState } from './session-state.ts';
import type { Change, SessionState } from './session-state.ts';

export interface CommandUse {
  readonly command: APIApplicationCommand;
  readonly options: readonly OptionValue[];
  readonly targetId?: string;
}

export interface Submission {
  readonly customId: string;
  readonly fields: readonly { readonly customId: string; readonly value: string }[];
  readonly messageId?: string;
}

/** The visitor's presence in the sandbox: what is known, and what can be done. */
export interface Session {
  readonly state: () => SessionState;
  subscribe(listener: (change: Change) => void): void;
  /** Become somebody else, go elsewhere or speak another language. */
  view(change: { person?: Person; place?: Place; locale?: string }): void;
  say(content: string): void;
  use(use: CommandUse): Promise<Outcome>;
  complete(use: CommandUse, focused: string): Promise<Outcome>;
  press(messageId: string, customId: string, values?: readonly string[]): Promise<Outcome>;
  submit(modal: Submission): Promise<Outcome>;
  dismiss(messageId: string): void;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/**
 * Connects to the sandbox and keeps what it tells.
 * @param onReady called once, with the session, when the sandbox has introduced itself
 */
export function createSession(onReady: (session: Session) => void): void {
  const listeners: ((change: Change) => void)[] = [];
  const messages = new Map<string, APIMessage>();
  const unread = new Set<string>();
  let state: Writable<SessionState> | undefined;

  const connection = createConnection({ onEvent: receive, onConnected: handleConnected });

  function emit(change: Change): void {
    for (const listener of listeners) listener(change);
  }

  function present(): Writable<SessionState> {
    if (state === undefined) throw new Error('The sandbox has not introduced itself yet.');
    return state;
  }

  function actor(): { personId: string; placeId: string; locale: string } {
    const { person, place, locale } = present();
    return { personId: person.id, placeId: place.id, locale };
  }

  function handleConnected(connected: boolean): void {
    if (state === undefined || connected) return;
    state.connected = false;
    emit({ type: 'frame' });
  }

  function greet(welcome: Welcome): void {
    const isFirst = state === undefined;
    state = { ...toState(welcome, state), messages, unread };
    connection.send({ type: 'view', ...actor() });
    if (isFirst) onReady(session);
    emit({ type: 'frame' });
  }

  function receive(event: ServerEvent): void {
    if (event.type === 'welcome') return greet(event.welcome);
    if (state === undefined) return undefined;
    switch (event.type) {
      case 'commands':
        state.commands = event.commands;
        return emit({ type: 'frame' });
      case 'bot':
        state.botOnline = event.online;
        return emit({ type: 'frame' });
      case 'history':
        return receiveHistory(event.placeId, event.messages);
      case 'messageCreate':
      case 'messageUpdate':
        return receiveMessage(event.placeId, event.message, event.type === 'messageCreate');
      case 'messageDelete':
        if (messages.delete(event.messageId)) emit({ type: 'removed', messageId: event.messageId });
        return undefined;
      case 'trace':
        return emit({ type: 'trace', trace: event.trace });
      case 'outcome':
        return undefined;
    }
  }

  function receiveHistory(placeId: string, history: readonly APIMessage[]): void {
    if (placeId !== present().place.id) return;
    messages.clear();
    for (const message of history) messages.set(message.id, message);
    emit({ type: 'history' });
  }

  function receiveMessage(placeId: string, message: APIMessage, isNew: boolean): void {
    if (placeId === present().place.id) {
      messages.set(message.id, message);
      emit({ type: 'message', message, isNew });
    } else if (isNew) {
      unread.add(placeId);
      emit({ type: 'frame' });
    }
  }

  /** Waits for the outcome; a failure is also told to who listens. */
  async function report(title: string, answer: Promise<Outcome>): Promise<Outcome> {
    const outcome = await answer;
    if (outcome.kind === 'failed') emit({ type: 'failure', title, reason: outcome.reason });
    return outcome;
  }

  const session: Session = {
    state: present,
    subscribe: (listener) => listeners.push(listener),
    view(change) {
      const current = Object.assign(present(), change);
      unread.delete(current.place.id);
      connection.send({ type: 'view', ...actor() });
      emit({ type: 'frame' });
    },
    say: (content) => connection.send({ type: 'say', content, ...actor() }),
    use: ({ command, ...use }) =>
      report(
        command.name,
        connection.exchange({ type: 'command', commandId: command.id, ...use, ...actor() }),
      ),
    complete: ({ command, ...use }, focused) =>
      connection.exchange({
        type: 'autocomplete',
        commandId: command.id,
        focused,
        ...use,
        ...actor(),
      }),
    press: (messageId, customId, values) =>
      report(
        customId,
        connection.exchange({
          type: 'component',
          messageId,
          customId,
          ...(values === undefined ? {} : { values }),
          ...actor(),
        }),
      ),
    submit: (modal) =>
      report(modal.customId, connection.exchange({ type: 'modal', ...modal, ...actor() })),
    dismiss: (messageId) => connection.send({ type: 'dismiss', messageId, ...actor() }),
  };
}
