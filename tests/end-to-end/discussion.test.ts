import type { APIMessage } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningBot } from './start-bot.ts';
import { startBot } from './start-bot.ts';

let bot: RunningBot;

beforeAll(async () => {
  bot = await startBot();
});

afterAll(async () => {
  await bot.close();
});

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

const idOf = (message: APIMessage | undefined, label: string): string =>
  controlsOf(message).find((control) => control.label === label)?.custom_id ?? `no ${label}`;

describe('in a discussion', () => {
  it('somebody answers a message with the text, another checks a misquote, a third copies the citation', async () => {
    const one = bot.sandbox.visit({ person: 'reader-1' });
    const two = bot.sandbox.visit({ person: 'reader-2' });
    const claim = two.say('Nobody learns from the Cold War, it is blocs all over again');

    const found = await one.use('Find a passage', claim.id);
    expect(two.messages().some(({ id }) => id === found.message?.id)).toBe(false);
    const [menu] = controlsOf(found.message);
    const value = menu?.options?.[0]?.value ?? '';
    expect(value).toMatch(/^¶9:/u);
    const posted = await one.choose(found.message?.id ?? '', menu?.custom_id ?? '', [value]);
    expect(posted.message?.content).toMatch(
      new RegExp(`^-# <@\\d+> answers https://discord\\.com/channels/\\d+/\\d+/${claim.id}\n`, 'u'),
    );
    expect(two.messages().some(({ id }) => id === posted.message?.id)).toBe(true);

    const misquote = one.say(
      'So: “the US and China must get rid of the influence of geopolitical games”!',
    );
    const checked = await two.use('Check quotes', misquote.id);
    expect(checked.message?.content).toContain('~~must~~ **should**');

    const copied = await two.press(posted.message?.id ?? '', idOf(posted.message, 'Cite'));
    expect(copied.message?.content).toContain('(Cai, 2022, para. 9)');
    expect(one.messages().some(({ id }) => id === copied.message?.id)).toBe(false);
  });

  it('a posted answer keeps its link when who posted it turns to a neighbour', async () => {
    const one = bot.sandbox.visit();
    const claim = one.say('What about technology decoupling?');
    const found = await one.use('Find a passage', claim.id);
    const [menu] = controlsOf(found.message);
    const posted = await one.choose(found.message?.id ?? '', menu?.custom_id ?? '', ['¶4']);
    const turned = await one.press(posted.message?.id ?? '', idOf(posted.message, '¶5 →'));
    expect(turned.kind).toBe('update');
    expect(turned.message?.content.split('\n')[0]).toBe(posted.message?.content.split('\n')[0]);
  });

  it('an answer is deleted by who asked for it, and by nobody else', async () => {
    const one = bot.sandbox.visit({ person: 'reader-1' });
    const two = bot.sandbox.visit({ person: 'reader-2' });
    const { message } = await one.command('quote', { passage: '4' });
    const id = message?.id ?? '';
    const refused = await two.press(id, idOf(message, 'Delete'));
    expect(refused.message?.content).toBe('Only who ran the command can delete its answer.');
    await one.press(id, idOf(message, 'Delete'));
    await expect.poll(() => one.messages().some((seen) => seen.id === id)).toBe(false);
  });

  it('a private answer is posted with its comment, under the name of who posts it', async () => {
    const one = bot.sandbox.visit({ person: 'reader-1' });
    const two = bot.sandbox.visit({ person: 'reader-2' });
    const comment = 'This is the part that I meant. '.repeat(9).trim();
    const preview = await one.command('quote', { passage: '9:4', comment, private: true });
    expect(two.messages().some(({ id }) => id === preview.message?.id)).toBe(false);
    const posted = await one.press(preview.message?.id ?? '', idOf(preview.message, 'Post here'));
    expect(two.messages().some(({ id }) => id === posted.message?.id)).toBe(true);
    expect(posted.message?.content.split('\n')[0]).toMatch(
      new RegExp(`^<@\\d+>: ${comment}$`, 'u'),
    );
  });

  it('there was no fault in the bot', () => {
    expect(bot.faults).toEqual([]);
  });
});
