import { JUMP_COST } from './quote-costs.ts';
import { findRuns, type QuoteSource } from './quote-source.ts';
import { countWords, type Word } from './quote-words.ts';

/** A stretch of a quotation and where the source has it. Indices of words, `to` exclusive. */
interface Part {
  readonly from: number;
  readonly to: number;
  /** Absent where no passage has these words. */
  readonly source?: { readonly from: number; readonly to: number };
}

export interface Splice {
  /** Comparable with that of an alignment: words that differ, and jumps from passage to passage. */
  readonly cost: number;
  /** All of the quotation, in order. */
  readonly parts: readonly Part[];
}

type Found = Required<Part>;

// Runs of three words are shared by any two English texts ("in the field of").
const FEWEST_WORDS = 4;
// So many words may differ between two runs of one passage.
const WIDEST_REPAIR = 6;

/** Cuts a quotation, from left to right, into the longest runs that the source has anywhere. */
export function spliceQuote(source: QuoteSource, quoted: readonly Word[]): Splice {
  const parts: Part[] = [];
  const findRun = createRunFinder(source, quoted);
  let [cost, at] = [0, 0];
  for (let index = 0; index < quoted.length;) {
    const run = findRun(index);
    index = run?.to ?? index + 1;
    if (run === undefined) continue;
    const last = parts.at(-1);
    const repair = last?.source && toRepair(source, { ...last, source: last.source }, run);
    if (last?.source !== undefined && repair !== undefined) {
      cost += repair;
      parts[parts.length - 1] = {
        from: last.from,
        to: run.to,
        source: { from: last.source.from, to: run.source.to },
      };
    } else {
      cost += run.from - at + (last === undefined ? 0 : JUMP_COST);
      if (run.from > at) parts.push({ from: at, to: run.from });
      parts.push(run);
    }
    at = run.to;
  }
  if (at < quoted.length) parts.push({ from: at, to: quoted.length });
  return { cost: cost + quoted.length - at, parts };
}

/** Finds, from one of the quotation's words on, the longest run that the source has, where it first is. */
function createRunFinder(
  source: QuoteSource,
  quoted: readonly Word[],
): (from: number) => Found | undefined {
  const ids = quoted.map(({ norm }) => source.idOf(norm));
  // What repeats a few frequent words would otherwise be looked up at each of them.
  const known = new Map<string, readonly number[]>();
  const findStarts = (sought: readonly number[]): readonly number[] => {
    const starts = known.get(sought.join()) ?? findRuns(source, sought);
    known.set(sought.join(), starts);
    return starts;
  };
  return (from) => {
    let [length, first] = [0, 0];
    for (const start of findStarts(ids.slice(from, from + FEWEST_WORDS))) {
      const same = countSame(source.ids, start, ids, from);
      if (same > length) [length, first] = [same, start];
    }
    const to = from + length;
    return countWords(quoted.slice(from, to)) >= FEWEST_WORDS
      ? { from, to, source: { from: first, to: first + length } }
      : undefined;
  };
}

function countSame(all: Int32Array, start: number, ids: readonly number[], from: number): number {
  let count = 0;
  while (from + count < ids.length && ids[from + count] === all[start + count]) count += 1;
  return count;
}

/** How many words differ between two runs that go on in one passage; undefined where they do not. */
function toRepair({ words }: QuoteSource, last: Found, next: Found): number | undefined {
  const skipped = next.source.from - last.source.to;
  const isSameParagraph =
    words[next.source.from]?.paragraph === words[last.source.to - 1]?.paragraph;
  if (!isSameParagraph || skipped < 0) return undefined;
  const repair = Math.max(skipped, next.from - last.to);
  return repair <= WIDEST_REPAIR ? repair : undefined;
}
