import { MessageType } from 'discord-api-types/payloads/v10';
import type { APIMessage } from 'discord-api-types/payloads/v10';
import { avatar } from '../controls/avatar.ts';
import type { Face } from '../controls/avatar.ts';
import { element } from '../controls/dom.ts';
import { markdownView } from '../markdown/markdown-view.ts';
import type { Reading } from '../markdown/markdown-view.ts';
import { toAuthor, toFace } from '../session/people.ts';
import type { SessionState } from '../session/session-state.ts';

/** `NAME used /quote`: who caused the message below and with what. */
function usedLine(face: Face, command: string): HTMLElement {
  return line(face, 'used', element('span', { class: 'command-name' }, command));
}

/** The line above a message that a command or an older message led to; none for others. */
export function contextLine(
  message: APIMessage,
  state: SessionState,
  reading: Reading,
  jump: (messageId: string) => void,
): HTMLElement | undefined {
  const command = toCommandTitle(message);
  const user = message.interaction_metadata?.user;
  if (command !== undefined && user !== undefined) return usedLine(toAuthor(user, state), command);
  const target = message.message_reference?.message_id;
  return target === undefined ? undefined : replyLine(target, state, reading, jump);
}

/** `/quote` for a slash command, the bare name for a message command, nothing for what is no command's answer. */
export function toCommandTitle({ interaction, type }: APIMessage): string | undefined {
  if (interaction === undefined) return undefined;
  return type === MessageType.ContextMenuCommand ? interaction.name : `/${interaction.name}`;
}

function replyLine(
  targetId: string,
  state: SessionState,
  reading: Reading,
  jump: (messageId: string) => void,
): HTMLElement {
  const target = state.messages.get(targetId);
  if (target === undefined) {
    return element('div', { class: 'context' }, element('em', {}, 'Original message was deleted'));
  }
  const excerpt = element(
    'button',
    { class: 'reply-text', type: 'button', on: { click: () => jump(targetId) } },
    toExcerpt(target, reading),
  );
  return line(toAuthor(target.author, state), excerpt);
}

const blocks = new Set(['blockquote', 'small', 'div', 'ul', 'ol', 'pre']);

/** What a message says, on one line. */
export function toExcerpt({ content, embeds }: APIMessage, reading: Reading): string {
  const [embed] = embeds;
  const source = content || [embed?.title, embed?.description].filter(Boolean).join('. ');
  const lines = [...markdownView(source, reading).childNodes].map((node) => {
    const text = node.textContent ?? '';
    return node instanceof Element && blocks.has(node.localName) ? `${text} ` : text;
  });
  return lines.join('').replace(/\s+/g, ' ');
}

function line(face: Face, ...content: readonly (Node | string)[]): HTMLElement {
  const name = element('span', { class: 'context-name' }, face.name);
  return element('div', { class: 'context' }, avatar(face, 16), name, ...content);
}

/** The present visitor's own line, above an answer that is still awaited. */
export function ownUsedLine(state: SessionState, command: string): HTMLElement {
  return usedLine(toFace(state.person), command);
}
