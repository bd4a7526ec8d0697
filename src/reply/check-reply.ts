import { toLocatorText } from '../article/locator.ts';
import type { Article } from '../article/article.ts';
import type { Locator } from '../article/locator.ts';
import { passageAt } from '../article/passage.ts';
import type { QuoteVerdict, SplicePart } from '../search/check-quote.ts';
import type { Segment } from '../search/diff-words.ts';
import type { Place } from '../search/quote-source.ts';
import type { Difference } from '../search/quote-differences.ts';
import type { Edition } from '../search/library.ts';
import { cut, echo, toLine } from './echo.ts';
import { literal } from './literal.ts';
import { toMarks } from './marks.ts';
import { toMenuChoice, toReadMenu, toSourceButtons } from './passage-reply.ts';
import type { Block, PassageBlock, Reply, Row } from './reply.ts';

const MOST_CHECKED = 4;
const ECHO_LENGTH = 120;
const DIFFERENCE_LENGTH = 30;
const OMISSION_LENGTH = 150;
const MOST_PARTS = 4;
const MOST_DIFFERENCES = 4;
// For all quotations that are checked together.
const DIFFS_LENGTH = 1400;

/** Says of each quotation whether the article has it, where, and how it differs: privately. */
export function toCheckReply(edition: Edition, quotations: readonly string[]): Reply {
  const { article } = edition;
  const looked = quotations.slice(0, MOST_CHECKED);
  const room = DIFFS_LENGTH / looked.length;
  const checked = looked.map((text) => toChecked(edition, text, room));
  const places = checked.flatMap((one) => one.places);
  const left = quotations.length - checked.length;
  return {
    visibility: 'private',
    article,
    blocks: [...checked.flatMap(({ blocks }) => blocks), ...(left > 0 ? [toMore(left)] : [])],
    rows: toRows(article, places),
  };
}

function toRows(article: Article, places: readonly Place[]): Row[] {
  const [first] = places;
  if (first === undefined) return [];
  const choices = places.map(({ locator }) => toMenuChoice(article, locator));
  return [toReadMenu(article, choices), { buttons: toSourceButtons(article, first.locator) }];
}

interface Checked {
  readonly blocks: readonly Block[];
  readonly places: readonly Place[];
}

const MOST_PLACES = 2;

function toChecked(edition: Edition, text: string, room: number): Checked {
  const verdict = edition.checkQuote(text);
  if (!isSame(verdict) && isSame(edition.checkTitle(text))) {
    // The title is the author's too, but no passage that could be cited.
    const markdown = `✓ **From the article’s title**: ${echo(text, ECHO_LENGTH)}`;
    return { blocks: [{ kind: 'note', markdown }], places: [] };
  }
  const places = placesOf(verdict);
  const note: Block = { kind: 'note', markdown: toVerdictText(text, verdict, room) };
  const shown = places.slice(0, MOST_PLACES).map((place) => toBlock(edition.article, place));
  return { blocks: [note, ...shown], places };
}

function isSame({ kind }: QuoteVerdict): boolean {
  return kind === 'verbatim' || kind === 'near-verbatim';
}

function toMore(left: number): Block {
  const markdown = `-# … and ${left} more. \`/check\` looks at one at a time.`;
  return { kind: 'note', markdown };
}

function placesOf(verdict: QuoteVerdict): readonly Place[] {
  switch (verdict.kind) {
    case 'verbatim':
    case 'near-verbatim':
    case 'altered':
      return verdict.places;
    case 'splice':
      return verdict.parts.flatMap(({ places }) => places.slice(0, 1));
    case 'absent':
      return [];
  }
}

// The sentences that the place touches, with the place itself in bold.
function toBlock(article: Edition['article'], { locator, span }: Place): PassageBlock {
  const passage = passageAt(article, locator);
  return { kind: 'passage', passage, marks: toMarks(passage, locator.paragraphs[0], [span]) };
}

