import { compareWording, type Difference, type Wording } from './quote-differences.ts';
import { countForeign, findWords, type QuoteSource } from './quote-source.ts';
import { countWords, toWords, UNSPACED } from './quote-words.ts';

const ELLIPSIS = String.raw`(?:[[(<]\s*)?(?:[…⋯]|\.(?:\s?\.){2,})+(?:\s*[\])>])?`;
const PART_OF_WORD = String.raw`(?!${UNSPACED})[\p{L}\p{M}\p{N}'’-]`;
// With the word they stand in, as in respond[ed]. The look-behind keeps the search linear.
const BRACKETS = String.raw`(?<!${PART_OF_WORD})(?:${PART_OF_WORD})*\[[^[\]]*\](?:${PART_OF_WORD})*`;
const GAPS = new RegExp(`(?:${ELLIPSIS}|${BRACKETS})(?:\\s*(?:${ELLIPSIS}|${BRACKETS}))*`, 'gu');

const ANY_GAP = new RegExp(`${ELLIPSIS}|${BRACKETS}`, 'u');

// A word alone between two ellipses could be found almost anywhere.
const FEWEST_WORDS_PER_PIECE = 2;
const FEWEST_WORDS = 3;
const MOST_WORDS_UNDER_BRACKETS = 8;
// Bounds time and memory where fragments of nothing but the most frequent words stand all over a book: no
// article has so many. Up to 4 µs each.
const MOST_LINKS = 50_000;

/** Words of a quotation between its ellipses and brackets. */
interface Fragment extends Wording {
  /** The ellipsis or the brackets before it; empty at the beginning. */
  readonly gap: string;
}

/** Where a fragment stands in the source (indices of words), and those before it. */
interface Link {
  readonly from: number;
  readonly to: number;
  readonly before?: Link | undefined;
  /** Where the first fragment begins. */
  readonly first: number;
}

export interface FragmentMatch {
  /** Indices of the source's words from the first fragment to the end of the last. */
  readonly from: number;
  readonly to: number;
  readonly differences: readonly Difference[];
}

/**
 * A quotation whose ellipses leave words out and whose [brackets] insert or replace some, found in the
 * source: the fragments between them stand there word for word and in order, ellipses within a paragraph
 * or over one paragraph break, brackets for at most eight words. Undefined if there is no such place, or
 * if too little is left for it to mean anything.
 */
export function matchFragments(source: QuoteSource, text: string): FragmentMatch | undefined {
  const { fragments, trailing } = toFragments(text);
  const words = fragments.flatMap((fragment) => fragment.words);
  if (!isEnough(fragments) || countForeign(source, words) > 0) return undefined;
  const last = toLinks(source, fragments).reduce<Link | undefined>(
    (best, link) =>
      best !== undefined && best.to - best.first <= link.to - link.first ? best : link,
    undefined,
  );
  if (last === undefined) return undefined;
  const links: Link[] = [];
  for (let link: Link | undefined = last; link !== undefined; link = link.before)
    links.unshift(link);
  const within = fragments.flatMap((fragment, index) =>
    compareFragment(source, fragment, links[index]),
  );
  return {
    from: last.first,
    to: last.to,
    differences: [...within, ...toGapDifferences(trailing, '')],
  };
}

/** Whether a quotation has an ellipsis or brackets. */
export function hasGap(text: string): boolean {
  return ANY_GAP.test(text);
}

function toFragments(text: string): { fragments: Fragment[]; trailing: string } {
  const fragments: Fragment[] = [];
  let [at, gap] = [0, ''];
  const add = (piece: string): void => {
    const words = toWords(piece);
    if (words.length === 0) return;
    fragments.push({ text: piece, words, gap });
    gap = '';
  };
  for (const match of text.matchAll(GAPS)) {
    add(text.slice(at, match.index));
    gap += match[0];
    at = match.index + match[0].length;
  }
  add(text.slice(at));
  return { fragments, trailing: gap };
}

