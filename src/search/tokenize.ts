import type { Span } from '../article/article.ts';
import { toFolded } from './fold.ts';

/** A word of a text as search sees it: where it stands and what it is compared by. */
export interface Token extends Span {
  readonly word: string;
  /** Counts words (in scripts without spaces: characters) from 0: neighbours differ by one. */
  readonly position: number;
}

const letters = String.raw`[\p{L}\p{M}\p{N}\u00ad\u200b-\u200d\u2060\ufeff]+`;
const runs = new RegExp(String.raw`${letters}(?:['’ʼ＇.,]${letters})*`, 'gu');
const parts = new RegExp(String.raw`${letters}(?:['’ʼ＇]${letters})*`, 'gu');
// "U.S." and "3.5" are one word each; any other full stop or comma parts two words.
const dotted = /^(?:\p{L}(?:\.\p{L})+|\p{N}+(?:[.,]\p{N}+)+)$/u;
// Marks and ʼ are shared by many scripts, Thai and kana among them: they do not tell the script.
const unspaced = String.raw`(?:(?![\p{M}ʼ])[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmr}\p{scx=Mymr}])`;
const unspacedLetter = new RegExp(unspaced, 'u');
const sameScript = new RegExp(`(?:${unspaced}[\\p{M}ﾞﾟ]*)+|(?:(?!${unspaced})[^])+`, 'gu');
const characters = /\P{M}[\p{M}ﾞﾟ]*/gu;
const ordinary = /^[A-Za-z0-9'’]+$/u;
// Words of plain letters and digits between spaces: nothing has to be looked at closely.
const simple = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/u;
const hyphens = new Set(Array.from('-‐‑‒–−﹣－', (hyphen) => hyphen.charCodeAt(0)));

/** Folds the words of a text, in order and with their places. */
export function toTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  scanWords(text, (start, raw) => {
    const word = toFolded(raw);
    if (word !== '') tokens.push({ start, end: start + raw.length, word, position: tokens.length });
  });
  return tokens;
}

/**
 * Visits the words of a text in order, as they stand there. Chinese, Japanese, Korean, Thai, Lao,
 * Khmer and Burmese, where spaces do not mark words, are cut into overlapping pairs of characters,
 * the usual unit of retrieval for them; the last character of a run stands alone, so that every
 * character is one word's first.
 */
export function scanWords(text: string, visit: (start: number, raw: string) => void): void {
  if (simple.test(text)) return scanSimple(text, visit);
  for (const { 0: run, index: start } of text.matchAll(runs)) {
    if (ordinary.test(run)) visit(start, run);
    else if (unspacedLetter.test(run)) {
      for (const { 0: part, index } of run.matchAll(sameScript)) {
        if (unspacedLetter.test(part)) scanPairs(start + index, part, visit);
        else for (const word of part.matchAll(parts)) visit(start + index + word.index, word[0]);
      }
    } else if (!/[.,]/u.test(run) || dotted.test(run)) visit(start, run);
    else for (const part of run.matchAll(parts)) visit(start + part.index, part[0]);
  }
}

function scanSimple(text: string, visit: (start: number, raw: string) => void): void {
  let start = 0;
  for (const word of text.split(' ')) {
    visit(start, word);
    start += word.length + 1;
  }
}

function scanPairs(start: number, run: string, visit: (start: number, raw: string) => void): void {
  const units = [...run.matchAll(characters)];
  for (const [at, unit] of units.entries())
    visit(start + unit.index, unit[0] + (units[at + 1]?.[0] ?? ''));
}

/** Words that a text joins with hyphens, "ice-breaking": positions of the first and the last. */
export interface Compound {
  readonly first: number;
  readonly last: number;
}

const mostParts = 3;

/** Every run of two or three words that hyphens join, from where the words start and end. */
export function findCompounds(
  text: string,
  starts: Uint32Array,
  ends: Uint32Array,
): readonly Compound[] {
  const compounds: Compound[] = [];
  for (let first = 0; first < starts.length; first += 1) {
    for (let last = first + 1; last < first + mostParts && last < starts.length; last += 1) {
      const end = ends[last - 1] ?? 0;
      if (starts[last] !== end + 1 || !hyphens.has(text.charCodeAt(end))) break;
      compounds.push({ first, last });
    }
  }
  return compounds;
}
