/* The bot's own way to Discord, with a constant answer: what is left is what answering costs. */
import { InteractionResponseType } from 'discord-api-types/v10';
import type { Answer } from '../../src/answer.ts';
import { createGateway } from '../../src/edge/gateway.ts';
import { createLifecycle } from '../../src/edge/lifecycle.ts';
import { createLog } from '../../src/edge/log.ts';

const { DISCORD_TOKEN: token = '', DISCORD_API_BASE: apiBase = '' } = process.env;

const data = {
  content: '',
  embeds: [{ title: 'A title', description: 'A constant answer of a few words.' }],
  components: [],
  allowed_mentions: { parse: [] as [] },
};
const answer: Answer = () => ({ type: InteractionResponseType.ChannelMessageWithSource, data });
const log = await createLog('warn', false);
const { stop } = createLifecycle(log);
await createGateway({ token, apiBase, answer, log, onStop: stop }).connect();
