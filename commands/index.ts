import type { Command } from '../src/command.ts';
import { about } from './about.ts';
import { checkQuotes } from './check-quotes.ts';
import { check } from './check.ts';
import { cite } from './cite.ts';
import { findAPassage } from './find-a-passage.ts';
import { quote } from './quote.ts';
import { recommendations } from './recommendations.ts';
import { search } from './search.ts';
import { summary } from './summary.ts';

/** Every command of the bot, in the order in which people see them. */
export const commands: readonly Command[] = [
  summary,
  quote,
  recommendations,
  search,
  cite,
  check,
  about,
  findAPassage,
  checkQuotes,
];
