import { ApplicationCommandType } from 'discord-api-types/v10';
import type { RESTPostAPIContextMenuApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { Command, Request } from '../src/command.ts';
import { toAnswerReply } from '../src/reply/answer-reply.ts';
import type { Reply } from '../src/reply/reply.ts';
import { toNotice } from '../src/reply/reply.ts';

const declaration = {
  type: ApplicationCommandType.Message,
  name: 'Find a passage',
} as const satisfies RESTPostAPIContextMenuApplicationCommandsJSONBody;

/** Message command *Find a passage*: what the article says to a message, to post as an answer. */
export const findAPassage: Command = { declaration, run };

function run({ edition, library, target, channelUrl }: Request): Reply {
  return target === undefined
    ? toNotice(
        'Discord did not say which message is meant. Try again from the message’s menu: Apps.',
      )
    : toAnswerReply([edition, ...library.editions.values()], target, `${channelUrl}/${target.id}`);
}
