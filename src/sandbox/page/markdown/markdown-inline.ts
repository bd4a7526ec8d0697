import { code, codeBlock } from './markdown-code.ts';
import { maskedLink } from './markdown-link.ts';
import { findReference } from './markdown-references.ts';
import { parseInside } from '../markdown-tree.ts';
import type { Found, Parse, Rule, Scope, SpanType } from '../markdown-tree.ts';

/** The shrug keeps its arms although they look like an escape and an emphasis. */
const shrug: Rule = (source) =>
  source.startsWith('¯\\_(ツ)_/¯') ? toText('¯\\_(ツ)_/¯') : undefined;

/** A backslash takes the meaning from what is neither letter, digit nor space. */
const escape: Rule = (source) => {
  const match = /^\\([^0-9A-Za-z\s])/.exec(source);
  return match === null ? undefined : { length: 2, node: { type: 'text', text: match[1] ?? '' } };
};

const escaped = String.raw`\\[\s\S]`;
/** Of these the longest match counts, and of equal ones the first, as in simple-markdown. */
const emphases: readonly (readonly [SpanType, RegExp])[] = [
  [
    'italic',
    new RegExp(
      String.raw`^\*(?=\S)((?:\*\*|${escaped}|\s+(?:${escaped}|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)`,
    ),
  ],
  ['italic', new RegExp(String.raw`^_((?:__|${escaped}|[^\\_])+?)_\b`)],
  ['bold', new RegExp(String.raw`^\*\*((?:${escaped}|[^\\])+?)\*\*(?!\*)`)],
  ['underline', new RegExp(String.raw`^__((?:${escaped}|[^\\])+?)__(?!_)`)],
];

const emphasis: Rule = (source, scope, parse) => {
  let best: { readonly type: SpanType; readonly match: RegExpExecArray } | undefined;
  for (const [type, pattern] of emphases) {
    const match = pattern.exec(source);
    if (match !== null && match[0].length > (best?.match[0].length ?? 0)) best = { type, match };
  }
  return best && toSpan(best.type, best.match, scope, parse);
};

/** Strike and spoiler end at the next pair of their marks, whatever stands between. */
const strike = spanRule('strike', /^~~([\s\S]+?)~~(?!_)/);
const spoiler = spanRule('spoiler', /^\|\|([\s\S]+?)\|\|/);

function spanRule(type: SpanType, pattern: RegExp): Rule {
  return (source, scope, parse) => {
    const match = pattern.exec(source);
    return match === null ? undefined : toSpan(type, match, scope, parse);
  };
}

function toSpan(type: SpanType, match: RegExpExecArray, scope: Scope, parse: Parse): Found {
  return {
    length: match[0].length,
    node: { type, children: parseInside(match[1] ?? '', scope, parse) },
  };
}

function toText(text: string): Found {
  return { length: text.length, node: { type: 'text', text } };
}

const rules: readonly Rule[] = [
  shrug,
  escape,
  findReference,
  maskedLink,
  emphasis,
  strike,
  spoiler,
  codeBlock,
  code,
];

/** What begins here inside a line: emphasis, code, a link, a mention… */
export function findInline(source: string, scope: Scope, parse: Parse): Found | undefined {
  for (const rule of rules) {
    const found = rule(source, scope, parse);
    if (found !== undefined) return found;
  }
  return undefined;
}
