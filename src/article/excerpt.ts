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
 */
export function toExcerpt(text: string, room: Room, ends: readonly number[] = []): Excerpt {
  const fits = toFits(text, room);
  const end = fits(text.length)
    ? text.length
    : (longest(ends, fits) ??
      longest(boundaries(text, room.limit, 'word'), fits) ??
      longest(boundaries(text, room.limit, 'grapheme'), fits) ??
      longest(codePointEnds(text, room.limit), fits) ??
      firstCodePoint(text));
  return { start: 0, end, text: text.slice(0, end) };
}

/** The excerpts that show all of `text`, one after the other; only white space is between them. */
export function toExcerpts(text: string, room: Room, ends: readonly number[] = []): Excerpt[] {
  const excerpts: Excerpt[] = [];
  for (let start = 0; start < text.length || start === 0;) {
    const from = start;
    const rest = text.slice(from);
    const restEnds = ends.filter((end) => end > from).map((end) => end - from);
    const { end } = toExcerpt(rest, room, restEnds);
    excerpts.push({ start: from, end: from + end, text: rest.slice(0, end) });
    start = from + end + (/^\s*/u.exec(rest.slice(end))?.[0].length ?? 0);
    if (end === 0) break;
  }
  return excerpts;
}

function toFits(text: string, { limit, measure = ({ length }) => length }: Room) {
  return (end: number): boolean => end <= limit && measure(text.slice(0, end)) <= limit;
}

/** The last of some ascending ends that fits, by bisection: what fits is a prefix of the list. */
function longest(ends: readonly number[], fits: (end: number) => boolean): number | undefined {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(ends[middle] ?? Infinity)) low = middle + 1;
    else high = middle;
  }
  return ends[low - 1];
}

// A word that straddles the window's end would look finished there: look a little further.
const LOOK_AHEAD = 64;

function boundaries(text: string, limit: number, granularity: 'word' | 'grapheme'): number[] {
  const window = text.slice(0, limit + LOOK_AHEAD);
  const segmenter = new Intl.Segmenter('und', { granularity });
  const whole = window.length === text.length;
  return Array.from(
    segmenter.segment(window),
    ({ index, segment }) => index + segment.length,
  ).filter((end) => (end < window.length || whole) && isCleanCut(text, end, granularity));
}

// Not after white space or an opening mark, and no word parted from the punctuation that follows it.
function isCleanCut(text: string, end: number, granularity: 'word' | 'grapheme'): boolean {
  if (/\s$/u.test(text.slice(end - 1, end))) return false;
  if (granularity === 'grapheme') return true;
  return !/[\p{Ps}\p{Pi}\p{Pd}]/u.test(text.charAt(end - 1)) && !/\p{P}/u.test(text.charAt(end));
}

function codePointEnds(text: string, limit: number): number[] {
  let at = 0;
  return Array.from(text.slice(0, limit + 1), (character) => (at += character.length)).slice(0, -1);
}

function firstCodePoint(text: string): number {
  return String.fromCodePoint(text.codePointAt(0) ?? 0).length;
}
