import type { Place } from '../../protocol.ts';
import { avatar, initialsView } from '../controls/avatar.ts';
import { element } from '../controls/dom.ts';
import { icon } from '../controls/icons.ts';
import { toBotFace, toPlaceName } from '../session/people.ts';
import type { SessionState } from '../session/session-state.ts';
import type { Session } from '../session/session.ts';

/** The rail of servers and, beside it, the channels or conversations of the one that is open. */
export function createPlacesView(session: Session, onGo: () => void): HTMLElement {
  const rail = element('nav', { class: 'rail', 'aria-label': 'Servers' });
  const heading = element('h2', { class: 'side-heading' });
  const channels = element('nav', { class: 'channels' });
  /** The server whose channels are shown; the private conversations when there is none. */
  let open: string | undefined;
  let shownPlace: string | undefined;

  function go(place: Place): void {
    session.view({ place });
    onGo();
  }

  function openGroup(group: string | undefined): void {
    open = group;
    render();
  }

  function render(): void {
    const state = session.state();
    const { places } = state.welcome;
    if (shownPlace !== state.place.id) open = state.place.guildId;
    shownPlace = state.place.id;
    const server = places.find(({ guildId }) => guildId !== undefined && guildId === open);
    const title = server?.guildName ?? 'Direct Messages';
    rail.replaceChildren(...railItems(state, open, openGroup));
    heading.textContent = title;
    channels.setAttribute('aria-label', title);
    channels.replaceChildren(
      ...places
        .filter(({ guildId }) => guildId === open)
        .map((place) => placeButton(place, state, go)),
    );
  }

  session.subscribe(({ type }) => {
    if (type === 'frame') render();
  });
  const side = element('div', { class: 'side' }, heading, channels);
  return element('div', { class: 'places' }, rail, side);
}

function railItems(
  state: SessionState,
  open: string | undefined,
  openGroup: (group: string | undefined) => void,
): HTMLElement[] {
  const groups = new Map(
    state.welcome.places.map(({ guildId, guildName }) => [guildId, guildName]),
  );
  const servers = [...groups].filter(([id]) => id !== undefined);
  const item = (id: string | undefined, name: string, content: Node): HTMLElement =>
    element(
      'button',
      {
        class: hasUnread(state, id) ? 'rail-item unread' : 'rail-item',
        type: 'button',
        title: name,
        'aria-pressed': id === open,
        on: { click: () => openGroup(id) },
      },
      content,
      element('span', { class: 'unseen' }, name),
    );
  return [
    item(undefined, 'Direct Messages', icon('bubble', 24)),
    element('span', { class: 'rail-line' }),
    ...servers.map(([id, name = '']) => item(id, name, initialsView(name, 44))),
  ];
}

function hasUnread({ unread, welcome }: SessionState, guildId: string | undefined): boolean {
  return welcome.places.some((place) => place.guildId === guildId && unread.has(place.id));
}

function placeButton(place: Place, state: SessionState, go: (place: Place) => void): HTMLElement {
  const name = toPlaceName(place, state);
  const isPresent = place.id === state.place.id;
  const isUnread = state.unread.has(place.id);
  return element(
    'button',
    {
      class: isUnread ? 'place unread' : 'place',
      type: 'button',
      'aria-current': isPresent ? 'page' : undefined,
      'aria-label': isUnread ? `${name}, unread` : name,
      on: { click: () => go(place) },
    },
    pictureOf(place, state),
    element('span', { class: 'place-name' }, name),
  );
}

function pictureOf(place: Place, state: SessionState): Node {
  if (place.kind === 'guild') return icon('hash', 20);
  if (place.kind === 'bot_dm') return avatar(toBotFace(state), 32);
  return element('span', { class: 'group-picture' }, icon('people', 20));
}
