import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { Article } from '../src/article/article.ts';
import { passageAt } from '../src/article/passage.ts';
import type { Command, PressRequest, Request } from '../src/command.ts';
import { PRIVATE_OPTION, toVisibility } from './private-option.ts';
import { pressAnswerButton, toAnswerButtons } from '../src/reply/copy-reply.ts';
import { toMenuChoice, toPassageReply, toReadMenu } from '../src/reply/passage-reply.ts';
import type { Block, Reply } from '../src/reply/reply.ts';
import { toNotice } from '../src/reply/reply.ts';

const declaration = {
  type: ApplicationCommandType.ChatInput,
  name: 'recommendations',
  description: 'What the author proposes, in the author’s words',
  options: [
    {
      type: ApplicationCommandOptionType.Integer,
      name: 'number',
      description: 'One of them, in full; leave out for the key sentence of each',
      min_value: 1,
      max_value: 25,
    },
    PRIVATE_OPTION,
  ],
} as const satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;

/** `/recommendations number? private?`: the key sentences of all, or one of them whole. */
export const recommendations: Command = { declaration, run, press };

const WHOSE_WORDS: Block = {
  kind: 'note',
  markdown:
    '-# What the author recommends. The headings are the bot’s, the quoted sentences the author’s.',
};

const NONE = 'This article recommends nothing.';

function run({ edition: { article }, options }: Request): Reply {
  const visibility = toVisibility(options);
  const number = options.integer('number');
  if (article.recommendations.length === 0) return toNotice(NONE);
  if (number === undefined) return showAll(article, visibility);
  const chosen = article.recommendations[number - 1];
  if (chosen === undefined) return toNotice(toMissing(article, number));
  const heading = `Recommendation ${number}: ${chosen.heading}`;
  return toPassageReply(passageAt(article, chosen.at), {
    visibility,
    heading,
    notes: [WHOSE_WORDS],
  });
}

function press(request: PressRequest): Reply {
  const { article } = request.edition;
  // It may have had some when the button was made.
  if (article.recommendations.length === 0) return toNotice(NONE);
  return pressAnswerButton('recommendations', request, (visibility) =>
    showAll(article, visibility),
  );
}

function showAll(article: Article, visibility: Reply['visibility']): Reply {
  const { recommendations: all } = article;
  return {
    visibility,
    article,
    blocks: [
      WHOSE_WORDS,
      ...all.map(
        ({ heading, key }) =>
          ({ kind: 'passage', heading, passage: passageAt(article, key) }) as const,
      ),
    ],
    rows: [
      toReadMenu(
        article,
        all.map(({ at, heading }) => toMenuChoice(article, at, heading)),
      ),
      toAnswerButtons('recommendations', article, visibility),
    ],
  };
}

function toMissing({ recommendations: { length } }: Article, number: number): string {
  const exist = length === 1 ? 'only one' : `${length}, numbered 1 to ${length}`;
  return `There is no recommendation ${number}: the article has ${exist}.`;
}
