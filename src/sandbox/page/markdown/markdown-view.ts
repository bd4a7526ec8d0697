import { element } from '../controls/dom.ts';
import { icon } from '../controls/icons.ts';
import type { MarkdownNode } from '../markdown-tree.ts';
import { parseMarkdown } from '../markdown.ts';
import { toStyledTime } from '../session/moment.ts';

/** What the text alone does not say. */
export interface Reading {
  readonly locale: string;
  userName(id: string): string;
  /** Name of a channel of the sandbox. */
  channelName(id: string): string | undefined;
  /** Follows a link to a message of the sandbox. */
  jump(channelId: string, messageId: string): void;
}

/** Markdown as Discord shows it, built node by node. */
export function markdownView(source: string, reading: Reading): DocumentFragment {
  return toFragment(parseMarkdown(source), reading);
}

function toFragment(nodes: readonly MarkdownNode[], reading: Reading): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(...nodes.map((node) => toNode(node, reading)));
  return fragment;
}

const spanTags = { bold: 'strong', italic: 'em', underline: 'u', strike: 's' } as const;

function toNode(node: MarkdownNode, reading: Reading): Node {
  switch (node.type) {
    case 'text':
      return document.createTextNode(node.text);
    case 'bold':
    case 'italic':
    case 'underline':
    case 'strike':
      return element(spanTags[node.type], {}, toFragment(node.children, reading));
    case 'spoiler':
      return toSpoiler(toFragment(node.children, reading));
    case 'code':
      return element('code', {}, node.text);
    case 'codeBlock':
      return element('pre', {}, element('code', {}, node.text));
    case 'link':
      return toLink(node.url, node.children, reading);
    case 'mention':
      return element('span', { class: 'mention' }, toMentionText(node.kind, node.id, reading));
    case 'timestamp':
      return toTime(node.seconds, node.style, reading.locale);
    case 'emoji':
      return element('span', { class: 'emoji' }, node.glyph ?? `:${node.name}:`);
    case 'list':
      return toList(node, reading);
    case 'quote':
    case 'heading':
    case 'subtext':
      return toBlock(node, toFragment(node.children, reading));
  }
}

type Block = Extract<MarkdownNode, { type: 'quote' | 'subtext' } | { type: 'heading' }>;

function toBlock(node: Block, content: DocumentFragment): HTMLElement {
  if (node.type !== 'heading') {
    return element(node.type === 'quote' ? 'blockquote' : 'small', {}, content);
  }
  // The page's own headings are levels 1 and 2: a message's come below them.
  const level = { role: 'heading', 'aria-level': node.level + 2 };
  return element('div', { class: `heading-${node.level}`, ...level }, content);
}

function toList(node: Extract<MarkdownNode, { type: 'list' }>, reading: Reading): HTMLElement {
  const items = node.items.map((item) => element('li', {}, toFragment(item, reading)));
  if (node.start === undefined) return element('ul', {}, ...items);
  return element('ol', { start: node.start }, ...items);
}

/** Hidden text: a button that shows it, after which it is text. */
function toSpoiler(content: DocumentFragment): HTMLElement {
  const hidden = element('span', { class: 'spoiler-text', 'aria-hidden': true }, content);
  const spoiler: HTMLElement = element('span', {
    class: 'spoiler',
    role: 'button',
    tabindex: 0,
    'aria-label': 'Spoiler, show',
    on: {
      click: reveal,
      keydown: (event) => {
        if (event.key === 'Enter' || event.key === ' ') reveal(event);
      },
    },
  });
  function reveal(event: Event): void {
    event.preventDefault();
    const shown = element('span', { class: 'spoiler shown', tabindex: -1 }, ...hidden.childNodes);
    spoiler.replaceWith(shown);
    shown.focus();
  }
  spoiler.append(hidden);
  return spoiler;
}

const messageLink =
  /^https:\/\/(?:www\.|ptb\.|canary\.)?discord\.com\/channels\/(?:\d+|@me)\/(\d+)\/(\d+)$/;

function toLink(url: string, label: readonly MarkdownNode[], reading: Reading): HTMLElement {
  const [, channelId = '', messageId = ''] = messageLink.exec(url) ?? [];
  const channel = reading.channelName(channelId);
  const content = toFragment(label, reading);
  if (channel === undefined) {
    return element('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, content);
  }
  const isBare = content.textContent === url;
  const on = {
    click: (event: MouseEvent): void => {
      event.preventDefault();
      reading.jump(channelId, messageId);
    },
  };
  if (!isBare) return element('a', { href: url, on }, content);
  return element(
    'a',
    { class: 'mention', href: url, 'aria-label': `Message in ${channel}`, on },
    icon('hash', 16),
    channel,
    icon('right', 14),
    icon('bubble', 16),
  );
}

function toMentionText(kind: string, id: string, reading: Reading): string {
  switch (kind) {
    case 'user':
      return `@${reading.userName(id)}`;
    case 'channel':
      return `#${reading.channelName(id) ?? 'unknown'}`;
    case 'command':
      return `/${id}`;
    case 'role':
      return '@unknown-role';
    default:
      return `@${id}`;
  }
}

function toTime(seconds: number, style: string, locale: string): HTMLElement {
  const text = toStyledTime(seconds, style, locale);
  return element('time', { class: 'timestamp', title: toStyledTime(seconds, 'F', locale) }, text);
}
