import type { Article } from '../article/article.ts';
import { toExcerpt } from '../article/excerpt.ts';
import { toLocatorText } from '../article/locator.ts';
import { perArticle } from '../article/per-article.ts';
import { sentenceEnds } from '../article/passage.ts';
import { cut, toLine } from './echo.ts';
import { literal } from './literal.ts';
import { toPiece } from './passage-text.ts';
import type { Block, Lead, PassageBlock, Reply } from './reply.ts';
import { toByline } from './source-line.ts';

const PREVIEW_LENGTH = 300;
const BYLINE_LENGTH = 150;

/** What stands over the embed, and the blocks that are left for the embed. */
export interface Over {
  readonly text: string;
  readonly rest: readonly Block[];
}

const LONGEST_NOTES = 1700;

/**
 * Who says what, and for those who see no embeds (Discord lets them be turned off) what the bot
 * has to say, or else where the passage is from and how it begins.
 */
export function toContent({ article, visibility, blocks, lead = {} }: Reply): Over {
  const notes = blocks.flatMap((block) => (block.kind === 'note' ? block.markdown : []));
  const text = notes.join('\n\n');
  const isOver =
    article === undefined || (visibility === 'private' && text.length <= LONGEST_NOTES);
  const said = isOver && text !== '' ? text : article && toPreview(article, blocks);
  return {
    text: [...toLeadLines(lead), said].filter((line) => line !== undefined).join('\n'),
    rest: isOver ? blocks.filter(({ kind }) => kind !== 'note') : blocks,
  };
}

function toLeadLines({ comment, answers, postedBy }: Lead): string[] {
  const lines: string[] = [];
  if (postedBy !== undefined && answers !== undefined) {
    lines.push(`-# <@${postedBy}> answers ${answers}`);
  } else if (postedBy !== undefined && comment === undefined) {
    lines.push(`-# Posted by <@${postedBy}>`);
  }
  if (comment !== undefined) lines.push(`<@${comment.userId}>: ${literal(toLine(comment.text))}`);
  return lines;
}

function toPreview(article: Article, blocks: readonly Block[]): string | undefined {
  const who = toSource(article);
  for (const block of blocks) {
    if (block.kind === 'passage') {
      return `-# ${who}, ${toLocatorText(block.passage.locator)}: “${toBeginning(block)}”`;
    }
    if (block.kind === 'statement') {
      const said = cut(block.text, PREVIEW_LENGTH, literal);
      return `-# On ${who}: ${said} (${toLocatorText(block.at)})`;
    }
  }
  return undefined;
}

// In angle brackets Discord links to the page without showing a preview of it.
const toSource = perArticle((article): string => {
  const byline = literal(cut(toByline(article), BYLINE_LENGTH));
  const { URL: url } = article.item;
  return url === undefined ? byline : `[${byline}](<${url}>)`;
});

// The first sentence, or as much of it as fits; a cut within a sentence is marked.
function toBeginning({ passage, from = 0 }: PassageBlock): string {
  const { article, start, end } = passage;
  const piece = toPiece(passage, from);
  const line = piece.text.replace(/\n[^]*$/u, '');
  const ends = sentenceEnds(article, { start: start + from, end });
  const measure = (words: string) => literal(words).length;
  const excerpt = toExcerpt(line, { limit: PREVIEW_LENGTH, measure });
  const [sentence = line.length] = ends;
  if (sentence <= excerpt.end) return literal(line.slice(0, sentence));
  return excerpt.end === line.length ? literal(line) : `${literal(excerpt.text)}…`;
}
