import { describe, expect, it } from 'vitest';
import { start, startBot } from './start.ts';
import { MessageFlags } from 'discord.js';

describe('the places', () => {
  it('begin with a conversation that quotes the article a little wrongly', async () => {
    const messages = (await start()).visit().messages();
    expect(messages.length).toBeGreaterThanOrEqual(3);
    expect(new Set(messages.map(({ author }) => author.username))).toEqual(
      new Set(['reader-1', 'reader-2']),
    );
    expect(messages.some(({ content }) => /“.+geopolitical games.+”/.test(content))).toBe(true);
    const ids = messages.map(({ id }) => BigInt(id));
    expect(ids).toEqual(ids.toSorted((a, b) => (a < b ? -1 : 1)));
  });

  it('are apart from each other', async () => {
    const sandbox = await start();
    const said = sandbox.visit({ place: 'private_channel' }).say('Only here');
    expect(sandbox.visit().messages()).not.toContainEqual(said);
    expect(
      sandbox.visit({ place: 'private_channel', person: 'reader-2' }).messages(),
    ).toContainEqual(said);
  });

  it('keep direct messages with the app from everybody else', async () => {
    const sandbox = await start();
    const said = sandbox.visit({ place: 'bot_dm' }).say('Between us');
    expect(sandbox.visit({ place: 'bot_dm' }).messages()).toEqual([said]);
    expect(sandbox.visit({ place: 'bot_dm', person: 'reader-2' }).messages()).toEqual([]);
  });

  it('keep the app’s answers there from everybody else too', async () => {
    const { sandbox } = await startBot({
      answer: (interaction) =>
        interaction.isChatInputCommand() ? interaction.reply('Between us') : undefined,
    });
    const { message } = await sandbox.visit({ place: 'bot_dm' }).command('hello');
    expect(message?.content).toBe('Between us');
    expect(sandbox.visit({ place: 'bot_dm', person: 'reader-2' }).messages()).toEqual([]);
  });

  it('forget the oldest message when there are too many', async () => {
    const sandbox = await start({ messageLimit: 20 });
    const reader = sandbox.visit();
    const said = Array.from({ length: 30 }, (_, index) => reader.say(`Message ${index}`));
    expect(reader.messages()).toEqual(said.slice(-20));
    expect(sandbox.visit({ place: 'private_channel' }).messages()).not.toEqual([]);
  });

  it('know no strangers', async () => {
    const sandbox = await start();
    expect(() => sandbox.visit({ person: 'stranger' })).toThrow('stranger');
  });

  it('take neither empty messages nor such of more than 2000 characters', async () => {
    const reader = (await start()).visit();
    expect(() => reader.say('  ')).toThrow('empty');
    expect(() => reader.say('x'.repeat(2001))).toThrow('longer');
    expect(reader.say('x'.repeat(2000)).content).toHaveLength(2000);
  });
});

describe('an ephemeral message', () => {
  const ephemeralBot = () =>
    startBot({
      answer: (interaction) =>
        interaction.isChatInputCommand()
          ? interaction.reply({ content: 'Secret', flags: MessageFlags.Ephemeral })
          : undefined,
    });

  it('is seen by who ran the command, and by nobody else', async () => {
    const { sandbox } = await ephemeralBot();
    const reader = sandbox.visit();
    const { message } = await reader.command('hello');
    expect(message?.flags).toBe(MessageFlags.Ephemeral);
    expect(reader.messages()).toContainEqual(message);
    expect(sandbox.visit({ person: 'reader-2' }).messages()).not.toContainEqual(message);
  });

  it('cannot be used by anybody else', async () => {
    const { sandbox } = await ephemeralBot();
    const id = (await sandbox.visit().command('hello')).message?.id ?? '';
    const other = sandbox.visit({ person: 'reader-2' });
    expect(await other.press(id, 'x')).toMatchObject({ reason: 'The message is gone.' });
  });

  it('is gone when dismissed, which nobody else can do, nor with a public message', async () => {
    const { sandbox } = await ephemeralBot();
    const reader = sandbox.visit();
    const { message } = await reader.command('hello');
    sandbox.visit({ person: 'reader-2' }).dismiss(message?.id ?? '');
    expect(reader.messages()).toContainEqual(message);
    reader.dismiss(message?.id ?? '');
    expect(reader.messages()).not.toContainEqual(message);
    const said = reader.say('Public');
    reader.dismiss(said.id);
    expect(reader.messages()).toContainEqual(said);
  });
});
