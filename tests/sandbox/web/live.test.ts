import { once } from 'node:events';
import { MessageFlags } from 'discord.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import type { ClientRequest, ServerEvent, Welcome } from '../../../src/sandbox/protocol.ts';
import type { Sandbox } from '../../../src/sandbox/server.ts';
import { hello, start, startBot } from '../start.ts';

type EventOf<Type extends ServerEvent['type']> = Extract<ServerEvent, { type: Type }>;

interface Page {
  readonly welcome: Welcome;
  readonly received: readonly ServerEvent[];
  send(request: ClientRequest): void;
  sendText(text: string): void;
  /** The first event of the type, come or to come, that fits. */
  next<Type extends ServerEvent['type']>(
    type: Type,
    fits?: (event: EventOf<Type>) => boolean,
  ): Promise<EventOf<Type>>;
}

function isOf<Type extends ServerEvent['type']>(
  event: ServerEvent,
  type: Type,
): event is EventOf<Type> {
  return event.type === type;
}

/** A page without anything to look at. */
async function open(sandbox: Sandbox): Promise<Page> {
  const socket = new WebSocket(`${sandbox.pageUrl.replace('http', 'ws')}live`);
  onTestFinished(() => socket.terminate());
  const received: ServerEvent[] = [];
  socket.on('message', (data: Buffer) => {
    received.push(JSON.parse(data.toString()));
    socket.emit('event');
  });
  const next: Page['next'] = async (type, fits = () => true) => {
    for (const event of received) if (isOf(event, type) && fits(event)) return event;
    await once(socket, 'event');
    return next(type, fits);
  };
  const { welcome } = await next('welcome');
  return {
    welcome,
    received,
    next,
    send: (sent) => socket.send(JSON.stringify(sent)),
    sendText: (text) => socket.send(text),
  };
}

function actorOf({ welcome }: Page, person = 0, place = 0) {
  return {
    personId: welcome.people[person]?.id ?? '',
    placeId: welcome.places[place]?.id ?? '',
    locale: 'en-US',
  };
}

