import type { Article } from '../article/article.ts';
import type { Locator } from '../article/locator.ts';
import {
  parseLocator,
  toLocatorText,
  toParagraphLocator,
  toSentenceLocator,
} from '../article/locator.ts';
import { passageAt, toPassage } from '../article/passage.ts';
import type { Edition } from '../search/library.ts';
import { toRelevant } from '../search/relevant.ts';
import { cut } from './echo.ts';
import { LIMITS } from './limits.ts';

/** An entry of autocomplete: what is shown and what is sent, each at most 100 characters. */
export interface PlaceChoice {
  readonly name: string;
  readonly value: string;
}

/**
 * The place that somebody typed or picked, if it is one. What autocomplete shows begins with the
 * place (`¶4:2 The US has…`), and Discord may send that back instead of the value behind it.
 */
export function readPlace(asked: string): Locator | undefined {
  return parseLocator(asked) ?? parseLocator(/^¶\S+(?=\s)/u.exec(asked)?.[0] ?? '');
}

/** The steps of the argument, each with its place. */
export function toOutlineChoices({ outline }: Article): PlaceChoice[] {
  return outline.map(({ at, heading }) => toChoice(at, heading)).slice(0, LIMITS.choices);
}

/** The places that fit what has been typed so far: the place named, or those of the best matches. */
export function toPlaceChoices(edition: Edition, typed: string): PlaceChoice[] {
  const { article } = edition;
  const place = readPlace(typed);
  const places = place === undefined ? findPlaces(edition, typed) : placesWithin(article, place);
  return places.map((at) => toChoice(at, passageAt(article, at).text)).slice(0, LIMITS.choices);
}

function toChoice(at: Locator, text: string): PlaceChoice {
  const place = toLocatorText(at);
  const beginning = cut(text, LIMITS.choiceName - place.length - 1);
  return { name: `${place} ${beginning}`, value: place };
}

function findPlaces({ finder }: Edition, typed: string): Locator[] {
  return toRelevant(finder.find(typed, { typing: true })).flatMap(({ paragraph, sentence }) => [
    toSentenceLocator(paragraph, sentence),
    toParagraphLocator(paragraph),
  ]);
}

// The place itself and, for a whole paragraph, each of its sentences.
function placesWithin(article: Article, place: Locator): Locator[] {
  if ('missing' in toPassage(article, place)) return [];
  const [from, to] = place.paragraphs;
  if (place.sentences !== undefined || from !== to) return [place];
  const sentences = article.paragraphs[from - 1]?.sentences ?? [];
  return [place, ...sentences.map((_, index) => toSentenceLocator(from, index + 1))];
}
