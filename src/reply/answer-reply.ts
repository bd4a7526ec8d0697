import type { Article } from '../article/article.ts';
import type { Locator } from '../article/locator.ts';
import { toParagraphLocator, toSentenceLocator } from '../article/locator.ts';
import { passageAt } from '../article/passage.ts';
import type { Finding, Match } from '../search/finder.ts';
import { toRelevant } from '../search/relevant.ts';
import type { Edition } from '../search/library.ts';
import { toMarks } from './marks.ts';
import { toAnswerMenu, toMenuChoice, toReadMenu } from './passage-reply.ts';
import type { PassageBlock, Reply } from './reply.ts';
import { toNotice } from './reply.ts';
import { toSentences } from './message-text.ts';

const MOST_SHOWN = 5;
const MOST_WORDS = 6;

const NO_WORDS =
  'That message has no words to go by: only pictures, links, code or emoji. `/search` finds passages by words of your own.';

/**
 * The passages that speak to a message, each with the words they have in common, and a menu to
 * post one of them in answer.
 * @param link Address of the message.
 */
export function toAnswerReply(
  edition: Edition,
  message: { id: string; text: string },
  link: string,
): Reply {
  const { article } = edition;
  const sentences = toSentences(message.text);
  if (sentences.length === 0) return toNotice(NO_WORDS);
  const finding = findTogether(edition, sentences);
  const shown = toRelevant(finding).slice(0, MOST_SHOWN);
  const places = shown.flatMap(({ paragraph, sentence }) => [
    toSentenceLocator(paragraph, sentence),
    toParagraphLocator(paragraph),
  ]);
  return {
    visibility: 'private',
    article,
    blocks: [
      { kind: 'note', markdown: toVerdictText(finding.verdict, shown.length, link) },
      ...shown.map((match) => toReasonedBlock(article, match)),
    ],
    rows: shown.length === 0 ? [] : toMenus(article, message.id, places),
  };
}

function toMenus(article: Article, messageId: string, places: readonly Locator[]) {
  const choices = places.map((at) => toMenuChoice(article, at));
  return [toAnswerMenu(article, messageId, choices), toReadMenu(article, choices)];
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
  return {
    found: `Passages that speak to ${to}. Choose one to post it as an answer:`,
    perhaps: `These passages may speak to ${to}. Choose one to post it as an answer:`,
    absent: `The article does not speak of what ${to} says. The nearest passages are:`,
  }[verdict];
}

function toReasonedBlock(
  article: Article,
  { paragraph, sentence, highlights }: Match,
): PassageBlock {
  const passage = passageAt(article, toSentenceLocator(paragraph, sentence));
  const { text = '' } = article.paragraphs[paragraph - 1] ?? {};
  const words = highlights.map(({ start, end }) => text.slice(start, end).toLowerCase());
  const common = [...new Set(words)].slice(0, MOST_WORDS).join(', ');
  return {
    kind: 'passage',
    passage,
    marks: toMarks(passage, paragraph, highlights),
    heading: common === '' ? 'on the same subject' : `in common: ${common}`,
  };
}
