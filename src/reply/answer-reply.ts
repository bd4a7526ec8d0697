import type { Article } from '../article/article.ts';
import type { Locator } from '../article/locator.ts';
import { toParagraphLocator } from '../article/locator.ts';
import type { Finding, Match } from '../search/finder.ts';
import type { Edition } from '../search/library.ts';
import { toAnswerMenu, toMenuChoice, toReadMenu } from './passage-reply.ts';
import type { PassageBlock, Reply } from './reply.ts';
import { toNotice } from './reply.ts';
import { toSentences } from './message-text.ts';
import { toFoundBlock, toFoundPlace } from './search-reply.ts';

const MOST_SHOWN = 5;
const MOST_WORDS = 6;

const NO_WORDS =
  'That message has no words to go by: only pictures, links, code or emoji. `/search` finds passages by words of your own.';

/**
 * The passages of an article that speak to a message, each with the words they have in common, and a menu to
 * post one of them in answer.
 * @param link Address of the message.
 */
export function toAnswerReply(
  editions: readonly [Edition, ...Edition[]],
  message: { id: string; text: string },
  link: string,
): Reply {
  const sentences = toSentences(message.text);
  if (sentences.length === 0) return toNotice(NO_WORDS);
  const { article, finding } = findBest(editions, sentences);
  const shown = finding.matches.filter(isReason).slice(0, MOST_SHOWN);
  const places = shown.flatMap((match) => [
    toFoundPlace(match),
    toParagraphLocator(match.paragraph),
  ]);
  return {
    visibility: 'private',
    article,
    blocks: [
      { kind: 'note', markdown: toVerdictText(finding.verdict, shown.length, link) },
      ...shown.map((match) => toReasonedBlock(article, match, message.text)),
    ],
    rows: shown.length === 0 ? [] : toMenus(article, message.id, places),
  };
}

const SURE_TOPIC = 0.8;

// What people say in passing shares a word with some alias: that is no reason to quote at them.
function isReason({ evidence, score }: Match): boolean {
  return evidence === 'topic' ? score >= SURE_TOPIC : evidence !== 'resemblance';
}

function toMenus(article: Article, messageId: string, places: readonly Locator[]) {
  const choices = places.map((at) => toMenuChoice(article, at));
  return [toAnswerMenu(article, messageId, choices), toReadMenu(article, choices)];
}

interface Found {
  readonly article: Article;
  readonly finding: Finding;
}

// A message does not say which article it is about: the one that speaks to it best.
function findBest(editions: readonly [Edition, ...Edition[]], sentences: readonly string[]): Found {
  const [first, ...others] = editions;
  const look = (edition: Edition): Found => ({
    article: edition.article,
    finding: findTogether(edition, sentences),
  });
  return others
    .map(look)
    .reduce((best, next) => (topOf(next) > topOf(best) ? next : best), look(first));
}

function topOf({ finding: { matches } }: Found): number {
  return matches.find(isReason)?.score ?? 0;
}

// A message says several things: each sentence is looked for, and a passage counts by its best.
function findTogether({ finder }: Edition, sentences: readonly string[]): Finding {
  const findings = sentences.map((sentence) => finder.find(sentence));
  const best = new Map<number, Match>();
  for (const match of findings.flatMap(({ matches }) => matches)) {
    const known = best.get(match.paragraph);
    if (known === undefined || match.score > known.score) best.set(match.paragraph, match);
  }
  const verdicts = new Set(findings.map(({ verdict }) => verdict));
  const verdict = (['found', 'perhaps'] as const).find((one) => verdicts.has(one)) ?? 'absent';
  return { verdict, matches: [...best.values()].sort((a, b) => b.score - a.score) };
}

function toVerdictText(verdict: Finding['verdict'], count: number, link: string): string {
  const to = `[this message](${link})`;
  if (count === 0) return `The article does not speak of what ${to} says.`;
  const speak = verdict === 'found' ? 'speak' : 'may speak';
  return `Passages that ${speak} to ${to}. Choose one to post it as an answer:`;
}

function toReasonedBlock(article: Article, match: Match, message: string): PassageBlock {
  const { text = '' } = article.paragraphs[match.paragraph - 1] ?? {};
  const words = match.highlights.map(({ start, end }) => text.slice(start, end));
  const common = findCommon(words, message);
  const heading = common.length === 0 ? 'on a related subject' : `in common: ${common.join(', ')}`;
  return { ...toFoundBlock(article, match), heading };
}

const SHORTEST_WORD = 3;
const SAME_BEGINNING = 5;

// Only words that the message really has, or another form of: a slip that was mended, or half a
// word, would be a reason that nobody sees.
function findCommon(words: readonly string[], message: string): string[] {
  const said = message.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const isSaid = (word: string): boolean =>
    said.some((other) => other === word || isFormOf(word, other));
  const common = words.filter((word) => word.length >= SHORTEST_WORD && isSaid(word.toLowerCase()));
  return [...new Set(common)].slice(0, MOST_WORDS);
}

function isFormOf(word: string, other: string): boolean {
  const beginning = word.slice(0, SAME_BEGINNING);
  return beginning.length === SAME_BEGINNING && other.startsWith(beginning);
}