/** Enough of the author's words, and more of them than of those in brackets. */
function isEnough(fragments: readonly Fragment[]): boolean {
  const pieces: number[] = [];
  let bracketed = 0;
  for (const { gap, words } of fragments) {
    const weight = countWords(words);
    bracketed += countWords(toWords(gap));
    if (pieces.length === 0 || hasEllipsis(gap)) pieces.push(weight);
    else pieces.push((pieces.pop() ?? 0) + weight);
  }
  const total = pieces.reduce((sum, weight) => sum + weight, 0);
  return (
    total >= FEWEST_WORDS &&
    total > bracketed &&
    pieces.every((weight) => weight >= FEWEST_WORDS_PER_PIECE)
  );
}

/**
 * All chains of the fragments through the source, each by its last link, the shortest way back; none
 * if there are too many.
 */
function toLinks(source: QuoteSource, fragments: readonly Fragment[]): Link[] {
  let links: Link[] | undefined;
  let count = 0;
  for (const { words, gap } of fragments) {
    const { length } = words;
    const findLast = links && createLinkFinder(source, links, gap);
    links = findWords(source, words).flatMap((from): Link[] => {
      const to = from + length;
      if (findLast === undefined) return [{ from, to, first: from }];
      const before = findLast(from);
      return before === undefined ? [] : [{ from, to, before, first: before.first }];
    });
    count += links.length;
    if (links.length === 0 || count > MOST_LINKS) return [];
  }
  return links ?? [];
}

/**
 * Finds, for places that ascend, the link before each that makes the shortest chain. The links
 * ascend too, and so do the beginnings of their chains: those within reach follow each other, and
 * the last of them is the best, or the first of those that begin where it does.
 */
function createLinkFinder(
  source: QuoteSource,
  links: readonly Link[],
  gap: string,
): (from: number) => Link | undefined {
  const isOverEllipsis = hasEllipsis(gap);
  let [reached, passed, alike] = [0, 0, 0];
  const endOf = (link: number): number => links[link]?.to ?? Infinity;
  return (from) => {
    for (; endOf(passed) <= from; passed += 1) {
      if (links[passed]?.first !== links[alike]?.first) alike = passed;
    }
    while (reached < passed && !isWithinReach(source, endOf(reached), from, isOverEllipsis)) {
      reached += 1;
    }
    const best = Math.max(reached, alike);
    return best < passed ? links[best] : undefined;
  };
}

function isWithinReach(
  { words }: QuoteSource,
  end: number,
  start: number,
  isOverEllipsis: boolean,
): boolean {
  const paragraphs = (words[start]?.paragraph ?? 0) - (words[end - 1]?.paragraph ?? 0);
  return isOverEllipsis
    ? paragraphs <= 1
    : paragraphs === 0 && start - end <= MOST_WORDS_UNDER_BRACKETS;
}

function compareFragment(
  source: QuoteSource,
  fragment: Fragment,
  link: Link | undefined,
): Difference[] {
  if (link === undefined) return [];
  const between = {
    start: source.words[(link.before?.to ?? link.from) - 1]?.end ?? 0,
    end: source.words[link.from]?.start ?? 0,
  };
  const left =
    link.before === undefined ? '' : source.text.slice(between.start, between.end).trim();
  const words = source.words.slice(link.from, link.to);
  return [
    ...toGapDifferences(fragment.gap, left),
    ...compareWording(fragment, { text: source.text, words }),
  ];
}

function toGapDifferences(gap: string, source: string): Difference[] {
  if (gap === '') return [];
  const text = gap.trim();
  const brackets = toWords(gap).length > 0 ? [{ kind: 'brackets' as const, text, source }] : [];
  return hasEllipsis(gap) ? [...brackets, { kind: 'ellipsis', text, source }] : brackets;
}

function hasEllipsis(gap: string): boolean {
  return /[…⋯]|\.\s?\.\s?\./u.test(gap);
}
