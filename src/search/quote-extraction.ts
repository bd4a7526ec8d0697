import type { Span } from '../article/article.ts';
import { countWords, toWords, UNSPACED } from './quote-words.ts';

/** Something that a message quotes. */
export interface Quote {
  /** What is quoted, without its quotation marks, the `> ` of its lines and white space around it. */
  readonly text: string;
  /** Where it stands in the message: between its marks, or the lines of the block with their `> `. */
  readonly span: Span;
  readonly kind: 'marks' | 'block';
}

// One or two words in quotation marks are a term or raised eyebrows; so are five Chinese characters.
const FEWEST_WORDS = 3;
const DEEPEST_NESTING = 8;
// How far the mark may be that shows that one before it was an apostrophe.
const LOOK_AHEAD = 300;

// A block that is hardly more than a quotation in quotation marks is that quotation.
const MOST_OF_BLOCK = 0.6;

/**
 * What a Discord message quotes, in order: what stands in quotation marks of any style, each quotation
 * before those within it, and block quotes (lines with `> `, all that follows `>>> `). Code and links are
 * passed over, and so is what has fewer than three words, two Chinese or Japanese characters counting as
 * one. Takes any text and never throws.
 */
export function extractQuotes(message: string): Quote[] {
  const masked = message.replaceAll(CODE_OR_LINK, (hidden) =>
    hidden.replaceAll(/[^\n]/gu, blotOut),
  );
  const marked = toMarked(masked).map((span) => toQuote(message, span, 'marks'));
  const blocks = Array.from(masked.matchAll(BLOCK), ({ 0: block, index }) =>
    toQuote(message, { start: index, end: index + block.trimEnd().length }, 'block'),
  ).filter((block) => !marked.some((quote) => isMostOf(quote, block)));
  return [...marked, ...blocks]
    .filter(({ text }) => countWords(toWords(text)) >= FEWEST_WORDS)
    .toSorted((one, other) => one.span.start - other.span.start || other.span.end - one.span.end);
}

const CODE_OR_LINK = /```[^]*?```|``[^]*?``|`[^`]*`|https?:\/\/[^\s"“”«»「」『』]+/gu;
const BLOCK = /^>>> [^]*|^> .*(?:\n> .*)*/gmu;

// As long as what it stands for, so that offsets hold.
function blotOut(character: string): string {
  return ' '.repeat(character.length);
}

function toQuote(message: string, span: Span, kind: Quote['kind']): Quote {
  // A quotation of several paragraphs has an opening mark before each.
  const text = message.slice(span.start, span.end).replaceAll(/^>(?:>>)? |(?<=\n)[“„«]/gmu, '');
  return { text: text.trim(), span, kind };
}

function isMostOf(quote: Quote, block: Quote): boolean {
  const isWithin = quote.span.start >= block.span.start && quote.span.end <= block.span.end;
  return isWithin && quote.text.length >= block.text.length * MOST_OF_BLOCK;
}

/** Opening marks, and what closes each: „German“, »French«, ”Swedish” and their opposites. */
const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '“': '”',
  '”': '”',
  '„': '“”',
  '‘': '’',
  '‚': '‘’',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
  '「': '」',
  '『': '』',
  '＂': '＂',
};

interface Opening {
  readonly mark: string;
  readonly end: number;
}

/** What stands between two quotation marks that belong together. */
function toMarked(text: string): Span[] {
  const open: Opening[] = [];
  const found: Span[] = [];
  for (const { 0: mark, index } of text.matchAll(/["'“”„‘’‚«»‹›「」『』＂]/gu)) {
    const before = text.slice(Math.max(0, index - 2), index);
    const after = text.slice(index + 1, index + 1 + LOOK_AHEAD);
    const opening = open.findLastIndex((other) => CLOSING[other.mark]?.includes(mark));
    if (opening >= 0 && canClose(mark, before, after)) {
      found.push({ start: open[opening]?.end ?? 0, end: index });
      open.length = opening;
    } else if (
      canOpen(mark, before, after) &&
      !(before.endsWith('\n') && open.at(-1)?.mark === mark)
    ) {
      open.push({ mark, end: index + 1 });
      if (open.length > DEEPEST_NESTING) open.shift();
    }
  }
  return found;
}

const AFTER_WORD = new RegExp(String.raw`(?!${UNSPACED})[\p{L}\p{N}]$`, 'u');

/** A mark that may also be an apostrophe, an inch or a closing mark opens before a word only. */
function canOpen(mark: string, before: string, after: string): boolean {
  if (!(mark in CLOSING) || !/^\S/u.test(after)) return false;
  return !`"'”»›‘＂`.includes(mark) || !AFTER_WORD.test(before);
}

/** An apostrophe closes nothing, be it within a word or after a plural that owns what follows. */
function canClose(mark: string, before: string, after: string): boolean {
  if (mark !== "'" && mark !== '’') return true;
  if (/^[\p{L}\p{N}]/u.test(after)) return false;
  const isPossessive = /s$/iu.test(before) && /^ \p{L}/u.test(after);
  return !isPossessive || !/^[^\n"‘“”]*\S['’](?![\p{L}\p{N}])/u.test(after);
}
