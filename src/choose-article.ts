import type { Choice } from './command.ts';
import { cut, echo } from './reply/echo.ts';
import { LIMITS } from './reply/limits.ts';
import type { Edition, Library } from './search/library.ts';

/**
 * The edition that the option `article` asks for by its id, or by its title as autocomplete shows
 * it; the first where it is left out.
 */
export function findEdition(
  { editions, main }: Library,
  asked: string | undefined,
): Edition | undefined {
  if (asked === undefined) return main;
  const byTitle = [...editions.values()].find(
    ({ article }) => toArticleName(article.item.title) === asked,
  );
  return editions.get(asked.trim()) ?? byTitle;
}

function toArticleName(title: string): string {
  return cut(title, LIMITS.choiceName);
}

/** What to say where there is no such article, in Discord's markdown. */
export function toUnknownArticle({ editions }: Library, asked: string): string {
  const ids = [...editions.keys()].slice(0, LIMITS.choices).map((id) => `\`${id}\``);
  return `I have no article ${echo(asked)}. I have: ${ids.join(', ')}.`;
}

/** The articles that fit what has been typed so far. */
export function suggestArticles({ editions }: Library, typed: string): Choice[] {
  const wanted = typed.trim().toLowerCase();
  return [...editions.values()]
    .filter(({ article: { id, item } }) => `${id} ${item.title}`.toLowerCase().includes(wanted))
    .map(({ article: { id, item } }) => ({ name: toArticleName(item.title), value: id }));
}
