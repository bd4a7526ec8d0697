import type { APIApplicationCommand, APIMessage } from 'discord-api-types/payloads/v10';
import type { Person, Place, Trace, Welcome } from '../../protocol.ts';

/** What the page knows. Only the session writes here. */
export interface SessionState {
  readonly connected: boolean;
  readonly botOnline: boolean;
  readonly welcome: Welcome;
  readonly person: Person;
  readonly place: Place;
  readonly locale: string;
  /** The commands that can be used in the place. */
  readonly commands: readonly APIApplicationCommand[];
  /** What the person may see in the place, oldest first. */
  readonly messages: ReadonlyMap<string, APIMessage>;
  /** Places where something was said since they were last looked at. */
  readonly unread: ReadonlySet<string>;
}

/** What changed: views listen for what they show. */
export type Change =
  /** The person, the place, the language, the commands, the connection or what is unread. */
  | { readonly type: 'frame' }
  /** The list of messages as a whole. */
  | { readonly type: 'history' }
  | { readonly type: 'message'; readonly message: APIMessage; readonly isNew: boolean }
  | { readonly type: 'removed'; readonly messageId: string }
  | { readonly type: 'trace'; readonly trace: Trace }
  /** A failure and its reason, as the sandbox tells it. */
  | { readonly type: 'failure'; readonly title: string; readonly reason: string };

/**
 * The state after a welcome: who and where the visitor was before a lost connection, as far as that
 * still exists.
 */
export function toState(
  welcome: Welcome,
  before: SessionState | undefined,
): Omit<SessionState, 'messages' | 'unread'> {
  const { people, places, locales } = welcome;
  const person = people.find(({ id }) => id === before?.person.id) ?? people[0];
  const place = places.find(({ id }) => id === before?.place.id) ?? places[0];
  if (person === undefined || place === undefined) throw new Error('The sandbox is empty.');
  return {
    welcome,
    person,
    place,
    locale: before?.locale ?? toLocale(navigator.languages, locales),
    connected: true,
    botOnline: before?.botOnline ?? false,
    commands: before?.commands ?? [],
  };
}

/** The first of the visitor's languages that Discord speaks too. */
function toLocale(wanted: readonly string[], known: readonly string[]): string {
  for (const language of wanted) {
    const [short] = language.split('-');
    const found =
      known.find((locale) => locale === language) ??
      known.find((locale) => locale.split('-')[0] === short);
    if (found !== undefined) return found;
  }
  return known[0] ?? 'en-US';
}
