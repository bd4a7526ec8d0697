import type { Article } from '../article/article.ts';
import { toParagraphLocator, toSentenceLocator } from '../article/locator.ts';
import type { Passage } from '../article/passage.ts';
import { paragraphStart, passageAt } from '../article/passage.ts';
import type { Finding, Match } from '../search/finder.ts';
import type { Edition } from '../search/library.ts';
import { parseCustomId, toCustomId } from './custom-id.ts';
import { echo } from './echo.ts';
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
  const matches = finding.matches.slice(0, PAGE_SIZE * MOST_PAGES);
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
  if (matches.length > PAGE_SIZE)
    rows.push(toPager(article, query, first / PAGE_SIZE, matches.length));
  return {
    visibility: 'private',
    replaces,
    article,
    blocks: [toVerdict(finding, query), ...shown.map((match) => toFoundBlock(article, match))],
    rows,
  };
}

function toVerdict({ verdict, matches }: Finding, query: string): Block {
  const said = echo(query);
  const markdown = {
    found: `Passages that speak of ${said}, best first:`,
    perhaps: `Nothing in the article says ${said} in these words. Perhaps one of these is meant:`,
    absent:
      matches.length > 0
        ? `The article does not speak of ${said}. The nearest passages are:`
        : `The article does not speak of ${said}, and nothing in it comes near.`,
  }[verdict];
  return { kind: 'note', markdown };
}

function toFoundBlock(article: Article, { paragraph, sentence, highlights }: Match): PassageBlock {
  const passage = passageAt(article, toSentenceLocator(paragraph, sentence));
  return { kind: 'passage', passage, marks: toMarks(passage, paragraph, highlights) };
}

// Highlights count from the paragraph's beginning, marks from the passage's.
function toMarks(passage: Passage, paragraph: number, highlights: Match['highlights']) {
  const shift = paragraphStart(passage.article, paragraph) - passage.start;
  return highlights
    .map(({ start, end }) => ({ start: start + shift, end: end + shift }))
    .filter(({ start, end }) => start >= 0 && end <= passage.text.length);
}

/*
 * A query does not fit in one custom_id, so the three buttons of the pager carry a third each, and
 * whichever is pressed, Discord sends the message with all of them.
 */
const PARTS = 3;
// 100 characters less `1/search/`, an id of 16, a page, a part and their slashes.
const PART_LENGTH = 69;

function toPager(article: Article, query: string, page: number, found: number): Row {
  const last = Math.ceil(found / PAGE_SIZE) - 1;
  const [first = '', second = '', third = ''] = splitQuery(query);
  const toId = (to: number, part: number, text: string) =>
    toCustomId(SEARCH, article.id, to, part, text);
  return {
    buttons: [
      {
        label: '← Previous',
        customId: toId(Math.max(0, page - 1), 0, first),
        disabled: page === 0,
      },
      { label: `Page ${page + 1} of ${last + 1}`, customId: toId(page, 1, second), disabled: true },
      {
        label: 'Next →',
        customId: toId(Math.min(last, page + 1), 2, third),
        disabled: page === last,
      },
    ],
  };
}

function splitQuery(query: string): string[] {
  const parts = [''];
  for (const character of query) {
    const part = parts.at(-1) ?? '';
    if (part.length + character.length > PART_LENGTH) parts.push(character);
    else parts[parts.length - 1] = part + character;
  }
  return parts;
}

/** The query that a pager's buttons carry together; a missing button leaves its part out. */
export function readPagerQuery(controls: readonly string[]): string {
  const parts = Array.from({ length: PARTS }, () => '');
  for (const customId of controls) {
    const control = parseCustomId(customId);
    if (control?.command !== SEARCH) continue;
    const [, , part, ...text] = control.fields;
    if (part !== undefined && /^[0-2]$/u.test(part)) parts[Number(part)] = text.join('/');
  }
  return parts.join('');
}
