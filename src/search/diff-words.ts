import type { Span } from '../article/article.ts';
import type { Step } from './quote-alignment.ts';
import type { Wording } from './quote-differences.ts';

/**
 * A stretch of a quotation and of the passage it is compared with. `same` words may still differ in
 * case, punctuation or typography: `text` is the quotation's wording, `source` the author's.
 */
export interface Segment {
  readonly kind: 'same' | 'missing' | 'added' | 'changed';
  /** What the quotation has, with the spaces and marks that follow; empty where words are missing. */
  readonly text: string;
  /** What the article has, likewise; empty where words are added. */
  readonly source: string;
}

interface Run {
  readonly isSame: boolean;
  readonly quoted: number[];
  readonly source: number[];
}

/**
 * The difference, word by word, between a quotation and a passage. The `text`s of the segments in
 * order make up the quotation, their `source`s the passage, character for character.
 */
export function toSegments(
  steps: readonly Step[],
  quoted: Wording,
  source: Wording,
  passage: Span,
): Segment[] {
  const cutQuoted = createCutter(quoted, { start: 0, end: quoted.text.length });
  const cutSource = createCutter(source, passage);
  return toRuns(steps, quoted, source).map(({ isSame, ...run }) => ({
    kind: isSame
      ? 'same'
      : run.quoted.length === 0
        ? 'missing'
        : run.source.length === 0
          ? 'added'
          : 'changed',
    text: cutQuoted(run.quoted),
    source: cutSource(run.source),
  }));
}

function toRuns(steps: readonly Step[], quoted: Wording, source: Wording): Run[] {
  const runs: Run[] = [];
  for (const step of steps) {
    const [word, other] = [quoted.words[step.quoted ?? -1], source.words[step.source ?? -1]];
    const isSame = word !== undefined && word.norm === other?.norm;
    let run = runs.at(-1);
    if (run?.isSame !== isSame) runs.push((run = { isSame, quoted: [], source: [] }));
    if (step.quoted !== undefined) run.quoted.push(step.quoted);
    if (step.source !== undefined) run.source.push(step.source);
  }
  return runs;
}

/** Cuts consecutive pieces out of a stretch of text, each up to the next one's first word. */
function createCutter(
  { text, words }: Wording,
  { start, end }: Span,
): (indices: readonly number[]) => string {
  let at = start;
  return (indices) => {
    const last = indices.at(-1);
    if (last === undefined) return '';
    const next = words[last + 1]?.start ?? end;
    const piece = text.slice(at, Math.min(next, end));
    at = Math.min(next, end);
    return piece;
  };
}