function toVerdictText(text: string, verdict: QuoteVerdict, room: number): string {
  const said = echo(text, ECHO_LENGTH);
  switch (verdict.kind) {
    case 'verbatim': {
      const again = verdict.occurrences > 1 ? ` (and ${verdict.occurrences - 1} more times)` : '';
      return `✓ **Word for word** at ${toPlaces(verdict.places)}${again}: ${said}`;
    }
    case 'near-verbatim': {
      const where = toPlaces(verdict.places);
      const differences = toDifferences(verdict.differences);
      // What was left out or put in can turn a sentence round: that is for the reader to judge.
      return verdict.differences.some(({ kind }) => kind === 'ellipsis' || kind === 'brackets')
        ? `≈ **Edited** from ${where}: ${differences}. It says: ${said}`
        : `✓ **The same words** at ${where}, apart from ${differences}: ${said}`;
    }
    case 'altered':
      return `✗ **Not word for word.** Nearest is ${toPlaces(verdict.places)}. ~~Struck~~: not in the article; **bold**: what it has instead.\n${toDiff(verdict.segments, room)}`;
    case 'splice':
      return `✗ **Pieced together** from several passages: ${verdict.parts.slice(0, MOST_PARTS).map(toPart).join(' + ')}`;
    case 'absent':
      return `✗ **Not in this article**: ${said}`;
  }
}

function toPlaces(places: readonly { readonly locator: Locator }[]): string {
  return places.map(({ locator }) => toLocatorText(locator)).join(', ');
}

const NAMES: Readonly<Record<Difference['kind'], string>> = {
  case: 'capital letters',
  punctuation: 'punctuation',
  typography: 'typographic marks',
  spacing: 'spaces or line breaks',
  invisible: 'invisible characters',
  ellipsis: 'what an ellipsis leaves out',
  brackets: 'what stands in brackets',
};

function toDifferences(differences: readonly Difference[]): string {
  const kinds = [...new Set(differences.map(({ kind }) => kind))].slice(0, MOST_DIFFERENCES);
  return kinds.map((kind) => `${NAMES[kind]}${toExample(differences, kind)}`).join('; ');
}

// The first of its kind, where it can be seen.
function toExample(differences: readonly Difference[], kind: Difference['kind']): string {
  const example = differences.find((difference) => difference.kind === kind);
  const [own, theirs] = [toLine(example?.text ?? ''), toLine(example?.source ?? '')];
  if (kind === 'spacing' || kind === 'invisible' || own + theirs === '') return '';
  if (kind === 'ellipsis') return ` (${echo(theirs, OMISSION_LENGTH)})`;
  if (kind === 'brackets') {
    return ` (${echo(own, DIFFERENCE_LENGTH)}${theirs === '' ? '' : ` for ${echo(theirs, DIFFERENCE_LENGTH)}`})`;
  }
  const show = (text: string) =>
    text === '' ? 'nothing' : `“${cut(text, DIFFERENCE_LENGTH, literal)}”`;
  return ` (${show(own)} for ${show(theirs)})`;
}

function toPart({ text, places }: SplicePart): string {
  const [place] = places;
  return `${echo(text, ECHO_LENGTH / 2)} (${place === undefined ? 'not in the article' : toLocatorText(place.locator)})`;
}

const CONTEXT = 40;

/** A diff that reads without colour; long stretches that agree are shortened. */
function toDiff(segments: readonly Segment[], room: number): string {
  let diff = '';
  for (const segment of segments) {
    const next = toSegmentText(segment);
    if (diff.length + next.length > room) return `${diff} …`;
    diff += next;
  }
  return diff;
}

function toSegmentText({ kind, text, source }: Segment): string {
  if (kind === 'same') return shorten(text);
  const struck = toSpan(text, '~~');
  const bold = toSpan(source, '**');
  return kind === 'changed' ? `${struck.trimEnd()} ${bold}` : struck + bold;
}

// Markup must touch the words that it is about: the space behind them stays outside.
function toSpan(text: string, markup: string): string {
  const words = toLine(text);
  if (words === '') return '';
  const space = /\s$/u.test(text) ? ' ' : '';
  return `${markup}${cut(words, 2 * CONTEXT, literal)}${markup}${space}`;
}

function shorten(text: string): string {
  const space = /\s$/u.test(text) ? ' ' : '';
  const words = toLine(text);
  if (words.length <= 2 * CONTEXT) return literal(words) + space;
  const start = words.slice(0, CONTEXT).replace(/\s\S*$/u, '');
  const end = words.slice(-CONTEXT).replace(/^\S*\s/u, '');
  return `${literal(start)} … ${literal(end)}${space}`;
}
