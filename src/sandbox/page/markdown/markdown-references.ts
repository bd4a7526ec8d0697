import type { Found, MarkdownNode, MentionKind, Rule } from '../markdown-tree.ts';
import { shortcodes } from './shortcodes.ts';

// Discord's documentation, "Message Formatting": what stands between `<` and `>`, and what is
// recognised without any bracket: addresses, @everyone, @here and the names of emoji.

const mentions: readonly (readonly [MentionKind, RegExp])[] = [
  ['user', /^<@!?(\d+)>/],
  ['role', /^<@&(\d+)>/],
  ['channel', /^<#(\d+)>/],
  ['command', /^<\/([-_'\p{L}\p{N} ]{1,99}):\d+>/u],
  ['guide', /^<id:([a-z-]+)(?::\d+)?>/],
  ['everyone', /^@(everyone|here)/],
];

const mention: Rule = (source) => {
  for (const [kind, pattern] of mentions) {
    const match = pattern.exec(source);
    if (match !== null) return toFound(match, { type: 'mention', kind, id: match[1] ?? '' });
  }
  return undefined;
};

const timestamp: Rule = (source) => {
  const match = /^<t:(-?\d{1,17})(?::([tTdDfFsSR]))?>/.exec(source);
  if (match === null) return undefined;
  return toFound(match, { type: 'timestamp', seconds: Number(match[1]), style: match[2] ?? 'f' });
};

const customEmoji: Rule = (source) => {
  const match = /^<a?:(\w+):\d+>/.exec(source);
  return match === null ? undefined : toFound(match, { type: 'emoji', name: match[1] ?? '' });
};

/** `:name:` is an emoji only when the name is one; else the colon is a colon. */
const shortcode: Rule = (source) => {
  const match = /^:([a-z0-9_+-]+):/.exec(source);
  const glyph = match === null ? undefined : shortcodes.get(match[1] ?? '');
  if (match === null || glyph === undefined) return undefined;
  return toFound(match, { type: 'emoji', name: match[1] ?? '', glyph });
};

/** `<https://…>`: a link whose preview is suppressed; the brackets are not shown. */
const bracketedAddress: Rule = (source) => {
  const match = /^<(https?:\/\/[^\s<>]+)>/i.exec(source);
  return match === null ? undefined : toAddress(match[1] ?? '', match[0].length);
};

/** `<somebody@example.org>` and `<+861234567>`: likewise without their brackets. */
const bracketedContact: Rule = (source) => {
  const match = /^<([\w.+-]+@[\w-]+(?:\.[\w-]+)+|\+\d[\d-]{2,20})>/.exec(source);
  if (match === null) return undefined;
  const contact = match[1] ?? '';
  const url = contact.startsWith('+') ? `tel:${contact}` : `mailto:${contact}`;
  return toFound(match, { type: 'link', url, children: [{ type: 'text', text: contact }] });
};

/** A bare address ends before punctuation and before a bracket that was opened outside of it. */
const bareAddress: Rule = (source) => {
  const match = /^https?:\/\/[^\s<]+[^<.,:;"'\]\s]/i.exec(source);
  if (match === null) return undefined;
  let url = match[0];
  while (url.endsWith(')') && count(url, ')') > count(url, '(')) url = url.slice(0, -1);
  return toAddress(url, url.length);
};

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

function toAddress(url: string, length: number): Found {
  return { length, node: { type: 'link', url, children: [{ type: 'text', text: url }] } };
}

function toFound(match: RegExpExecArray, node: MarkdownNode): Found {
  return { length: match[0].length, node };
}

const rules = [
  bracketedAddress,
  bracketedContact,
  mention,
  timestamp,
  customEmoji,
  bareAddress,
  shortcode,
];

/** A mention, an address, a moment or an emoji that begins here. */
export const findReference: Rule = (source, scope, parse) => {
  for (const rule of rules) {
    const found = rule(source, scope, parse);
    if (found !== undefined) return found;
  }
  return undefined;
};
