import type { Span } from '../article/article.ts';

/** A word of a text. */
export interface Word extends Span {
  /** What is compared: case, typography, Unicode form and invisible characters set aside. */
  readonly norm: string;
  /** Whether a hyphen or nothing parts it from the word before, as `non` and `violence` in `non-violence`. */
  readonly joined: boolean;
}

/** A character of the scripts that put no spaces between words, as regular expression source. */
export const UNSPACED = String.raw`[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]`;
const LETTER = String.raw`(?!${UNSPACED})[\p{L}\p{N}][\p{M}\p{DI}]*`;
// An apostrophe belongs to its word (can't is not can), a point between digits to its number.
const INNER = String.raw`['’ʼ＇]|(?<=\p{N})[.,:](?=\p{N})`;
const MINUS = String.raw`(?<![\p{L}\p{M}\p{N}])[-−–](?=[\p{N}\p{Sc}])`;
const SYMBOL = String.raw`[\p{Sc}&%‰+=<>±×÷≤≥]`;
const WORD = new RegExp(
  String.raw`${UNSPACED}[\p{M}\p{DI}]*|${LETTER}(?:(?:${INNER})?${LETTER})*|${MINUS}|${SYMBOL}`,
  'gu',
);
const ANY_WORD = new RegExp(WORD.source, 'u');
const STARTS_UNSPACED = new RegExp(`^${UNSPACED}`, 'u');
const HYPHEN = /^\p{DI}*[-‐‑]?\p{DI}*$/u;

/** The words of a text, in order; symbols that carry meaning (% $ & +) count as words. */
export function toWords(text: string): Word[] {
  const words: Word[] = [];
  let before: RegExpExecArray | undefined;
  for (const match of text.matchAll(WORD)) {
    const [word] = match;
    words.push({
      norm: toNorm(word),
      start: match.index,
      end: match.index + word.length,
      joined: before !== undefined && isJoined(text, before, match),
    });
    before = match;
  }
  return words;
}

/** Whether a text has a word at all. */
export function hasWords(text: string): boolean {
  return ANY_WORD.test(text);
}

/** How much the words weigh: in scripts without spaces two characters make about one word. */
export function countWords(words: readonly Word[]): number {
  const unspaced = words.filter(({ norm }) => STARTS_UNSPACED.test(norm)).length;
  return words.length - unspaced / 2;
}

/** Text without what nobody sees: zero-width characters, bidirectional controls, fillers, selectors. */
export function toVisible(text: string): string {
  return text.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '');
}

function isJoined(text: string, before: RegExpExecArray, word: RegExpExecArray): boolean {
  const gap = text.slice(before.index + before[0].length, word.index);
  if (!HYPHEN.test(gap)) return false;
  return gap !== '' || !(STARTS_UNSPACED.test(before[0]) || STARTS_UNSPACED.test(word[0]));
}

/** A word with straight apostrophes, in ordinary letters: ﬁ and 𝐟𝐢 are fi. But 10² is not 102. */
export function toPlainWord(word: string): string {
  return word.normalize(/\p{No}/u.test(word) ? 'NFC' : 'NFKC').replaceAll(/[’ʼ＇]/gu, "'");
}

// Most words: all that can be set aside in them is case.
const PLAIN = /^(?:\p{ASCII}+|[\u4E00-\u9FFF])$/u;

function toNorm(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase();
  const plain = toPlainWord(toVisible(word)).toLowerCase();
  return plain.normalize('NFC').replaceAll(/[−–]/gu, '-');
}
