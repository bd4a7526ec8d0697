import { ApplicationCommandType } from 'discord-api-types/v10';
import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { Article } from '../src/article/article.ts';
import type { Command, PressRequest, Request } from '../src/command.ts';
import { PRIVATE_OPTION, toVisibility } from './private-option.ts';
import { pressAnswerButton, toAnswerButtons } from '../src/reply/copy-reply.ts';
import { toMenuChoice, toReadMenu } from '../src/reply/passage-reply.ts';
import type { Block, Reply } from '../src/reply/reply.ts';

const declaration = {
  type: ApplicationCommandType.ChatInput,
  name: 'summary',
  description: 'What the article argues, step by step, and where it says so',
  options: [PRIVATE_OPTION],
} as const satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;

/** `/summary private?`: the thesis and the steps of the argument in the bot's words. */
export const summary: Command = { declaration, run, press };

const WHOSE_WORDS: Block = {
  kind: 'note',
  markdown:
    '-# A summary in the bot’s words of what the author argues. Each ¶ leads to the author’s own.',
};

function run({ edition: { article }, options }: Request): Reply {
  return toSummary(article, toVisibility(options));
}

function press(request: PressRequest): Reply {
  const { article } = request.edition;
  return pressAnswerButton('summary', request, (visibility) => toSummary(article, visibility));
}

function toSummary(article: Article, visibility: Reply['visibility']): Reply {
  const { thesis, outline } = article;
  return {
    visibility,
    article,
    blocks: [
      WHOSE_WORDS,
      ...[...thesis, ...outline].map((said) => ({ kind: 'statement', ...said }) as const),
    ],
    rows: [
      toReadMenu(
        article,
        outline.map(({ at, heading }) => toMenuChoice(article, at, heading)),
      ),
      toAnswerButtons('summary', article, visibility),
    ],
  };
}
