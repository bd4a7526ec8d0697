import type { InvertedIndex } from './inverted-index.ts';

/** Where a phrase stands: the paragraph and the position of its first word there. */
export interface PhrasePlace {
  readonly paragraph: number;
  readonly position: number;
}

/**
 * Every place where these words stand at these distances from the first of them, in the order of
 * the text, at most `limit`. Exact: each paragraph that has all the words is looked through.
 */
export function findPhrase(
  index: InvertedIndex,
  words: readonly number[],
  offsets: readonly number[],
  limit: number,
): readonly PhrasePlace[] {
  const places: PhrasePlace[] = [];
  const cursors = toCursors(index, words);
  const [shortest] = cursors;
  const rarest = words.findIndex((word) => word === shortest?.word);
  const rareWord = words[rarest] ?? -1;
  const rareOffset = offsets[rarest] ?? 0;
  for (const paragraph of shortest?.list ?? []) {
    if (places.length >= limit) break;
    if (!cursors.every((cursor) => cursor.advance(paragraph))) continue;
    const text = index.wordsOf(paragraph);
    for (let at = text.indexOf(rareWord); at !== -1; at = text.indexOf(rareWord, at + 1)) {
      const position = at - rareOffset;
      if (standsAt(text, position, words, offsets)) places.push({ paragraph, position });
    }
  }
  return places;
}

function standsAt(
  text: Uint32Array,
  position: number,
  words: readonly number[],
  offsets: readonly number[],
): boolean {
  for (let at = 0; at < words.length; at += 1)
    if (text[position + (offsets[at] ?? 0)] !== words[at]) return false;
  return true;
}

/** The paragraphs of each word, the shortest list first, to be walked through side by side. */
function toCursors(index: InvertedIndex, words: readonly number[]) {
  return [...new Set(words)]
    .map((word) => ({ word, list: index.postings(word).paragraphs }))
    .sort((a, b) => a.list.length - b.list.length)
    .map(({ word, list }) => {
      let at = 0;
      return {
        word,
        list,
        /** Whether the list has the paragraph; each call asks for a later one than the last. */
        advance(paragraph: number): boolean {
          let step = 1;
          while ((list[at + step] ?? Infinity) <= paragraph) {
            at += step;
            step *= 2;
          }
          while ((list[at] ?? Infinity) < paragraph) at += 1;
          return list[at] === paragraph;
        },
      };
    });
}
