import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { Command, Request } from '../src/command.ts';
import { toCheckReply } from '../src/reply/check-reply.ts';
import type { Reply } from '../src/reply/reply.ts';
import { toNotice } from '../src/reply/reply.ts';

const MAX_QUOTE = 2000;

const declaration = {
  type: ApplicationCommandType.ChatInput,
  name: 'check',
  description: 'Does the article really say that? Word for word, altered, or not at all',
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'quote',
      description: 'The quotation, with or without quotation marks',
      required: true,
      max_length: MAX_QUOTE,
    },
  ],
} as const satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;

/** `/check quote`: whether and where the article has these words, privately. */
export const check: Command = { declaration, run };

function run({ edition, options }: Request): Reply {
  const asked = options.string('quote')?.trim() ?? '';
  if (!/[\p{L}\p{N}]/u.test(asked)) return toNotice('Paste the quotation that you want to check.');
  if (asked.length > MAX_QUOTE) {
    return toNotice(
      `That is ${asked.length} characters, and a check takes at most ${MAX_QUOTE}. Check it in parts.`,
    );
  }
  return toCheckReply(edition, [asked]);
}
