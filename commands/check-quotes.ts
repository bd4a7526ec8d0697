import { ApplicationCommandType } from 'discord-api-types/v10';
import type { RESTPostAPIContextMenuApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { Command, Request } from '../src/command.ts';
import { toCheckReply } from '../src/reply/check-reply.ts';
import type { Reply } from '../src/reply/reply.ts';
import { toNotice } from '../src/reply/reply.ts';
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
  const quotations = extractQuotes(target?.text ?? '').map(({ text }) => text);
  return quotations.length === 0 ? toNotice(NO_QUOTES) : toCheckReply(edition, quotations);
}
