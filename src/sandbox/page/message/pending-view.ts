import { authorLine, ephemeralLine, thinkingView } from './message-view.ts';
import { avatar } from '../controls/avatar.ts';
import { ownUsedLine } from './context-line.ts';
import { element } from '../controls/dom.ts';
import { icon } from '../controls/icons.ts';
import { toBotFace } from '../session/people.ts';
import type { SessionState } from '../session/session-state.ts';

/** A place in the conversation that is kept for an answer. */
export interface Pending {
  readonly node: HTMLElement;
  /** Turns it into the notice that no answer came. */
  fail(text: string): void;
  remove(): void;
}

/** "NAME used /quote" over "Sending command…", until the answer comes or fails to. */
export function createPending(state: SessionState, command: string): Pending {
  const bot = toBotFace(state);
  const sent = new Date();
  const content = element('div', {}, thinkingView('Sending command…'));
  const article = element(
    'article',
    { class: 'message start', 'aria-label': `${bot.name}, ${command}`, tabindex: -1 },
    ownUsedLine(state, command),
    avatar(bot, 40),
    authorLine(bot, sent, state.locale),
    content,
  );
  const node = element('li', {}, article);
  const remove = (): void => node.remove();
  return {
    node,
    remove,
    fail(text) {
      article.classList.add('ephemeral');
      const failure = element('p', { class: 'failure', role: 'alert' }, icon('alert', 16), text);
      content.replaceChildren(failure, ephemeralLine(remove));
    },
  };
}
