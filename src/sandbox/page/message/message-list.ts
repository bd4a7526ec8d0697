import type { APIMessage } from 'discord-api-types/payloads/v10';
import { beginningView } from './beginning-view.ts';
import { element } from '../controls/dom.ts';
import { startsDay, startsGroup } from './grouping.ts';
import { messageView } from './message-view.ts';
import type { MessageActions } from './message-view.ts';
import { toDay } from '../session/moment.ts';
import type { Pending } from './pending-view.ts';
import { toPlaceName } from '../session/people.ts';
import type { Reading } from '../markdown/markdown-view.ts';
import { keepFocus, moveBetweenMessages } from './message-focus.ts';
import { createScroll } from '../controls/scroll.ts';
import type { Session } from '../session/session.ts';

export interface MessageListContext {
  readonly session: Session;
  readonly reading: (message: APIMessage) => Reading;
  readonly actions: (message: APIMessage) => MessageActions;
}

export interface MessageList {
  readonly node: HTMLElement;
  addPending(pending: Pending): void;
  /** Scrolls to a message and lights it up; false when it is not here. */
  show(messageId: string): boolean;
}

/** The conversation of the present place. */
export function createMessageList({ session, reading, actions }: MessageListContext): MessageList {
  const beginning = element('div', { class: 'beginning' });
  const list = element('ol', { role: 'list' });
  const scroll = createScroll(beginning, list);
  /** By message id, in the order of the conversation. */
  const items = new Map<string, HTMLElement>();

  list.addEventListener('keydown', (event) => moveBetweenMessages(event, list));

  function render(): void {
    const state = session.state();
    list.setAttribute('aria-label', `Messages in ${toPlaceName(state.place, state)}`);
    beginning.replaceChildren(beginningView(state));
    items.clear();
    list.replaceChildren();
    for (const message of state.messages.values()) put(message);
    setEntry();
    scroll.toEnd();
  }

  /** Draws a message anew where it stands, or at the end. */
  function put(message: APIMessage): void {
    const previous = before(message.id);
    const article = toArticle(message, previous);
    const day = startsDay(message, previous) ? dayView(message, session.state().locale) : undefined;
    const content = day === undefined ? [article] : [day, article];
    const present = items.get(message.id);
    if (present !== undefined) return keepFocus(present, () => present.replaceChildren(...content));
    const item = element('li', {}, ...content);
    items.set(message.id, item);
    list.append(item);
  }

  function toArticle(message: APIMessage, previous: APIMessage | undefined): HTMLElement {
    const isStart = startsGroup(message, previous);
    const article = messageView(
      message,
      isStart,
      session.state(),
      reading(message),
      actions(message),
    );
    article.dataset['messageId'] = message.id;
    return article;
  }

  function before(messageId: string): APIMessage | undefined {
    let previous: APIMessage | undefined;
    for (const message of session.state().messages.values()) {
      if (message.id === messageId) return previous;
      previous = message;
    }
    return undefined;
  }

  function remove(messageId: string): void {
    const item = items.get(messageId);
    const following = item?.nextElementSibling?.querySelector('article');
    item?.remove();
    items.delete(messageId);
    const next = session.state().messages.get(following?.dataset['messageId'] ?? '');
    if (next !== undefined) put(next);
    setEntry();
  }

  /** The last message is where the Tab key enters the conversation. */
  function setEntry(): void {
    const articles = [...list.querySelectorAll('article')];
    for (const article of articles) article.tabIndex = -1;
    const last = articles.at(-1);
    if (last !== undefined) last.tabIndex = 0;
  }

  session.subscribe((change) => {
    if (change.type === 'history') return render();
    if (change.type === 'removed') return remove(change.messageId);
    if (change.type === 'message') {
      scroll.follow(() => put(change.message), change.isNew);
      setEntry();
      if (change.isNew && change.message.author.id === session.state().person.id) scroll.toEnd();
    }
  });

  return {
    node: scroll.node,
    addPending({ node }) {
      list.append(node);
      scroll.toEnd();
    },
    show(messageId) {
      const article = items.get(messageId)?.querySelector('article');
      if (!article) return false;
      article.scrollIntoView({ block: 'center' });
      article.focus({ preventScroll: true });
      article.classList.add('flash');
      article.addEventListener('animationend', () => article.classList.remove('flash'), {
        once: true,
      });
      return true;
    },
  };
}

function dayView(message: APIMessage, locale: string): HTMLElement {
  const day = toDay(new Date(message.timestamp), locale);
  return element('div', { class: 'day' }, element('span', {}, day));
}
