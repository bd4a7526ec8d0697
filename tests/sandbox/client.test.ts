import {
  ApplicationCommandType,
  ButtonStyle,
  ComponentType,
  DiscordAPIError,
  Events,
  MessageFlags,
  TextInputStyle,
  type Interaction,
} from 'discord.js';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { hello, login, startBot } from './start.ts';

const button = {
  type: ComponentType.ActionRow as const,
  components: [
    {
      type: ComponentType.Button as const,
      style: ButtonStyle.Primary as const,
      custom_id: 'more',
      label: 'More',
    },
  ],
};
const menu = {
  type: ComponentType.ActionRow as const,
  components: [
    {
      type: ComponentType.StringSelect as const,
      custom_id: 'pick',
      options: ['a', 'b'].map((value) => ({ label: value, value })),
    },
  ],
};

describe('an unmodified discord.js client', () => {
  it('logs in, registers commands and reads them back', async () => {
    const { sandbox, client } = await startBot();
    expect(client.user?.username).toBe('Pullquote');
    expect(client.application?.id).toBe(sandbox.applicationId);
    const commands = await client.application?.commands.fetch();
    expect(commands?.map(({ name }) => name)).toEqual(['hello']);
    expect((await client.application?.fetch())?.name).toBe('Pullquote');
  });

  it('is refused with a wrong token', async () => {
    const { client } = await startBot();
    await client.destroy();
    await expect(client.login('wrong')).rejects.toThrow('invalid token');
  });

  it('answers a slash command for everybody', async () => {
    const { sandbox } = await startBot({
      answer: (interaction) =>
        interaction.isChatInputCommand()
          ? interaction.reply(`Hello ${interaction.options.getString('name')}`)
          : undefined,
    });
    const outcome = await sandbox.visit().command('hello', { name: 'you' });
    expect(outcome).toMatchObject({
      kind: 'message',
      message: {
        type: 20,
        content: 'Hello you',
        interaction_metadata: { type: 2, user: { username: 'reader-1' } },
      },
    });
    expect(outcome.elapsed).toBeGreaterThan(0);
    const other = sandbox.visit({ person: 'reader-2' });
    expect(other.messages().at(-1)?.id).toBe(outcome.message?.id);
  });

  it('gets the message back when it asks for the response', async () => {
    const answers: unknown[] = [];
    const { sandbox } = await startBot({
      answer: async (interaction) => {
        if (!interaction.isChatInputCommand()) return;
        const response = await interaction.reply({ content: 'Hello', withResponse: true });
        answers.push(
          response.resource?.message?.content,
          response.interaction.responseMessageEphemeral,
        );
      },
    });
    await sandbox.visit().command('hello');
    await expect.poll(() => answers).toEqual(['Hello', false]);
  });

  it('answers autocomplete, with what is typed so far', async () => {
    const { sandbox } = await startBot({
      answer: (interaction) =>
        interaction.isAutocomplete()
          ? interaction.respond([{ name: `${interaction.options.getFocused()}!`, value: 'x' }])
          : undefined,
    });
    const outcome = await sandbox.visit().autocomplete('hello', { name: 'wor' }, 'name');
    expect(outcome).toMatchObject({ kind: 'choices', choices: [{ name: 'wor!', value: 'x' }] });
  });

  it('updates a message in place and posts a new one at a press', async () => {
    const { sandbox } = await startBot({
      answer: (interaction) => {
        if (interaction.isChatInputCommand())
          return interaction.reply({ content: 'One', components: [button, menu] });
        if (interaction.isButton()) return interaction.update({ content: 'Two' });
        if (interaction.isStringSelectMenu())
          return interaction.reply({
            content: interaction.values.join(),
            flags: MessageFlags.Ephemeral,
          });
        return undefined;
      },
    });
    const reader = sandbox.visit();
    const id = (await reader.command('hello')).message?.id ?? '';
    const updated = await reader.press(id, 'more');
    expect(updated).toMatchObject({
      kind: 'update',
      message: { id, content: 'Two', edited_timestamp: expect.any(String) },
    });
    expect(updated.message?.components).toHaveLength(2);
    const chosen = await reader.choose(id, 'pick', ['b']);
    expect(chosen).toMatchObject({
      kind: 'message',
      message: { content: 'b', flags: 64, message_reference: { message_id: id } },
    });
  });

  it('defers, edits the deferred answer, follows up and deletes', async () => {
    const steps: (string | undefined)[] = [];
    const { sandbox } = await startBot({
      answer: async (interaction) => {
        if (!interaction.isChatInputCommand()) return;
        await interaction.deferReply();
        await interaction.editReply('Edited');
        const more = await interaction.followUp('More');
        steps.push((await interaction.fetchReply()).content, more.content);
        await interaction.deleteReply();
        steps.push('deleted');
      },
    });
    const reader = sandbox.visit();
    const before = reader.messages().length;
    const outcome = await reader.command('hello');
    expect(outcome).toMatchObject({ kind: 'deferred', message: { content: '', flags: 128 } });
    await expect.poll(() => steps).toEqual(['Edited', 'More', 'deleted']);
    expect(reader.messages().slice(before)).toMatchObject([{ content: 'More', type: 19 }]);
  });

  it('shows a modal and receives what was written', async () => {
    const { sandbox } = await startBot({
      answer: (interaction) => {
        if (interaction.isModalSubmit())
          return interaction.reply(`You wrote ${interaction.fields.getTextInputValue('words')}`);
        return interaction.isChatInputCommand()
          ? interaction.showModal({
              custom_id: 'form',
              title: 'Words',
              components: [
                {
                  type: ComponentType.Label,
                  label: 'Your words',
                  component: {
                    type: ComponentType.TextInput,
                    custom_id: 'words',
                    style: TextInputStyle.Short,
                  },
                },
              ],
            })
          : undefined;
      },
    });
    const reader = sandbox.visit();
    expect(await reader.command('hello')).toMatchObject({
      kind: 'modal',
      modal: { custom_id: 'form' },
    });
    expect(await reader.submit('form', { words: '' })).toMatchObject({ kind: 'failed' });
    const sent = await reader.submit('form', { words: 'this' });
    expect(sent).toMatchObject({
      message: {
        content: 'You wrote this',
        interaction_metadata: { type: 5, triggering_interaction_metadata: { type: 2 } },
      },
    });
    expect(await reader.submit('form', { words: 'again' })).toMatchObject({ kind: 'failed' });
  });

  it('gets the message on which a message command was used', async () => {
    const { sandbox } = await startBot({
      commands: [{ name: 'Find it', type: ApplicationCommandType.Message }],
      answer: (interaction) =>
        interaction.isMessageContextMenuCommand()
          ? interaction.reply(`On: ${interaction.targetMessage.content}`)
          : undefined,
    });
    const reader = sandbox.visit();
    const target = reader.say('What about think tanks?');
    expect(await reader.use('Find it', target.id)).toMatchObject({
      message: {
        type: 23,
        content: 'On: What about think tanks?',
        message_reference: { message_id: target.id },
        interaction_metadata: { target_message_id: target.id },
      },
    });
  });

  it('keeps its commands and its buttons over a restart', async () => {
    const answer = (interaction: Interaction): Promise<unknown> | undefined => {
      if (interaction.isChatInputCommand())
        return interaction.reply({ content: 'One', components: [button] });
      return interaction.isButton() ? interaction.update('Two') : undefined;
    };
    const { sandbox, client } = await startBot({ answer, sandbox: { deadline: 300 } });
    const reader = sandbox.visit();
    const id = (await reader.command('hello')).message?.id ?? '';
    await client.destroy();
    expect(await reader.press(id, 'more')).toMatchObject({ kind: 'failed' });
    await login(sandbox, answer);
    expect(await reader.press(id, 'more')).toMatchObject({ kind: 'update' });
  });

  it('resumes after a dropped connection and gets what it missed', async () => {
    const { sandbox, client } = await startBot({
      answer: (interaction) =>
        interaction.isChatInputCommand() ? interaction.reply('Here') : undefined,
    });
    const resumed = once(client, Events.ShardResume);
    sandbox.faults.dropConnections();
    const outcome = sandbox.visit().command('hello');
    await resumed;
    expect(await outcome).toMatchObject({ kind: 'message' });
  });

  it('resumes when it is asked to reconnect (7)', async () => {
    const { sandbox, client, errors } = await startBot();
    const resumed = once(client, Events.ShardResume);
    sandbox.faults.askToReconnect();
    await resumed;
    expect(errors).toEqual([]);
  });

  it('notices when heartbeats are no longer acknowledged', async () => {
    const { sandbox, client } = await startBot({ sandbox: { heartbeatInterval: 50 } });
    const resumed = once(client, Events.ShardResume);
    sandbox.faults.stopHeartbeatAcks();
    expect(await resumed).toEqual([0, expect.any(Number)]);
  });

  it('is told of wrong bodies with the tree of errors that it prints', async () => {
    const { sandbox, errors } = await startBot({
      sandbox: { deadline: 300 },
      answer: (interaction) =>
        interaction.isChatInputCommand()
          ? interaction.reply({
              embeds: [{ title: 'x'.repeat(257) }],
              components: [button, button],
            })
          : undefined,
    });
    const outcome = await sandbox.visit().command('hello');
    expect(outcome).toMatchObject({ kind: 'failed', text: 'The application did not respond' });
    expect(outcome.reason).toContain('data.embeds[0].title: Must be 256 or fewer in length.');
    const [error] = errors;
    expect(error).toBeInstanceOf(DiscordAPIError);
    expect(String(error)).toContain('data.embeds[0].title[BASE_TYPE_MAX_LENGTH]');
    expect(String(error)).toContain('COMPONENT_CUSTOM_ID_DUPLICATED');
  });

  it('learns that it was too late (10062), or answered twice (40060)', async () => {
    const { sandbox, errors } = await startBot({
      sandbox: { deadline: 100 },
      answer: async (interaction) => {
        if (!interaction.isChatInputCommand()) return;
        if (interaction.options.getString('name') === 'late')
          await new Promise((resolve) => setTimeout(resolve, 200));
        await interaction.reply('Here');
        interaction.replied = false;
        await interaction.reply('Here again');
      },
    });
    const reader = sandbox.visit();
    expect(await reader.command('hello', { name: 'late' })).toMatchObject({
      kind: 'failed',
      text: 'The application did not respond',
      reason: 'No answer within 100 ms',
    });
    await expect.poll(() => errors).toMatchObject([{ code: 10_062, status: 404 }]);
    expect(await reader.command('hello')).toMatchObject({ kind: 'message' });
    await expect.poll(() => errors[1]).toMatchObject({ code: 40_060, status: 400 });
  });

  it('registers in one server, where alone the command is found', async () => {
    const { sandbox, client } = await startBot({ commands: [] });
    const guildId = '1149238017346555904';
    await client.application?.commands.set([{ ...hello, name: 'local' }], guildId);
    await sandbox.commandsRegistered();
    expect(await sandbox.visit({ place: 'bot_dm' }).command('local')).toMatchObject({
      kind: 'failed',
      reason: 'There is no such command here.',
    });
  });
});
