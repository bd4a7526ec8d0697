import type { APIMessage } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findDeclarationFaults, findResponseFaults } from '../discord-schema.ts';
import { articles } from '../library.ts';
import type { RunningBot } from './start-bot.ts';
import { startBot } from './start-bot.ts';

let bot: RunningBot;

beforeAll(async () => {
  bot = await startBot();
});

afterAll(async () => {
  await bot.close();
});

const [article] = articles;
const paragraph = (number: number): string => article?.paragraphs[number - 1]?.text ?? '';
const describeEmbed = (message?: APIMessage): string => message?.embeds[0]?.description ?? '';
const textOf = (message?: APIMessage): string =>
  [message?.content ?? '', describeEmbed(message)].join('\n\n');
const isEphemeral = (message?: APIMessage): boolean => ((message?.flags ?? 0) & 64) !== 0;

interface Control {
  readonly custom_id: string;
  readonly label?: string;
  readonly options?: readonly { readonly value: string }[];
}

function controlsOf(message?: APIMessage): Control[] {
  return (message?.components ?? []).flatMap((row) =>
    'components' in row ? (row.components as unknown as Control[]) : [],
  );
}

function idOf(message: APIMessage | undefined, label: string): string {
  return controlsOf(message).find((control) => control.label === label)?.custom_id ?? `no ${label}`;
}

describe('/quote', () => {
  it('shows a paragraph to everybody, with place, author, source, date and link', async () => {
    const { kind, message } = await bot.sandbox.visit().command('quote', { passage: '4' });
    expect(kind).toBe('message');
    expect(isEphemeral(message)).toBe(false);
    expect(message?.embeds[0]).toMatchObject({
      title: article?.item.title,
      url: 'https://iis.fudan.edu.cn/en/9e/e4/c16611a433892/page.htm',
      author: { name: 'Cai Cuihong' },
      footer: {
        text: 'Op-ed · China Daily · published 3 March 2022 by the Institute of International Studies, Fudan University',
      },
    });
    expect(describeEmbed(message)).toBe(`**¶4**\n> ${paragraph(4)}`);
  });

  it('turns its own message to the neighbours, and answers others privately', async () => {
    const asker = bot.sandbox.visit({ person: 'reader-1' });
    const other = bot.sandbox.visit({ person: 'reader-2' });
    const { message } = await asker.command('quote', { passage: '4:2' });
    const id = message?.id ?? '';
    const seen = await other.press(id, idOf(message, '¶4:3 →'));
    expect([seen.kind, isEphemeral(seen.message)]).toEqual(['message', true]);
    expect(asker.messages().some(({ id: known }) => known === seen.message?.id)).toBe(false);
    const turned = await asker.press(id, idOf(message, '¶4:3 →'));
    expect([turned.kind, turned.message?.id]).toEqual(['update', id]);
    expect(describeEmbed(turned.message)).toMatch(/^\*\*¶4:3\*\*\n> In addition/u);
  });

  it('finds a passage by words that were not picked from autocomplete', async () => {
    const { message } = await bot.sandbox
      .visit()
      .command('quote', { passage: 'cutting off supplies' });
    expect(describeEmbed(message)).toMatch(/^\*\*¶4\*\*/u);
  });

  it('picks a random passage when nothing is named', async () => {
    const { message } = await bot.sandbox.visit().command('quote');
    expect(describeEmbed(message)).toMatch(/^\*\*¶4\*\*/u);
  });

  it('says privately what exists when the place does not', async () => {
    const { message } = await bot.sandbox.visit().command('quote', { passage: '11' });
    expect(message?.content).toBe('There is no ¶11: the article has ¶1 to ¶10.');
    expect(isEphemeral(message)).toBe(true);
  });

  it('can be private', async () => {
    const { message } = await bot.sandbox.visit().command('quote', { passage: '4', private: true });
    expect(isEphemeral(message)).toBe(true);
  });

  it('completes a place from its number, its words or nothing', async () => {
    const visitor = bot.sandbox.visit();
    const outline = await visitor.autocomplete('quote', { passage: '' }, 'passage');
    expect(outline.choices?.map(({ value }) => value)).toEqual([
      '¶1',
      '¶3',
      '¶4',
      '¶5',
      '¶6',
      '¶7-8',
      '¶9',
      '¶10',
    ]);
    const sentences = await visitor.autocomplete('quote', { passage: '4' }, 'passage');
    expect(sentences.choices?.map(({ value }) => value)).toEqual([
      '¶4',
      '¶4:1',
      '¶4:2',
      '¶4:3',
      '¶4:4',
    ]);
    const typed = await visitor.autocomplete('quote', { passage: 'decoup' }, 'passage');
    expect(typed.choices?.map(({ value }) => value)).toContain('¶4:1');
    const mistyped = await visitor.autocomplete('quote', { passage: 'soverignty' }, 'passage');
    expect(mistyped.choices?.[0]?.value).toBe('¶5:3');
  });
});

