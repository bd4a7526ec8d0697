import type { APIMessage, APIUser } from 'discord-api-types/payloads/v10';
import type { Person, Place } from '../../protocol.ts';
import type { Face } from '../controls/avatar.ts';
import type { SessionState } from './session-state.ts';

const botColour = '#5865f2';

/** The face of who wrote a message. */
export function toAuthor(
  author: APIUser,
  { welcome }: SessionState,
): Face & { readonly id: string } {
  const person = welcome.people.find(({ id }) => id === author.id);
  if (person !== undefined) return { id: author.id, ...toFace(person) };
  const name = author.global_name ?? author.username;
  return { id: author.id, name, colour: botColour, isBot: author.bot === true };
}

/** The face of a person whom the visitor can be. */
export function toFace(person: Person): Face {
  return { name: person.displayName, colour: person.colour, isBot: false };
}

/** The application's own face. */
export function toBotFace({ welcome }: SessionState): Face {
  return { name: welcome.application.name, colour: botColour, isBot: true };
}

/** What Discord calls a place: a direct message bears the other's name. */
export function toPlaceName(place: Place, { welcome }: SessionState): string {
  return place.kind === 'bot_dm' ? welcome.application.name : place.name;
}

/** The name that a mention of a user shows. */
export function toUserName(
  id: string,
  message: APIMessage | undefined,
  state: SessionState,
): string {
  const person = state.welcome.people.find((candidate) => candidate.id === id);
  const mentioned = message?.mentions.find((candidate) => candidate.id === id);
  const isBot = id === state.welcome.application.id;
  return (
    person?.displayName ??
    mentioned?.global_name ??
    mentioned?.username ??
    (isBot ? state.welcome.application.name : 'unknown-user')
  );
}
