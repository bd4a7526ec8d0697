import type { Span } from '../article/article.ts';
import { toPlainWord, toVisible, type Word } from './quote-words.ts';

/**
 * In what a quotation may differ from its source and still have its words: capital letters;
 * punctuation marks; their shape (“ for ", — for --, é in two characters for one); spaces and line
 * breaks; characters that nobody sees; an ellipsis, [brackets].
 */
type DifferenceKind =
  | 'case'
  | 'punctuation'
  | 'typography'
  | 'spacing'
  | 'invisible'
  | 'ellipsis'
  | 'brackets';

export interface Difference {
  readonly kind: DifferenceKind;
  /** What the quotation has there; perhaps empty. */
  readonly text: string;
  /** What the article has there, or what an ellipsis leaves out; perhaps empty. */
  readonly source: string;
}

/** A text and some consecutive words of it. */
export interface Wording {
  readonly text: string;
  readonly words: readonly Word[];
}

/**
 * How the same words are written in a quotation and in its source, from the first word to the last:
 * the differences between the words and in what stands between them, in order.
 */
export function compareWording(quoted: Wording, source: Wording): Difference[] {
  return quoted.words.flatMap((word, index) => {
    const [before, other] = [quoted.words[index - 1], source.words[index]];
    const otherBefore = source.words[index - 1];
    if (other === undefined) return [];
    const own = compareWords(
      quoted.text.slice(word.start, word.end),
      source.text.slice(other.start, other.end),
    );
    if (before === undefined || otherBefore === undefined) return own;
    const [gap, otherGap] = [
      quoted.text.slice(before.end, word.start),
      source.text.slice(otherBefore.end, other.start),
    ];
    return [...compareGaps(gap, otherGap), ...own];
  });
}

/**
 * The marks around a quotation, of which the source may have some too: how far they agree, as offsets
 * into the source, and the differences.
 */
export function compareEdges(
  quoted: Wording,
  source: Wording,
): { readonly span: Span; readonly differences: readonly Difference[] } {
  const [first, last] = [quoted.words[0]?.start ?? 0, quoted.words.at(-1)?.end ?? 0];
  const [start, end] = [source.words[0]?.start ?? 0, source.words.at(-1)?.end ?? 0];
  const lead = quoted.text.slice(0, first).trimStart();
  const trail = quoted.text.slice(last).trimEnd();
  const from = agrees(lead, source.text.slice(start - lead.length, start))
    ? start - lead.length
    : start;
  const to = agrees(trail, source.text.slice(end, end + trail.length)) ? end + trail.length : end;
  const differences = [
    ...compareGaps(lead, source.text.slice(from, start)),
    ...compareGaps(trail, source.text.slice(end, to)),
  ];
  return { span: { start: from, end: to }, differences };
}

function agrees(mark: string, other: string): boolean {
  return mark !== '' && toPlainMarks(mark) === toPlainMarks(other) && mark.length === other.length;
}

function compareWords(text: string, source: string): Difference[] {
  if (text === source) return [];
  if (text === toVisible(source)) return [{ kind: 'invisible', text, source }];
  const [plain, other] = [toPlainWord(text), toPlainWord(source)];
  const kinds: DifferenceKind[] = [];
  if (plain !== other) kinds.push('case');
  if (plain === other || text.toLowerCase() !== source.toLowerCase()) kinds.push('typography');
  return kinds.map((kind) => ({ kind, text, source }));
}

function compareGaps(text: string, source: string): Difference[] {
  if (text === source) return [];
  const differ = (kind: DifferenceKind): Difference[] => [{ kind, text, source }];
  if (toSingleSpaces(text) === toSingleSpaces(source)) return differ('spacing');
  if (toPlainMarks(text) === toPlainMarks(source)) return differ('typography');
  if (ELLIPSIS.test(text) && !ELLIPSIS.test(source)) return differ('ellipsis');
  const isBracketed = /[[\]]/u.test(text) && !/[[\]]/u.test(source);
  if (!isBracketed) return differ('punctuation');
  const isAllTheSame = toPlainMarks(text).replaceAll(/[[\]]/gu, '') === toPlainMarks(source);
  return isAllTheSame ? differ('brackets') : [...differ('brackets'), ...differ('punctuation')];
}

const ELLIPSIS = /…|\.\s?\.\s?\./u;

function toSingleSpaces(gap: string): string {
  return gap.replaceAll(/\s+/gu, ' ');
}

/** Marks in the shape in which a typewriter has them. */
function toPlainMarks(gap: string): string {
  return toSingleSpaces(gap.normalize('NFKC'))
    .replaceAll(/[“”„‟«»＂]/gu, '"')
    .replaceAll(/[‘’‚‛‹›`´＇]/gu, "'")
    .replaceAll(/\s*(?:[‐‑‒–—―−]|-{2,})\s*/gu, '-');
}
