import type { Paragraph } from '../../src/article/article.ts';

/** Paragraphs of one sentence each, or of those that a list holds, numbered from 1. */
export function makeParagraphs(
  texts: readonly (string | readonly string[])[],
): readonly Paragraph[] {
  return texts.map((given, at) => {
    const parts = typeof given === 'string' ? [given] : given;
    let end = -1;
    const sentences = parts.map((part) => {
      const start = end + 1;
      end = start + part.length;
      return { start, end };
    });
    return { number: at + 1, text: parts.join(' '), sentences };
  });
}
