import { InteractionType, type ApplicationCommandType } from 'discord-api-types/v10';
import type { JsonObject } from './checks/form-check.ts';
import type { Outcome } from './outcome.ts';
import type { Person, Place, Trace } from './protocol.ts';

export interface Actor {
  readonly person: Person;
  readonly place: Place;
  readonly locale: string;
}

/** The interactions that a person can cause. */
export type InteractionKind = Exclude<InteractionType, InteractionType.Ping>;

export interface ExchangeStart {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionKind;
  readonly actor: Actor;
  /** A few words for people: `/quote`. */
  readonly title: string;
  readonly payload: JsonObject;
  readonly command?: { readonly name: string; readonly type: ApplicationCommandType };
  /** Installation type → guild or user id. */
  readonly owners: Readonly<Record<string, string>>;
  /** The message whose component was used. */
  readonly sourceId?: string;
  /** The message that a message command was used on. */
  readonly targetId?: string;
  /** The interaction that was answered with this modal. */
  readonly openedBy?: ExchangeStart;
}

/** One interaction and what has become of it. */
export interface Exchange extends ExchangeStart {
  state: 'waiting' | 'acknowledged' | 'expired';
  /** The message that `@original` means. */
  originalId?: string;
  /** Every message that its webhook may edit. */
  readonly messageIds: Set<string>;
  followUps: number;
  trace: Trace;
}

export interface Exchanges {
  /** Starts the deadline; the promise resolves with the answer or with the failure. */
  open(start: ExchangeStart): { exchange: Exchange; outcome: Promise<Outcome> };
  find(id: string, token: string): Exchange | undefined;
  /** Undefined when the token is unknown or older than its lifetime. */
  byToken(token: string): Exchange | undefined;
  acknowledge(
    exchange: Exchange,
    result: Omit<Outcome, 'elapsed'>,
    warnings: readonly string[],
  ): void;
  fail(exchange: Exchange, reason: string): void;
  /** Adds what the developer should know. */
  warn(exchange: Exchange, warnings: readonly string[]): void;
  /** Notes an answer that breaks a rule; the interaction goes on waiting for a better one. */
  refuse(exchange: Exchange, answered: unknown, warnings: readonly string[]): void;
  close(): void;
}

export interface ExchangeOptions {
  /** Milliseconds until an interaction must be acknowledged. */
  readonly deadline: number;
  /** Milliseconds for which the token edits and follows up. */
  readonly lifetime: number;
  readonly onTrace: (trace: Trace) => void;
}

const remembered = 1000;

interface Entry {
  readonly exchange: Exchange;
  readonly started: number;
  readonly settle: (outcome: Outcome) => void;
  readonly timer: NodeJS.Timeout;
}

function toExchange(start: ExchangeStart): Exchange {
  const { id, title, payload: received } = start;
  const trace: Trace = { id, title, received, status: 'pending', warnings: [] };
  return { ...start, state: 'waiting', messageIds: new Set(), followUps: 0, trace };
}

/** What Discord writes where an answer should be. */
function failureText(exchange: Exchange): string {
  return exchange.type === InteractionType.ApplicationCommandAutocomplete
    ? 'Loading options failed'
    : 'The application did not respond';
}

/** Remembers the interactions, their deadlines and who waits for them. */
export function createExchanges({ deadline, lifetime, onTrace }: ExchangeOptions): Exchanges {
  const entries = new Map<string, Entry>();

  const retrace = (exchange: Exchange, changes: Partial<Trace>): void => {
    exchange.trace = { ...exchange.trace, ...changes };
    onTrace(exchange.trace);
  };
  const finish = (exchange: Exchange, result: Omit<Outcome, 'elapsed'>): number => {
    const entry = entries.get(exchange.token);
    const elapsed = entry ? performance.now() - entry.started : 0;
    clearTimeout(entry?.timer);
    entry?.settle({ ...result, payload: exchange.payload, elapsed });
    return elapsed;
  };
  const fail = (exchange: Exchange, reason: string): void => {
    if (exchange.state !== 'waiting') return;
    exchange.state = 'expired';
    finish(exchange, { kind: 'failed', text: failureText(exchange), reason });
    const { status } = exchange.trace;
    retrace(exchange, {
      status: status === 'refused' ? status : 'expired',
      warnings: [...exchange.trace.warnings, reason],
    });
  };
  const reasonFor = ({ trace }: Exchange): string =>
    trace.status === 'refused'
      ? `The answer was refused: ${trace.warnings.join(' ')}`
      : `No answer within ${deadline} ms`;

  const forgetOldest = (): void => {
    for (const [token, entry] of entries) {
      if (entries.size <= remembered) return;
      if (entry.exchange.state !== 'waiting') entries.delete(token);
    }
  };

  const byToken = (token: string): Exchange | undefined => {
    const entry = entries.get(token);
    return entry && performance.now() - entry.started < lifetime ? entry.exchange : undefined;
  };

  return {
    byToken,
    fail,
    open(start) {
      const earlier = entries.get(start.token)?.exchange;
      if (earlier) fail(earlier, 'Sent again');
      const exchange = toExchange(start);
      const outcome = new Promise<Outcome>((settle) => {
        const timer = setTimeout(() => fail(exchange, reasonFor(exchange)), deadline);
        entries.set(start.token, { exchange, started: performance.now(), settle, timer });
      });
      forgetOldest();
      onTrace(exchange.trace);
      return { exchange, outcome };
    },
    find(id, token) {
      const exchange = byToken(token);
      return exchange?.id === id ? exchange : undefined;
    },
    acknowledge(exchange, result, warnings) {
      exchange.state = 'acknowledged';
      const elapsed = finish(exchange, result);
      retrace(exchange, {
        status: 'answered',
        answered: result.response,
        elapsed,
        warnings: [...exchange.trace.warnings, ...warnings],
      });
    },
    warn(exchange, warnings) {
      if (warnings.length > 0)
        retrace(exchange, { warnings: [...exchange.trace.warnings, ...warnings] });
    },
    refuse(exchange, answered, warnings) {
      const all = [...exchange.trace.warnings, ...warnings];
      retrace(exchange, { status: 'refused', answered, warnings: all });
    },
    close() {
      for (const { exchange } of entries.values()) fail(exchange, 'The sandbox was closed');
    },
  };
}