describe('/search', () => {
  it('shows the passages to the asker, the matching words in bold, best first', async () => {
    const { message } = await bot.sandbox.visit().command('search', { query: 'cyber sovereignty' });
    expect(isEphemeral(message)).toBe(true);
    expect(textOf(message)).toMatch(
      /^Passages that speak of “cyber sovereignty”, best first:\n\n\*\*¶5:3\*\*\n> .*\*\*cyber sovereignty\*\*/u,
    );
  });

  it('has pages, and a menu to read a passage in full', async () => {
    const visitor = bot.sandbox.visit();
    const { message } = await visitor.command('search', {
      query: 'China and the US in cyberspace',
    });
    const page2 = await visitor.press(message?.id ?? '', idOf(message, 'Next →'));
    expect(page2.kind).toBe('update');
    expect(describeEmbed(page2.message)).not.toBe(describeEmbed(message));
    const back = await visitor.press(message?.id ?? '', idOf(page2.message, '← Previous'));
    expect(describeEmbed(back.message)).toBe(describeEmbed(message));
    const menu = controlsOf(back.message).find(({ options }) => options !== undefined);
    const value = menu?.options?.[0]?.value ?? '';
    const read = await visitor.choose(message?.id ?? '', menu?.custom_id ?? '', [value]);
    expect(describeEmbed(read.message)).toBe(
      `**${value}**\n> ${paragraph(Number(value.slice(1)))}`,
    );
    expect(isEphemeral(read.message)).toBe(true);
  });

  it('keeps a query of 200 characters over its pages', async () => {
    const visitor = bot.sandbox.visit();
    const query = 'cyberspace cooperation between China and the US / '.repeat(4);
    const { message } = await visitor.command('search', { query });
    expect(query).toHaveLength(200);
    const there = await visitor.press(message?.id ?? '', idOf(message, 'Next →'));
    const back = await visitor.press(message?.id ?? '', idOf(there.message, '← Previous'));
    expect(back.message?.embeds).toEqual(message?.embeds);
  });

  it('says that the article does not speak of something', async () => {
    const { message } = await bot.sandbox
      .visit()
      .command('search', { query: 'sourdough bread recipe' });
    expect(textOf(message)).toMatch(/^The article does not speak of “sourdough bread recipe”/u);
  });

  it.each([
    ['   ', 'Type the words to look for'],
    ['?!', 'There are no words in “?!”'],
  ])('answers %j politely and privately', async (query, answer) => {
    const { message } = await bot.sandbox.visit().command('search', { query });
    expect(message?.content).toContain(answer);
    expect(isEphemeral(message)).toBe(true);
  });

  it('suggests the article’s subjects', async () => {
    const visitor = bot.sandbox.visit();
    const all = await visitor.autocomplete('search', { query: '' }, 'query');
    expect(all.choices).toHaveLength(25);
    const some = await visitor.autocomplete('search', { query: 'techno' }, 'query');
    expect(some.choices?.map(({ name }) => name)).toContain('Technology decoupling');
  });
});

describe('/summary and /recommendations', () => {
  it('tell the bot’s words from the author’s', async () => {
    const { message } = await bot.sandbox.visit().command('summary');
    expect(describeEmbed(message)).toMatch(/^-# A summary in the bot’s words/u);
    expect(describeEmbed(message)).not.toMatch(/^> /mu);
  });

  it('lead from each step to the author’s own words', async () => {
    const visitor = bot.sandbox.visit();
    const { message } = await visitor.command('summary');
    const [menu] = controlsOf(message);
    const read = await visitor.choose(message?.id ?? '', menu?.custom_id ?? '', ['¶7-8']);
    expect(describeEmbed(read.message)).toContain(`> ${paragraph(7)}\n> \n> ${paragraph(8)}`);
  });

  it('quote the key sentences of all recommendations, or one in full', async () => {
    const visitor = bot.sandbox.visit();
    const all = await visitor.command('recommendations');
    expect(describeEmbed(all.message).match(/^> /gmu)).toHaveLength(3);
    const second = await visitor.command('recommendations', { number: 2 });
    expect(describeEmbed(second.message)).toContain(`> ${paragraph(9)}`);
    const fourth = await visitor.command('recommendations', { number: 4 });
    expect(fourth.message?.content).toBe(
      'There is no recommendation 4: the article has 3, numbered 1 to 3.',
    );
  });
});

describe('everywhere', () => {
  it.each(['guild', 'bot_dm', 'private_channel'] as const)(
    'the bot answers in a %s',
    async (place) => {
      const { message } = await bot.sandbox.visit({ place }).command('quote', { passage: '1:1' });
      expect(describeEmbed(message)).toContain('**¶1:1**');
    },
  );

  it('every request of the bot is what Discord’s schema asks for', () => {
    const sent = bot.sandbox.requests().filter(({ method }) => method !== 'GET');
    expect(sent.length).toBeGreaterThan(20);
    for (const { path, body, status } of sent) {
      expect(`${status} ${path}`).toMatch(/^2/u);
      if (path.endsWith('/callback')) expect(findResponseFaults(body as { type: number })).toBe('');
      else
        for (const declaration of body as unknown[])
          expect(findDeclarationFaults(declaration)).toBe('');
    }
  });

  it('there was no fault in the bot', () => {
    expect(bot.faults).toEqual([]);
  });
});
