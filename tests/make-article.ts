import { createHash } from 'node:crypto';
import { dump } from 'js-yaml';
import type { Article } from '../src/article/article.ts';
import type { ArticleFiles, ParsedArticle } from '../src/article/parse-article.ts';
import { parseArticle } from '../src/article/parse-article.ts';

/** Paragraphs, each a list of sentences. */
export type Text = readonly (readonly string[])[];

export const METADATA = {
  id: 'sample',
  type: 'article-newspaper',
  genre: 'Op-ed',
  title: 'A sample',
  author: [{ family: 'Doe', given: 'Jane' }],
  'container-title': 'The Daily',
  issued: '2022-03-03',
  URL: 'https://example.org/sample',
  language: 'en',
  rights: 'Made up for a test.',
  thesis: [{ text: 'It argues something.', at: '¶1' }],
  outline: [{ heading: 'The beginning', text: 'It begins.', at: '¶1' }],
};

/** The files of an article with this text; what is given of the metadata overrides the sample's. */
export function toFiles(text: Text, metadata: object = {}): ArticleFiles {
  const source = text.map((sentences) => sentences.join(' ')).join('\n\n');
  const sha256 = createHash('sha256').update(source).digest('hex');
  const file = `${text.map((sentences) => sentences.join('\n')).join('\n\n')}\n`;
  return {
    text: Buffer.from(file),
    metadata: Buffer.from(dump({ ...METADATA, 'text-sha256': sha256, ...metadata })),
  };
}

/** An article that must be in order. */
export function makeArticle(text: Text, metadata: object = {}): Article {
  return toArticle(parseArticle(toFiles(text, metadata)));
}

function toArticle(parsed: ParsedArticle): Article {
  if ('faults' in parsed) throw new Error(parsed.faults.join('\n'));
  return parsed.article;
}

/** Every fault that is found in an article's files. */
export function faultsOf(files: ArticleFiles): readonly string[] {
  const parsed = parseArticle(files);
  return 'faults' in parsed ? parsed.faults : [];
}

const MARKDOWN =
  '# *Not* a _heading_ ~~but~~ `code` ||hidden|| [a](https://b.example) <@1> > - 1. \\ :x: @everyone';

/** Articles that tax limits, layout and escaping. */
export const awkwardArticles: readonly Article[] = [
  makeArticle([['x']]),
  makeArticle(Array.from({ length: 12 }, () => ['y'])),
  makeArticle([['A sentence of some length follows here.'.repeat(256)], ['Short.']]),
  makeArticle([['z'.repeat(10_000)], ['第'.repeat(10_000)], ['👩‍👩‍👧‍👦'.repeat(900)]]),
  makeArticle([
    Array.from({ length: 200 }, (_, index) => `Sentence ${index + 1} of many in one paragraph.`),
  ]),
  makeArticle(
    Array.from({ length: 200 }, (_, index) => [`Paragraph ${index + 1} speaks.`, 'And it ends.']),
    {
      outline: Array.from({ length: 25 }, (_, index) => ({
        heading: `Step ${index + 1} `.padEnd(80, 'h'),
        text: '*_~`|[<'.repeat(57),
        at: `¶${index * 8 + 1}-${index * 8 + 8}`,
      })),
      recommendations: Array.from({ length: 25 }, (_, index) => ({
        heading: '**'.repeat(40),
        text: 'Do it.',
        at: `¶${index + 1}`,
        key: `¶${index + 1}:2`,
      })),
    },
  ),
  makeArticle(
    [[MARKDOWN, MARKDOWN], [MARKDOWN.repeat(90)], ['> quote', '-# sub', '1. one', '* star']],
    {
      title: MARKDOWN,
      author: [{ literal: MARKDOWN }],
    },
  ),
  makeArticle([['One.']], {
    id: 'x'.repeat(16),
    title: 'A title that goes on and on '.repeat(15).trim().padEnd(400, '!'),
    author: Array.from({ length: 40 }, (_, index) => ({
      family: `Author${index}`.padEnd(90, 'a'),
    })),
    'container-title': 'C'.repeat(300),
    'posted-by': 'P'.repeat(200),
    URL: `https://example.org/${'u'.repeat(480)}`,
  }),
  makeArticle([['No author, no date, no address.']], {
    author: undefined,
    issued: undefined,
    URL: undefined,
    genre: undefined,
    'container-title': undefined,
  }),
];
