import { ApplicationCommandType } from 'discord-api-types/v10';
import type { RESTPostAPIContextMenuApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { Command, Request } from '../src/command.ts';
import { toCheckReply } from '../src/reply/check-reply.ts';
import type { Reply } from '../src/reply/reply.ts';
import { toNotice } from '../src/reply/reply.ts';
import type { Edition } from '../src/search/library.ts';
import { extractQuotes } from '../src/search/quote-extraction.ts';

const declaration = {
  type: ApplicationCommandType.Message,
  name: 'Check quotes',
} as const satisfies RESTPostAPIContextMenuApplicationCommandsJSONBody;

/** Message command *Check quotes*: `/check` for what a message puts in quotation marks. */
export const checkQuotes: Command = { declaration, run };

const NO_QUOTES =
  'There is no quotation in that message: nothing of three words or more in quotation marks or in a block quote. `/check` looks at any words that you paste.';

function run(request: Request): Reply {
  const quotes = extractQuotes(request.target?.text ?? '');
  if (quotes.length === 0) return toNotice(NO_QUOTES);
  // What stands in quotation marks within a true quotation needs no verdict of its own.
  const texts = [...new Set(quotes.map(({ text }) => text))];
  const edition = findSource([request.edition, ...request.library.editions.values()], texts);
  const verbatim = texts.filter((text) => edition.checkQuote(text).kind === 'verbatim');
  const outer = texts.filter(
    (text) => !verbatim.some((other) => other !== text && other.includes(text)),
  );
  return toCheckReply(edition, outer);
}

// A message does not say which article it quotes: the first that has something of it.
function findSource(editions: readonly [Edition, ...Edition[]], texts: readonly string[]): Edition {
  const has = ({ checkQuote }: Edition) => texts.some((text) => checkQuote(text).kind !== 'absent');
  return editions.find(has) ?? editions[0];
}
