import type {
  APIMessage,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/payloads/v10';
import type { Outcome } from '../session/connection.ts';
import { toExcerpt } from './context-line.ts';
import type { Reading } from '../markdown/markdown-view.ts';
import { openMenu } from '../controls/menu.ts';
import { createMessageList } from './message-list.ts';
import { toMessageMenu } from './message-menu.ts';
import type { MessageActions } from './message-view.ts';
import { openModal } from './modal-view.ts';
import type { Notices } from '../controls/notices.ts';
import { createPending } from './pending-view.ts';
import { toAuthor, toPlaceName, toUserName } from '../session/people.ts';
import type { CommandUse, Session } from '../session/session.ts';

export interface Conversation {
  readonly node: HTMLElement;
  /** Uses a command, and shows that it was sent, what came of it, and the modal that it opens. */
  readonly run: (use: CommandUse) => void;
}

/** The messages of the present place and all that can be done with them. */
export function createConversation(session: Session, notices: Notices): Conversation {
  const list = createMessageList({ session, reading: toReading, actions: toActions });
  /** A message to go to when its place has been entered. */
  let destination: string | undefined;

  function run(use: CommandUse): void {
    void runToEnd(use);
  }

  async function runToEnd(use: CommandUse): Promise<void> {
    const title = use.targetId === undefined ? `/${use.command.name}` : use.command.name;
    const pending = createPending(session.state(), title);
    list.addPending(pending);
    const outcome = await session.use(use);
    if (outcome.kind === 'failed') pending.fail(outcome.text);
    else pending.remove();
    if (outcome.kind === 'modal') showModal(outcome.modal);
  }

  function showModal(modal: APIModalInteractionResponseCallbackData, messageId?: string): void {
    const { custom_id: customId } = modal;
    const source = messageId === undefined ? {} : { messageId };
    openModal(modal, (fields) => session.submit({ customId, fields, ...source }));
  }

  async function press(
    messageId: string,
    customId: string,
    values?: readonly string[],
  ): Promise<Outcome> {
    const outcome = await session.press(messageId, customId, values);
    if (outcome.kind === 'modal') showModal(outcome.modal, messageId);
    return outcome;
  }

  function jump(channelId: string, messageId: string): void {
    const { place, welcome } = session.state();
    const target = welcome.places.find(({ id }) => id === channelId);
    if (target !== undefined && target.id !== place.id) {
      destination = messageId;
      session.view({ place: target });
    } else if (!list.show(messageId)) notices.toast('This message is not here any more.');
  }

  function toReading(message: APIMessage): Reading {
    const state = session.state();
    return {
      locale: state.locale,
      userName: (id) => toUserName(id, message, state),
      channelName(id) {
        const place = state.welcome.places.find((candidate) => candidate.id === id);
        return place && toPlaceName(place, state);
      },
      jump,
    };
  }

  function toActions(message: APIMessage): MessageActions {
    return {
      press: (customId, values) => press(message.id, customId, values),
      jump: (messageId) => jump(session.state().place.id, messageId),
      dismiss: () => session.dismiss(message.id),
      openMenu: (opener) => {
        const { left, bottom } = opener.getBoundingClientRect();
        showMenu(message, left, bottom);
      },
    };
  }

  function showMenu(message: APIMessage, x: number, y: number): void {
    const items = toMessageMenu(message, session.state(), {
      use: (command) => run({ command, options: [], targetId: message.id }),
      copy: (text, what) => void copy(text, what),
      dismiss: () => session.dismiss(message.id),
    });
    openMenu('Message actions', items, { x, y });
  }

  async function copy(text: string, what: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      notices.toast(`${what} copied`);
    } catch {
      notices.toast('This browser does not let the page copy.');
    }
  }

  /** The message around an event's target, and where it is drawn. */
  function findMessage(event: Event): { message: APIMessage; box: DOMRect } | undefined {
    if (!(event.target instanceof Element)) return undefined;
    const article = event.target.closest<HTMLElement>('article[data-message-id]');
    const message = session.state().messages.get(article?.dataset['messageId'] ?? '');
    if (article === null || message === undefined) return undefined;
    return { message, box: article.getBoundingClientRect() };
  }

  /** Right-click and long press; a link keeps the browser's own menu. */
  list.node.addEventListener('contextmenu', (event) => {
    const found = findMessage(event);
    if (found === undefined || (event.target instanceof Element && event.target.closest('a')))
      return;
    event.preventDefault();
    showMenu(found.message, event.clientX, event.clientY);
  });

  list.node.addEventListener('keydown', (event) => {
    const found = findMessage(event);
    const isMenuKey = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
    if (found === undefined || !isMenuKey) return;
    event.preventDefault();
    showMenu(found.message, found.box.left + 72, found.box.top + 24);
  });

  session.subscribe((change) => {
    if (change.type === 'history' && destination !== undefined) {
      if (!list.show(destination)) notices.toast('This message is not here any more.');
      destination = undefined;
    }
    if (change.type === 'message' && change.isNew) announce(change.message);
  });

  function announce(message: APIMessage): void {
    const state = session.state();
    if (message.author.id === state.person.id) return;
    const { name } = toAuthor(message.author, state);
    notices.announce(`${name}: ${toExcerpt(message, toReading(message))}`);
  }

  return { node: list.node, run };
}
