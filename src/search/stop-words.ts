import commonWords from 'stopwords-en/stopwords-en.json' with { type: 'json' };
import { toFolded } from './fold.ts';

/**
 * Words that say nothing about what a text is about: the English stop word list of the Snowball
 * project (snowballstem.org/algorithms/english/stop.txt), without apostrophes as search compares them.
 */
const snowball = `
  i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her
  hers herself it its itself they them their theirs themselves what which who whom this that these
  those am is are was were be been being have has had having do does did doing would should could
  ought i'm you're he's she's it's we're they're i've you've we've they've i'd you'd he'd she'd we'd
  they'd i'll you'll he'll she'll we'll they'll isn't aren't wasn't weren't hasn't haven't hadn't
  doesn't don't didn't won't wouldn't shan't shouldn't can't cannot couldn't mustn't let's that's
  who's what's here's there's when's where's why's how's a an the and but if or because as until
  while of at by for with about against between into through during before after above below to from
  up down in out on off over under again further then once here there when where why how all any both
  each few more most other some such no nor not only own same so than too very`;

const modals = 'can will shall may might must whose';

// With these people ask about a text: they are about the asking, unless there is nothing else.
const asking = `
  article author text paragraph passage piece say says said saying tell tells told mention mentions
  mentioned talk talks talking speak speaks discuss discusses discussed`;

const stopWords = toSet(`${snowball} ${modals}`);
const askingWords = toSet(asking);

function toSet(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u).map(toFolded));
}

/** Whether a folded word is too common to tell one paragraph from another. */
export function isStopWord(word: string): boolean {
  return stopWords.has(word);
}

/** Whether a folded word is one with which people ask what a text says. */
export function isAskingWord(word: string): boolean {
  return askingWords.has(word);
}

// Frequent English words of every kind ("get", "keep", "really"): the collection of stop word lists
// that the stopwords-iso project has joined.
const common = new Set(commonWords.map(toFolded));

const ending = /(?:s|es|d|ed)$/u;

/** Whether a folded word or what it is an inflection of is frequent in English, and tells little. */
export function isCommonWord(word: string): boolean {
  return common.has(word) || common.has(word.replace(ending, ''));
}
