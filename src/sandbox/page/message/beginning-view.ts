import { avatar } from '../controls/avatar.ts';
import { element } from '../controls/dom.ts';
import { icon } from '../controls/icons.ts';
import { toBotFace, toPlaceName } from '../session/people.ts';
import type { SessionState } from '../session/session-state.ts';

/** What stands above the first message: where one is, and that it is not Discord itself. */
export function beginningView(state: SessionState): HTMLElement {
  const { place } = state;
  const name = toPlaceName(place, state);
  const heading = place.kind === 'guild' ? `Welcome to #${name}!` : name;
  return element(
    'div',
    {},
    pictureView(state),
    element('h2', {}, heading),
    element(
      'p',
      {},
      place.kind === 'guild' ? `This is the start of the #${name} channel.` : place.description,
    ),
    element(
      'p',
      { class: 'hint' },
      'A sandbox on your own machine: the people and what they wrote are made up, the app is the real one. Nothing leaves this computer. Type / to see its commands.',
    ),
  );
}

function pictureView(state: SessionState): Node {
  const { kind } = state.place;
  if (kind === 'bot_dm') return avatar(toBotFace(state), 68);
  return element(
    'div',
    { class: 'beginning-icon' },
    icon(kind === 'guild' ? 'hash' : 'people', 40),
  );
}
