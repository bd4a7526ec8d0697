import type { Article } from '../article/article.ts';
import type { PartialDate } from '../article/citation/dates.ts';
import { MONTHS, parseDate } from '../article/citation/dates.ts';

/** Kind, source and date of an article as far as known: "Op-ed · China Daily · 3 March 2022". */
export function toSourceLine({ item, postedBy }: Article): string {
  const date = item.issued === undefined ? undefined : toDateText(item.issued);
  const posted = postedBy && date ? `published ${date} by ${postedBy}` : date;
  return [item.genre, item['container-title'], posted].filter(Boolean).join(' · ');
}

/** Who wrote it and where it appeared, or else its title: "Cai Cuihong, China Daily". */
export function toByline({ authors, item }: Article): string {
  const names = authors.map(({ name }) => name).join(', ');
  return [names || item.title, item['container-title']].filter(Boolean).join(', ');
}

/** A date in words, as exact as it is known: `2022-03-03`, `2022-03` or `2022`. */
function toDateText(date: string): string {
  const { day, month, year }: Partial<PartialDate> = parseDate(date) ?? {};
  return [day, month && MONTHS[month - 1], year].filter(Boolean).join(' ');
}
