import type { Correction } from './corrector.ts';
import { toContentTokens, type Query } from './query.ts';
import { createReadings, toScaled, type Reading } from './readings.ts';
import { isCommonWord, isStopWord } from './stop-words.ts';
import type { Token } from './tokenize.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A word of the query that says what is looked for, with every reading of it, the best first. */
export interface QueryWord {
  readonly token: Token;
  readonly readings: readonly Reading[];
}

type Correct = (word: string) => readonly Correction[];

/** A word of the query with the forms of it that the library has. */
interface Known {
  readonly token: Token;
  readonly forms: readonly Reading[];
}

export interface Interpreter {
  /** The telling words of a query, each with what it may mean in this library. */
  interpret(query: Query, typing: boolean): readonly QueryWord[];
}

const joinedQuality = 0.97;
const mostCorrected = 24;

/** The vocabulary must have all its words by now. */
export function createInterpreter(vocabulary: Vocabulary): Interpreter {
  const { toForms, toCorrected, toCompleted, toSplit, correct } = createReadings(vocabulary);

  /** Two words that are one in the library: "cyber space", and "cyebr space" too. */
  const toJoined = (first: Known, second: Known, ask: Correct): readonly Reading[] => {
    const word = first.token.word + second.token.word;
    const forms = toForms(word);
    if (forms.length > 0) return toScaled(forms, joinedQuality, 'words');
    if (first.forms.length > 0 && second.forms.length > 0) return [];
    // Nobody splits a word so that a part of it is "what" or "of", and mistypes it as well.
    if (isStopWord(first.token.word) || isStopWord(second.token.word)) return [];
    const [likeliest] = ask(word);
    return likeliest ? toScaled(toCorrected([likeliest]), joinedQuality, 'corrected') : [];
  };
  const toReadings = (
    { token: { word }, forms }: Known,
    halfTyped: boolean,
    ask: Correct,
  ): readonly Reading[] => {
    const guess = forms.length === 0 && !isCommonWord(word);
    // A single character of Chinese or Japanese is the beginning of a pair.
    const started = halfTyped || /^[^a-z0-9]$/u.test(word);
    return [
      ...forms,
      ...(started ? toCompleted(word) : []),
      ...(guess ? toSplit(word) : []),
      ...(guess ? toCorrected(ask(word)) : []),
    ];
  };
  return {
    interpret({ tokens, open }, typing) {
      const ask = toBounded(correct);
      const known = tokens.map((token) => ({ token, forms: toForms(token.word) }));
      const joined = known.map((first, at) => {
        const second = known[at + 1];
        return second ? toJoined(first, second, ask) : [];
      });
      const content = new Set(toContentTokens(tokens));
      return known.flatMap((each, at) => {
        if (!content.has(each.token)) return [];
        const halfTyped = typing && open && at === tokens.length - 1;
        const readings = toReadings(each, halfTyped, ask);
        const both = [...(joined[at - 1] ?? []), ...(joined[at] ?? [])];
        return [{ token: each.token, readings: toBest([...readings, ...both]) }];
      });
    },
  };
}

/** Asks once for each word, and after so many words no more: a query is not a dictionary. */
function toBounded(correct: Correct): Correct {
  const known = new Map<string, readonly Correction[]>();
  return (word) => {
    const corrections = known.get(word) ?? (known.size < mostCorrected ? correct(word) : []);
    known.set(word, corrections);
    return corrections;
  };
}

/** Each word once, as its best reading; the best first. */
function toBest(readings: readonly Reading[]): readonly Reading[] {
  const best = new Map<string, Reading>();
  for (const reading of readings) {
    const key = `${reading.word}+${reading.next ?? ''}`;
    if ((best.get(key)?.quality ?? 0) < reading.quality) best.set(key, reading);
  }
  return [...best.values()].sort((a, b) => b.quality - a.quality || a.word - b.word);
}
