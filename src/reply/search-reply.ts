import type { Article } from '../article/article.ts';
import type { Locator } from '../article/locator.ts';
import { toParagraphLocator, toSentenceLocator } from '../article/locator.ts';
import { passageAt } from '../article/passage.ts';
import type { Finding, Match } from '../search/finder.ts';
import { toRelevant } from '../search/relevant.ts';
import type { Edition } from '../search/library.ts';
import { toCustomId } from './custom-id.ts';
import { echo } from './echo.ts';
import { toMarks } from './marks.ts';
import { toMenuChoice, toReadMenu } from './passage-reply.ts';
import type { Block, PassageBlock, Reply, Row } from './reply.ts';
import { toNotice } from './reply.ts';

/** The longest query that is looked for, in code units: a longer one is asked to be shortened. */
export const MAX_QUERY = 200;

const SEARCH = 'search';
const PAGE_SIZE = 5;
const MOST_PAGES = 5;

/** What to say of a query that cannot be looked for; undefined if it can. */
export function toQueryFault(query: string): string | undefined {
  if (query.trim() === '')
    return 'Type the words to look for, for example `/search query: decoupling`.';
  if (query.length > MAX_QUERY) {
    return `That is ${query.length} characters, and a search takes at most ${MAX_QUERY}. A few words, or one sentence, find best.`;
  }
  if (!/[\p{L}\p{N}]/u.test(query)) {
    return `There are no words in ${echo(query)}. Type a word, a name or a phrase that you remember.`;
  }
  return undefined;
}

/** The passages that a query finds, best first, five a page. */
export function toSearchReply(edition: Edition, query: string, page = 0, replaces = false): Reply {
  const fault = toQueryFault(query);
  if (fault !== undefined) return toNotice(fault);
  const { article, finder } = edition;
  const finding = finder.find(query);
  const matches = toRelevant(finding).slice(0, PAGE_SIZE * MOST_PAGES);
  const first = Math.min(page, Math.max(0, Math.ceil(matches.length / PAGE_SIZE) - 1)) * PAGE_SIZE;
  const shown = matches.slice(first, first + PAGE_SIZE);
  const rows: Row[] = [];
  if (shown.length > 0) {
    rows.push(
      toReadMenu(
        article,
        shown.map(({ paragraph }) => toMenuChoice(article, toParagraphLocator(paragraph))),
      ),
    );
  }
  if (matches.length > PAGE_SIZE) rows.push(toPager(article, first / PAGE_SIZE, matches.length));
  return {
    visibility: 'private',
    replaces,
    article,
    blocks: [toVerdict(finding, query), ...shown.map((match) => toFoundBlock(article, match))],
    rows,
    // The pages are found anew by their buttons.
    carried: query,
  };
}

function toVerdict({ verdict, matches: [best] }: Finding, query: string): Block {
  return { kind: 'note', markdown: toVerdictText(verdict, best, echo(query)) };
}

function toVerdictText(verdict: Finding['verdict'], best: Match | undefined, said: string): string {
  if (best === undefined)
    return `The article does not speak of ${said}, and nothing in it comes near.`;
  // An alias leads to the subject; the author need not have used the word.
  if (best.evidence === 'topic') return `The article does not say ${said}. On a related subject:`;
  return {
    found: `Passages that speak of ${said}, best first:`,
    perhaps: `Nothing in the article says ${said} in these words. Perhaps one of these is meant:`,
    absent: `The article does not speak of ${said}. The nearest passages are:`,
  }[verdict];
}

/** A match in a list: the sentence where the words are, or where none are the whole paragraph. */
export function toFoundBlock(article: Article, match: Match): PassageBlock {
  const { paragraph, highlights } = match;
  const passage = passageAt(article, toFoundPlace(match));
  return { kind: 'passage', passage, marks: toMarks(passage, paragraph, highlights) };
}

/** The place that a match points to. */
export function toFoundPlace({ paragraph, sentence, highlights }: Match): Locator {
  return highlights.length === 0
    ? toParagraphLocator(paragraph)
    : toSentenceLocator(paragraph, sentence);
}

function toPager(article: Article, page: number, found: number): Row {
  const last = Math.ceil(found / PAGE_SIZE) - 1;
  const toId = (name: string, to: number) => toCustomId(SEARCH, article.id, name, to);
  return {
    buttons: [
      { label: '← Previous', customId: toId('previous', page - 1), disabled: page === 0 },
      { label: `Page ${page + 1} of ${last + 1}`, customId: toId('page', page), disabled: true },
      { label: 'Next →', customId: toId('next', page + 1), disabled: page === last },
    ],
  };
}
