import { avatar } from '../controls/avatar.ts';
import { element } from '../controls/dom.ts';
import { icon } from '../controls/icons.ts';
import { openMenu } from '../controls/menu.ts';
import type { MenuItem } from '../controls/menu-entries.ts';
import { toFace } from '../session/people.ts';
import type { Session } from '../session/session.ts';
import { openSettings } from './settings-view.ts';

/** Who the visitor is, in the corner: opens the menu to become somebody else, and the settings. */
export function createAccountView(session: Session): HTMLElement {
  const who: HTMLElement = element('button', {
    class: 'who',
    type: 'button',
    'aria-haspopup': 'menu',
    on: { click: openAccounts },
  });
  const settings = element(
    'button',
    {
      class: 'bar-button',
      type: 'button',
      'aria-label': 'User Settings',
      on: { click: () => openSettings(session) },
    },
    icon('gear'),
  );

  function openAccounts(): void {
    const state = session.state();
    const items = state.welcome.people.map((person): MenuItem => ({
      label: person.displayName,
      picture: avatar(toFace(person), 24),
      checked: person.id === state.person.id,
      run: () => session.view({ person }),
    }));
    const { left, top } = who.getBoundingClientRect();
    const rowHeight = 48;
    openMenu('Switch Accounts', items, { x: left, y: top - items.length * rowHeight });
  }

  function render(): void {
    const { person } = session.state();
    who.setAttribute('aria-label', `${person.displayName}, switch accounts`);
    // The style sheet shows the username: it is no part of what the button is called by.
    const name = element('span', { class: 'who-name', 'data-username': person.username });
    name.append(person.displayName);
    who.replaceChildren(avatar(toFace(person), 32), name);
  }

  session.subscribe(({ type }) => {
    if (type === 'frame') render();
  });
  return element('section', { class: 'account', 'aria-label': 'User area' }, who, settings);
}
