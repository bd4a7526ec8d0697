import type { Article, Paragraph, Span } from './article.ts';
import { PARAGRAPH_BREAK } from './article.ts';
import { firstFrom } from './bisect.ts';
import type { Locator } from './locator.ts';
import { toLocatorText, toParagraphLocator, toSentenceLocator } from './locator.ts';
import { perArticle } from './per-article.ts';

/** What a locator denotes. `text` is always `article.source.slice(start, end)`. */
export interface Passage {
  readonly article: Article;
  readonly locator: Locator;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A place that the article does not have, in words for the person who asked for it. */
export interface MissingPlace {
  readonly missing: string;
}

/** The passage at a locator, or what exists instead. Never throws. */
export function toPassage(article: Article, locator: Locator): Passage | MissingPlace {
  const [from, to] = locator.paragraphs;
  const [first, last] = [article.paragraphs[from - 1], article.paragraphs[to - 1]];
  if (first === undefined || last === undefined)
    return { missing: toMissingParagraph(article, locator) };
  if (locator.sentences === undefined) {
    return toSlice(article, locator, {
      start: paragraphStart(article, from),
      end: paragraphStart(article, to) + last.text.length,
    });
  }
  const [begin, end] = locator.sentences.map((number) => first.sentences[number - 1]);
  if (begin === undefined || end === undefined)
    return { missing: toMissingSentence(first, locator) };
  const offset = paragraphStart(article, from);
  return toSlice(article, locator, { start: offset + begin.start, end: offset + end.end });
}

/** Like `toPassage`, for places that are known to exist; throws a RangeError otherwise. */
export function passageAt(article: Article, locator: Locator): Passage {
  const passage = toPassage(article, locator);
  if ('missing' in passage) throw new RangeError(passage.missing);
  return passage;
}

/** Where a paragraph begins in `article.source`. */
export function paragraphStart(article: Article, number: number): number {
  return startsOf(article)[number - 1] ?? article.source.length;
}

/** The offsets into `article.source.slice(start, end)` at which a sentence ends, ascending. */
export function sentenceEnds(article: Article, { start, end }: Span): number[] {
  const ends = endsOf(article);
  const offsets: number[] = [];
  for (let index = firstFrom(ends, start + 1); index < ends.length; index += 1) {
    const at = ends[index] ?? end;
    if (at > end) break;
    offsets.push(at - start);
  }
  return offsets;
}

/**
 * The passage of the same kind before (`-1`) or after (`+1`) this one: the next paragraph, or for
 * sentences the next sentence, over a paragraph's end. Undefined at either end of the article.
 */
export function toNeighbour({ article, locator }: Passage, step: -1 | 1): Passage | undefined {
  const [from, to] = locator.paragraphs;
  const next = step === 1 ? to + 1 : from - 1;
  const neighbour = article.paragraphs[next - 1];
  if (locator.sentences !== undefined) {
    const [first, last] = locator.sentences;
    const sentence = step === 1 ? last + 1 : first - 1;
    if (article.paragraphs[from - 1]?.sentences[sentence - 1] !== undefined) {
      return passageAt(article, toSentenceLocator(from, sentence));
    }
    if (neighbour === undefined) return undefined;
    const edge = step === 1 ? 1 : neighbour.sentences.length;
    return passageAt(article, toSentenceLocator(next, edge));
  }
  return neighbour && passageAt(article, toParagraphLocator(next));
}

const startsOf = perArticle(({ paragraphs }) => {
  let at = 0;
  return paragraphs.map(({ text }) => {
    const start = at;
    at += text.length + PARAGRAPH_BREAK.length;
    return start;
  });
});

/** Where each sentence of an article ends in its source, in order. */
const endsOf = perArticle((article) =>
  article.paragraphs.flatMap(({ number, sentences }) => {
    const start = paragraphStart(article, number);
    return sentences.map((sentence) => start + sentence.end);
  }),
);

function toSlice(article: Article, locator: Locator, { start, end }: Span): Passage {
  return { article, locator, start, end, text: article.source.slice(start, end) };
}

function toMissingParagraph({ paragraphs }: Article, locator: Locator): string {
  const exists = paragraphs.length === 1 ? 'a single paragraph, ¶1' : `¶1 to ¶${paragraphs.length}`;
  return `There is no ${toLocatorText(locator)}: the article has ${exists}.`;
}

function toMissingSentence({ number, sentences }: Paragraph, locator: Locator): string {
  const exists =
    sentences.length === 1
      ? `a single sentence, ¶${number}:1`
      : `sentences ¶${number}:1 to ¶${number}:${sentences.length}`;
  return `There is no ${toLocatorText(locator)}: ¶${number} has ${exists}.`;
}
