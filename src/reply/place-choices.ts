import type { Article } from '../article/article.ts';
import type { Locator } from '../article/locator.ts';
import {
  parseLocator,
  toLocatorText,
  toParagraphLocator,
  toSentenceLocator,
} from '../article/locator.ts';
import type { MissingPlace, Passage } from '../article/passage.ts';
import { passageAt, toPassage } from '../article/passage.ts';
import type { Match } from '../search/finder.ts';
import type { Edition } from '../search/library.ts';
import { toRelevant } from '../search/relevant.ts';
import { cut } from './echo.ts';
import { LIMITS } from './limits.ts';
import { toMarks } from './marks.ts';
import { MAX_QUERY } from './search-reply.ts';

interface CompletionRequest {
  readonly edition: Edition;
  readonly focused: { readonly value: string };
}

/** An entry of autocomplete: what is shown and what is sent, each at most 100 characters. */
export interface PlaceChoice {
  readonly name: string;
  readonly value: string;
}

/** The place that somebody means, or what to tell them; undefined if no place is meant. */
export type AskedPlace = Passage | MissingPlace | undefined;

/**
 * The place that somebody typed or picked, if it is one. What autocomplete shows begins with the
 * place (`¶4:2 The US has…`), and Discord may send that back instead of the value behind it. A
 * bare number that is no paragraph's may be a number in the text.
 */
export function readPlace({ article, finder }: Edition, asked: string): AskedPlace {
  const locator = parseLocator(asked) ?? parseLocator(/^¶\S+(?=\s)/u.exec(asked)?.[0] ?? '');
  const passage = locator && toPassage(article, locator);
  const isNumber = /^\d+$/u.test(asked.trim());
  const isMissing = passage !== undefined && 'missing' in passage;
  return isMissing && isNumber && finder.find(asked).verdict === 'found' ? undefined : passage;
}

/** The passage that words stand in: undefined unless that is beyond doubt. */
export function findQuoted({ article, finder }: Edition, asked: string): Passage | undefined {
  const { verdict, matches } = finder.find(asked);
  const [best] = matches;
  // Who reaches it by an alias alone has not quoted it.
  if (verdict !== 'found' || best === undefined || best.evidence === 'topic') return undefined;
  return passageAt(article, toParagraphLocator(best.paragraph));
}

/** Autocomplete of a place: the outline while nothing is typed. */
export function completePlace({ edition, focused }: CompletionRequest): PlaceChoice[] {
  const typed = focused.value.trim().slice(0, MAX_QUERY);
  return typed === '' ? toOutlineChoices(edition.article) : toPlaceChoices(edition, typed);
}

function toOutlineChoices({ outline }: Article): PlaceChoice[] {
  return outline.map(({ at, heading }) => toChoice(at, heading)).slice(0, LIMITS.choices);
}

/** The places that fit what has been typed so far: the place named, or those of the best matches. */
export function toPlaceChoices(edition: Edition, typed: string): PlaceChoice[] {
  const { article } = edition;
  const place = readPlace(edition, typed);
  if (place === undefined) return findPlaces(edition, typed).slice(0, LIMITS.choices);
  const places = 'missing' in place ? [] : placesWithin(article, place.locator);
  return places.map((at) => toChoice(at, passageAt(article, at).text)).slice(0, LIMITS.choices);
}

function toChoice(at: Locator, text: string): PlaceChoice {
  const place = toLocatorText(at);
  const beginning = cut(text, LIMITS.choiceName - place.length - 1);
  return { name: `${place} ${beginning}`, value: place };
}

function findPlaces({ article, finder }: Edition, typed: string): PlaceChoice[] {
  return toRelevant(finder.find(typed, { typing: true })).flatMap((match) => {
    const whole = toParagraphLocator(match.paragraph);
    const { text } = passageAt(article, whole);
    const paragraph = toChoice(whole, text);
    if (match.highlights.length === 0) return [paragraph];
    const sentence = toSentenceLocator(match.paragraph, match.sentence);
    return [toChoice(sentence, toSurroundings(article, match)), paragraph];
  });
}

const WORDS_BEFORE = 25;

// The sentence from a little before the first word that matched, so that it can be seen.
function toSurroundings(article: Article, { paragraph, sentence, highlights }: Match): string {
  const passage = passageAt(article, toSentenceLocator(paragraph, sentence));
  const [first] = toMarks(passage, paragraph, highlights);
  const from = first === undefined ? 0 : Math.max(0, first.start - WORDS_BEFORE);
  const start = from === 0 ? 0 : passage.text.indexOf(' ', from) + 1;
  const isBefore = start > 0 && first !== undefined && start <= first.start;
  return isBefore ? `… ${passage.text.slice(start)}` : passage.text;
}

// The place itself and, for a whole paragraph, each of its sentences.
function placesWithin(article: Article, place: Locator): Locator[] {
  const [from, to] = place.paragraphs;
  if (place.sentences !== undefined || from !== to) return [place];
  const sentences = article.paragraphs[from - 1]?.sentences ?? [];
  return [place, ...sentences.map((_, index) => toSentenceLocator(from, index + 1))];
}
