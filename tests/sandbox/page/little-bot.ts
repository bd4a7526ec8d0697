import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Events, MessageFlags } from 'discord.js';
import type {
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  Interaction,
  InteractionReplyOptions,
} from 'discord.js';
import type { Sandbox } from '../../../src/sandbox/server.ts';
import { deleteRow, everything, form, littleCommands, passages } from './little-commands.ts';

// A bot that talks to the sandbox through the real discord.js client and knows nothing of the
// project's own bot.

export interface LittleBot {
  /** What was typed into options, in the order in which the bot was asked. */
  readonly typed: readonly string[];
  stop(): Promise<void>;
}

/** Connects the little bot to a sandbox; resolves when its commands are there. */
export async function startLittleBot(sandbox: Sandbox): Promise<LittleBot> {
  const client = new Client({ intents: [], rest: { api: sandbox.apiBase } });
  const typed: string[] = [];
  client.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isAutocomplete()) typed.push(interaction.options.getFocused());
    void answer(interaction);
  });
  await client.login(sandbox.token);
  await client.rest.put(`/applications/${sandbox.applicationId}/commands`, {
    body: littleCommands,
  });
  await sandbox.botOnline();
  await sandbox.commandsRegistered();
  return { typed, stop: () => client.destroy() };
}

async function answer(interaction: Interaction): Promise<unknown> {
  if (interaction.isAutocomplete()) return complete(interaction);
  if (interaction.isChatInputCommand()) return answerCommand(interaction);
  if (interaction.isButton()) return answerButton(interaction);
  if (interaction.isMessageContextMenuCommand()) {
    const { content } = interaction.targetMessage;
    return interaction.reply({ content: `About “${content}”`, flags: MessageFlags.Ephemeral });
  }
  if (interaction.isStringSelectMenu()) {
    return interaction.reply(`Chosen: ${interaction.values.join(', ')}`);
  }
  if (interaction.isModalSubmit()) {
    return interaction.reply(`Said: ${interaction.fields.getTextInputValue('words')}`);
  }
  return undefined;
}

/** How long the answer to `slow` takes, in milliseconds. */
const slowness = 600;

async function complete(interaction: AutocompleteInteraction): Promise<unknown> {
  const typed = interaction.options.getFocused();
  if (typed === 'slow') {
    await sleep(slowness);
    return interaction.respond([{ name: 'an answer that comes late', value: 'late' }]);
  }
  const found = passages.filter((passage) => passage.includes(typed));
  return interaction.respond(found.map((name) => ({ name: `¶ ${name}`, value: name })));
}

async function answerCommand(interaction: ChatInputCommandInteraction): Promise<unknown> {
  const { options, locale } = interaction;
  const style = options.getString('style');
  switch (interaction.commandName) {
    case 'quote':
      return interaction.reply(toQuote(interaction));
    case 'cite':
      return interaction.reply(`**${style}**, ¶${options.getInteger('paragraph')} (${locale})`);
    case 'show':
      return interaction.reply(everything);
    case 'ask':
      return interaction.showModal(form);
    default:
      return undefined;
  }
}

function toQuote({ options }: ChatInputCommandInteraction): InteractionReplyOptions {
  const passage = options.getString('passage') ?? 'a random passage';
  return {
    content: `${options.getString('comment') ?? ''}\n> ${passage}`,
    components: [deleteRow],
    ...(options.getBoolean('private') === true ? { flags: MessageFlags.Ephemeral } : {}),
  };
}

async function answerButton(interaction: ButtonInteraction): Promise<unknown> {
  switch (interaction.customId) {
    case 'delete':
      await interaction.deferUpdate();
      return interaction.deleteReply();
    case 'edit':
      return interaction.update({ content: 'Edited by a button' });
    case 'share':
      return interaction.reply('Posted by a button');
    default:
      return undefined;
  }
}
