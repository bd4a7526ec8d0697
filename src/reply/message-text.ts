import { once } from '../article/once.ts';
import { toLine } from './echo.ts';

// What stands in a message besides words: code, addresses, mentions and custom emoji.
const NOT_WORDS = /```[^]*?(?:```|$)|`[^`\n]*`|https?:\/\/\S+|<(?:[@#:]|a:|t:|\/|id:)[^<>]*>/gu;
const MARKUP = /(?:\*\*|__|~~|\|\|)|^(?:>{1,3}|#{1,3}|-#|[-*+]) /gmu;

const MOST_SENTENCES = 20;
const LONGEST = 200;

const segmenter = once(() => new Intl.Segmenter('und', { granularity: 'sentence' }));

/** What a message says, sentence by sentence, without markup: at most 20, each of at most 200. */
export function toSentences(message: string): string[] {
  const words = message.slice(0, 6000).replace(NOT_WORDS, ' ').replace(MARKUP, '');
  return words
    .split('\n')
    .flatMap((line) => Array.from(segmenter().segment(line), ({ segment }) => toLine(segment)))
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
    .slice(0, MOST_SENTENCES)
    .map((sentence) => sentence.slice(0, LONGEST));
}
