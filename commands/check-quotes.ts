import { ApplicationCommandType } from 'discord-api-types/v10';
import type { RESTPostAPIContextMenuApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { Command, Request } from '../src/command.ts';
import { toCheckReply } from '../src/reply/check-reply.ts';
import type { Reply } from '../src/reply/reply.ts';
import { toNotice } from '../src/reply/reply.ts';
import type { Quote } from '../src/search/quote-extraction.ts';
import { extractQuotes } from '../src/search/quote-extraction.ts';

const declaration = {
  type: ApplicationCommandType.Message,
  name: 'Check quotes',
} as const satisfies RESTPostAPIContextMenuApplicationCommandsJSONBody;

/** Message command *Check quotes*: `/check` for what a message puts in quotation marks. */
export const checkQuotes: Command = { declaration, run };

const NO_QUOTES =
  'There is no quotation in that message: nothing of three words or more in quotation marks or in a block quote. `/check` looks at any words that you paste.';

function run({ edition, target }: Request): Reply {
  const quotes = extractQuotes(target?.text ?? '');
  if (quotes.length === 0) return toNotice(NO_QUOTES);
  // What stands in quotation marks within a true quotation needs no verdict of its own.
  const verbatim = quotes.filter(({ text }) => edition.checkQuote(text).kind === 'verbatim');
  const outer = quotes.filter((quote) => !verbatim.some((other) => isWithin(quote, other)));
  return toCheckReply(
    edition,
    outer.map(({ text }) => text),
  );
}

function isWithin(inner: Quote, outer: Quote): boolean {
  return (
    inner !== outer && outer.span.start <= inner.span.start && inner.span.end <= outer.span.end
  );
}
