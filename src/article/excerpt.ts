import { once } from './once.ts';

/** A piece of a passage: `passage.text.slice(start, end)`, without white space at its ends. */
export interface Excerpt {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** How much room a text takes where it is shown, and how much there is. */
export interface Room {
  readonly limit: number;
  /** At least the text's own length, and never less for a longer text. Default: its length. */
  readonly measure?: (text: string) => number;
}

/**
 * The longest beginning of `text` that fits: cut at the end of a sentence (`ends`, ascending
 * offsets into `text`), else of a word, else of a grapheme (Unicode UAX #29, as Intl.Segmenter
 * finds them), else of a code point. Always a prefix, and never empty unless `text` is.
 * With `start` the same of what follows that offset.
 */
export function toExcerpt(
  text: string,
  room: Room,
  ends: readonly number[] = [],
  start = 0,
): Excerpt {
  const rest = text.slice(start);
  const most = findMost(rest, room);
  const end =
    most === rest.length
      ? most
      : (findEnd(ends, start, most) ??
        findCut(rest, most, 'word') ??
        findCut(rest, most, 'grapheme') ??
        toCodePointEnd(rest, most));
  return { start, end: start + end, text: rest.slice(0, end) };
}

/** Where the text goes on after an excerpt: past the white space; undefined if nothing is left. */
export function nextStart(text: string, { end }: Excerpt): number | undefined {
  const next = text.slice(end).search(/\S/u);
  return next < 0 ? undefined : end + next;
}

function findEnd(ends: readonly number[], start: number, most: number): number | undefined {
  const last = ends.findLast((end) => end > start && end - start <= most);
  return last === undefined ? undefined : last - start;
}

// The most code units that fit, by bisection. What is too long by some units has to lose about as
// many, so the place is first looked for there.
function findMost(text: string, { limit, measure = ({ length }) => length }: Room): number {
  const toExcess = (end: number): number => measure(text.slice(0, end)) - limit;
  let high = Math.min(text.length, limit);
  const excess = toExcess(high);
  if (excess <= 0) return high;
  let low = Math.max(0, high - excess);
  if (toExcess(low) > 0) [low, high] = [0, low - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (toExcess(middle) <= 0) low = middle;
    else high = middle - 1;
  }
  return low;
}

const LOOK_BACK = 100;
// A word that straddles the window's end would look finished there: look a little further.
const LOOK_AHEAD = 50;

// Made once, and not before they are needed: each holds megabytes outside the heap.
const SEGMENTERS = {
  word: once(() => new Intl.Segmenter('und', { granularity: 'word' })),
  grapheme: once(() => new Intl.Segmenter('und', { granularity: 'grapheme' })),
};

/** The last clean cut in the first `most` code units, if there is one. */
function findCut(text: string, most: number, granularity: 'word' | 'grapheme'): number | undefined {
  const before = Math.max(0, most - LOOK_BACK);
  if (granularity === 'word') {
    // Segmenting is slow, and not needed where only Latin letters follow the last white space: no
    // word ends between them.
    const tail = /\s+[A-Za-z]*$/u.exec(text.slice(before, most + 1));
    if (tail !== null && isCleanCut(text, before + tail.index, granularity))
      return before + tail.index;
  }
  // Begin at some white space not far back, where nothing is torn apart.
  const near = text.slice(0, before).search(/\s\S*$/u);
  const found = findCutAfter(text, Math.max(0, near), most, granularity);
  return found ?? (near > 0 ? findCutAfter(text, 0, most, granularity) : undefined);
}

function findCutAfter(
  text: string,
  start: number,
  most: number,
  granularity: 'word' | 'grapheme',
): number | undefined {
  const window = text.slice(start, most + LOOK_AHEAD);
  const isAll = start + window.length === text.length;
  let cut: number | undefined;
  for (const { index, segment } of SEGMENTERS[granularity]().segment(window)) {
    const end = start + index + segment.length;
    if (end > most) break;
    const isWhole = isAll || end < start + window.length;
    if (isWhole && isCleanCut(text, end, granularity)) cut = end;
  }
  return cut;
}

// Not after white space or an opening mark, and no word parted from the punctuation that follows it.
function isCleanCut(text: string, end: number, granularity: 'word' | 'grapheme'): boolean {
  if (/\s$/u.test(text.slice(end - 1, end))) return false;
  if (granularity === 'grapheme') return true;
  return !/[\p{Ps}\p{Pi}\p{Pd}]/u.test(text.charAt(end - 1)) && !/\p{P}/u.test(text.charAt(end));
}

function toCodePointEnd(text: string, most: number): number {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0).length;
  const isTorn =
    /[\ud800-\udbff]$/.test(text.slice(0, most)) && /^[\udc00-\udfff]/.test(text.slice(most));
  return Math.max(first, isTorn ? most - 1 : most);
}
