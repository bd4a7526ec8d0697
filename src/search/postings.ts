/** In which paragraphs a word stands (ascending) and how often in each, up to 255 times. */
export interface Postings {
  readonly paragraphs: Uint32Array;
  readonly counts: Uint8Array;
}

const mostCounted = 255;

/**
 * Turns "which words has a paragraph" round to "which paragraphs has a word". `visit` names the
 * words of a paragraph, each as often as it stands there; it is asked twice: to count, and to fill.
 */
export function createPostings(
  words: number,
  paragraphs: number,
  visit: (paragraph: number, note: (word: number) => void) => void,
): (word: number) => Postings {
  const starts = countParagraphs(words, paragraphs, visit);
  const total = starts[words] ?? 0;
  const lists = new Uint32Array(total);
  const counts = new Uint8Array(total);
  // Where the next paragraph of each word goes; before its first it points at its start.
  const next = starts.slice(0, words);
  for (let paragraph = 0; paragraph < paragraphs; paragraph += 1) {
    visit(paragraph, (word) => {
      const at = next[word] ?? 0;
      const last = at - 1;
      if (at > (starts[word] ?? 0) && lists[last] === paragraph) {
        counts[last] = Math.min(mostCounted, (counts[last] ?? 0) + 1);
        return;
      }
      lists[at] = paragraph;
      counts[at] = 1;
      next[word] = at + 1;
    });
  }
  return (word) => {
    const start = starts[word] ?? 0;
    const end = starts[word + 1] ?? start;
    return { paragraphs: lists.subarray(start, end), counts: counts.subarray(start, end) };
  };
}

/** Where the list of each word starts when all lists stand one after the other. */
function countParagraphs(
  words: number,
  paragraphs: number,
  visit: (paragraph: number, note: (word: number) => void) => void,
): Uint32Array {
  const starts = new Uint32Array(words + 1);
  const last = new Int32Array(words).fill(-1);
  for (let paragraph = 0; paragraph < paragraphs; paragraph += 1) {
    visit(paragraph, (word) => {
      if (last[word] === paragraph) return;
      last[word] = paragraph;
      starts[word + 1] = (starts[word + 1] ?? 0) + 1;
    });
  }
  for (let word = 0; word < words; word += 1)
    starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0);
  return starts;
}