describe('a page', () => {
  it('is welcomed with people, places and locales, and whether the bot is there', async () => {
    const { sandbox } = await startBot();
    const page = await open(sandbox);
    expect(page.welcome).toMatchObject({
      application: { id: sandbox.applicationId, name: 'Pullquote' },
    });
    expect(page.welcome.people).toHaveLength(2);
    expect(page.welcome.places.map(({ kind }) => kind)).toEqual([
      'guild',
      'bot_dm',
      'private_channel',
    ]);
    expect(page.welcome.locales).toContain('zh-CN');
    expect(await page.next('bot')).toEqual({ type: 'bot', online: true });
  });

  it('gets the history and the commands of the place that it views', async () => {
    const { sandbox } = await startBot();
    const page = await open(sandbox);
    const actor = actorOf(page);
    page.send({ type: 'view', ...actor });
    expect(await page.next('history')).toMatchObject({
      placeId: actor.placeId,
      messages: sandbox.visit().messages(),
    });
    expect((await page.next('commands')).commands).toMatchObject([{ name: 'hello' }]);
  });

  it('hears of new commands, and of the bot’s coming and going', async () => {
    const { sandbox, client } = await startBot();
    const page = await open(sandbox);
    page.send({ type: 'view', ...actorOf(page) });
    await page.next('history');
    await client.application?.commands.set([hello, { name: 'more', description: 'More' }]);
    await page.next('commands', ({ commands }) => commands.length === 2);
    await client.destroy();
    expect(await page.next('bot', ({ online }) => !online)).toEqual({ type: 'bot', online: false });
  });

  it('sends a command and sees the message, the outcome and the trace', async () => {
    const { sandbox } = await startBot({
      answer: (interaction) =>
        interaction.isChatInputCommand() ? interaction.reply('Hello @everyone') : undefined,
    });
    const page = await open(sandbox);
    const actor = actorOf(page);
    page.send({ type: 'view', ...actor });
    const [command] = (await page.next('commands')).commands;
    const options = [{ name: 'name', value: 'x' }];
    page.send({ type: 'command', nonce: 'a', commandId: command?.id ?? '', options, ...actor });
    expect(await page.next('outcome')).toEqual({
      type: 'outcome',
      nonce: 'a',
      result: { kind: 'done' },
    });
    expect((await page.next('messageCreate')).message.content).toBe('Hello @everyone');
    const { trace } = await page.next('trace', ({ trace: { status } }) => status === 'answered');
    expect(trace).toMatchObject({
      title: '/hello',
      received: { type: 2 },
      answered: { type: 4 },
      elapsed: expect.any(Number),
      warnings: [expect.stringContaining('allowed_mentions is absent')],
    });
  });

  it('is told what Discord shows when an answer is refused, and the reason', async () => {
    const { sandbox } = await startBot({
      sandbox: { deadline: 200 },
      answer: (interaction) =>
        interaction.isChatInputCommand() ? interaction.reply('x'.repeat(2001)) : undefined,
    });
    const page = await open(sandbox);
    const actor = actorOf(page);
    page.send({ type: 'view', ...actor });
    const [command] = (await page.next('commands')).commands;
    page.send({ type: 'command', nonce: 'b', commandId: command?.id ?? '', options: [], ...actor });
    expect((await page.next('outcome')).result).toEqual({
      kind: 'failed',
      text: 'The application did not respond',
      reason: expect.stringContaining('data.content: Must be 2000 or fewer in length.'),
    });
    const refused = await page.next('trace', ({ trace: { status } }) => status === 'refused');
    expect(refused.trace.warnings).toEqual(['data.content: Must be 2000 or fewer in length.']);
  });

  it('says something, which the other person’s page sees too', async () => {
    const sandbox = await start();
    const [page, other] = await Promise.all([open(sandbox), open(sandbox)]);
    other.send({ type: 'view', ...actorOf(other, 1) });
    await other.next('history');
    page.send({ type: 'say', content: ' Hello ', ...actorOf(page) });
    const { message, placeId } = await other.next('messageCreate');
    expect([message.content, placeId]).toEqual(['Hello', page.welcome.places[0]?.id]);
  });

  it('never hears of the other person’s ephemeral messages', async () => {
    const { sandbox } = await startBot({
      answer: (interaction) =>
        interaction.isChatInputCommand()
          ? interaction.reply({ content: 'Secret', flags: MessageFlags.Ephemeral })
          : undefined,
    });
    const [own, other] = await Promise.all([open(sandbox), open(sandbox)]);
    own.send({ type: 'view', ...actorOf(own) });
    other.send({ type: 'view', ...actorOf(other, 1) });
    await Promise.all([own.next('history'), other.next('history')]);
    const outcome = await sandbox.visit().command('hello');
    const id = outcome.message?.id ?? '';
    await own.next('messageCreate');
    own.send({ type: 'dismiss', messageId: id, ...actorOf(own) });
    expect((await own.next('messageDelete')).messageId).toBe(id);
    sandbox.visit().say('Over');
    await other.next('messageCreate', ({ message }) => message.content === 'Over');
    const heard = other.received.filter(({ type }) => type !== 'trace');
    expect(JSON.stringify(heard)).not.toContain('Secret');
  });

  it.each([
    ['no JSON', '{'],
    ['no request', '{"type":"none"}'],
    ['a list', '[]'],
    [
      'a locale that Discord does not have',
      JSON.stringify({ type: 'view', personId: '1', placeId: '2', locale: 'xx' }),
    ],
    [
      'too long a text',
      JSON.stringify({
        type: 'say',
        content: 'x'.repeat(9000),
        personId: '1',
        placeId: '2',
        locale: 'de',
      }),
    ],
  ])('that sends %s is ignored, with a line in the log', async (_what, text) => {
    const lines: string[] = [];
    const sandbox = await start({ log: (line) => lines.push(line) });
    const page = await open(sandbox);
    page.sendText(text);
    await expect.poll(() => lines).toHaveLength(1);
    page.send({ type: 'view', ...actorOf(page) });
    await page.next('history');
  });

  it('that names a stranger, a strange place or a strange command is told so', async () => {
    const page = await open(await start());
    const actor = { ...actorOf(page), personId: 'x' };
    page.send({ type: 'view', ...actor });
    page.send({ type: 'say', content: 'x', ...actor });
    page.send({ type: 'dismiss', messageId: 'x', ...actor });
    page.send({ type: 'component', nonce: 'c', messageId: 'x', customId: 'y', ...actor });
    expect((await page.next('outcome')).result).toMatchObject({
      kind: 'failed',
      reason: 'There is no such person or place.',
    });
  });
});
