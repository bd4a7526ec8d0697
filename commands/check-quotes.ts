import { ApplicationCommandType } from 'discord-api-types/v10';
import type { RESTPostAPIContextMenuApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { Command, Request } from '../src/command.ts';
import { toCheckReply } from '../src/reply/check-reply.ts';
import type { Reply } from '../src/reply/reply.ts';
import { toNotice } from '../src/reply/reply.ts';
import type { Edition } from '../src/search/library.ts';
import type { QuoteVerdict } from '../src/search/check-quote.ts';
import { extractQuotes } from '../src/search/quote-extraction.ts';

const declaration = {
  type: ApplicationCommandType.Message,
  name: 'Check quotes',
} as const satisfies RESTPostAPIContextMenuApplicationCommandsJSONBody;

/** Message command *Check quotes*: `/check` for what a message puts in quotation marks. */
export const checkQuotes: Command = { declaration, run };

const NO_QUOTES =
  'There is no quotation in that message: nothing of three words or more in quotation marks or in a block quote. `/check` looks at any words that you paste.';

function run({ edition: asked, library, target }: Request): Reply {
  const quotes = extractQuotes(target?.text ?? '');
  if (quotes.length === 0) return toNotice(NO_QUOTES);
  const texts = [...new Set(quotes.map(({ text }) => text))];
  const editions = new Set([asked, ...library.editions.values()]);
  const edition = findSource(Array.from(editions, checkOnce), texts) ?? asked;
  // What stands in quotation marks within a true quotation needs no verdict of its own.
  const isTrue = (text: string) => edition.checkQuote(text).kind === 'verbatim';
  const outer = texts.filter(
    (text) => !texts.some((other) => other !== text && other.includes(text) && isTrue(other)),
  );
  return toCheckReply(edition, outer);
}

// Several steps ask for the same verdicts, and each takes its time.
function checkOnce(edition: Edition): Edition {
  const verdicts = new Map<string, QuoteVerdict>();
  const checkQuote = (text: string): QuoteVerdict => {
    const verdict = verdicts.get(text) ?? edition.checkQuote(text);
    verdicts.set(text, verdict);
    return verdict;
  };
  return { ...edition, checkQuote };
}

// A message does not say which article it quotes: the first that has something of it.
function findSource(editions: readonly Edition[], texts: readonly string[]): Edition | undefined {
  const [first, ...others] = editions;
  if (others.length === 0) return first;
  const has = ({ checkQuote }: Edition) => texts.some((text) => checkQuote(text).kind !== 'absent');
  return editions.find(has) ?? first;
}
