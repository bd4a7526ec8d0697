import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { describeInBrowser } from '../browser.ts';
import { expectGone, expectShown } from '../sandbox/page/open-page.ts';
import type { RunningBot } from './start-bot.ts';
import { connectBot, startBot } from './start-bot.ts';

const pageDirectory = new URL('../../dist/page/', import.meta.url);

interface Visit {
  readonly bot: RunningBot;
  readonly page: Page;
}

/** The bot's own page, as somebody sees it who has just typed `npm start`. */
async function visit(browser: () => Browser, context: BrowserContextOptions = {}): Promise<Visit> {
  const bot = await startBot({ pageDirectory });
  const window = await browser().newContext({ viewport: { width: 1280, height: 900 }, ...context });
  onTestFinished(async () => {
    await window.close();
    await bot.close();
    expect(bot.faults).toEqual([]);
  });
  const page = await window.newPage();
  await page.goto(bot.sandbox.pageUrl);
  await page.getByRole('article').first().waitFor();
  return { bot, page };
}

const answers = (page: Page, command: string): Locator =>
  page.getByRole('article', { name: `Pullquote, ${command}` });

const composer = (page: Page): Locator => page.getByRole('textbox', { name: /^Message/u });

async function say(page: Page, text: string): Promise<Locator> {
  await composer(page).fill(text);
  await page.keyboard.press('Enter');
  const message = page.getByRole('article').filter({ hasText: text }).last();
  await expectShown(message);
  return message;
}

async function useOn(page: Page, message: Locator, command: string): Promise<void> {
  await message.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Apps' }).hover();
  await page.getByRole('menuitem', { name: command }).click();
}

async function become(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /switch accounts$/u }).click();
  await page.getByRole('menuitemradio', { name }).click();
  await expectShown(page.getByRole('button', { name: `${name}, switch accounts` }));
}

await describeInBrowser('the bot, in the page', (browser) => {
  it('quotes with the keyboard alone, by autocomplete', async () => {
    const { page } = await visit(browser);
    await page.keyboard.type('/quo');
    await expectShown(page.getByRole('option', { name: /^\/quote/u }));
    await page.keyboard.press('Enter');
    await expectShown(page.getByRole('option', { name: /^passage/u }));
    await page.keyboard.press('Tab');
    await expectShown(page.getByRole('option', { name: /¶4 Second aspect/u }));
    await page.keyboard.type('soverignty');
    await expectShown(page.getByRole('option', { name: /^¶5:3 .*cyber sovereignty/u }));
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const answer = answers(page, '/quote');
    await expectShown(answer.getByText('¶5:3', { exact: true }));
    expect(await answer.getByRole('blockquote').textContent()).toMatch(
      /^China firmly upholds the autonomy/u,
    );
    await answer.getByRole('button', { name: '¶5:4 →' }).press('Enter');
    await expectShown(answer.getByText('¶5:4', { exact: true }));
  });

  it('searches privately: the other person sees nothing of it', async () => {
    const { page } = await visit(browser);
    await page.keyboard.type('/search');
    await expectShown(page.getByRole('option', { name: /^\/search/u }));
    await page.keyboard.press('Enter');
    await page.keyboard.type('cold war');
    await expectShown(page.getByRole('option', { name: 'Lessons of the Cold War', exact: true }));
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    const answer = answers(page, '/search');
    await expectShown(answer.getByText('Only you can see this'));
    await expectShown(answer.locator('strong').getByText('Cold War'));
    await become(page, 'Reader Two');
    await expectGone(answer);
  });

  it('a message is answered with the text, a misquote checked and the citation copied, each in three actions', async () => {
    const { page } = await visit(browser);
    const claim = await say(page, 'Nobody learns from the Cold War, it is ideological blocs again');
    await useOn(page, claim, 'Find a passage');
    const found = answers(page, 'Find a passage').last();
    await expectShown(found.getByText('in common', { exact: false }).first());
    await found.getByRole('combobox', { name: /Post a passage/u }).click();
    await page.getByRole('option', { name: /^¶9/u }).first().click();
    const posted = page.getByRole('article').filter({ hasText: 'answers' }).last();
    await expectShown(posted.getByRole('blockquote'));

    await become(page, 'Reader Two');
    const misquote = await say(
      page,
      'So “the US and China must get rid of the influence of geopolitical games”?',
    );
    await useOn(page, misquote, 'Check quotes');
    const checked = answers(page, 'Check quotes').last();
    await expectShown(checked.getByText('Not word for word.'));
    await expectShown(checked.locator('s').getByText('must', { exact: true }));

    await page.setViewportSize({ width: 360, height: 740 });
    await posted.getByRole('button', { name: 'Cite' }).click();
    const citation = page
      .getByRole('article')
      .locator('code')
      .filter({ hasText: '(Cai, 2022, para. 9)' });
    await expectShown(citation);
    const width = await page.locator('html').evaluate(({ scrollWidth }) => scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
  });

  it('old buttons work after the bot was started anew', async () => {
    const { bot, page } = await visit(browser);
    await bot.sandbox.visit().command('quote', { passage: '4' });
    const answer = answers(page, '/quote');
    await expectShown(answer.getByText('¶4', { exact: true }));
    await bot.gateway.close();
    const again = await connectBot(bot.sandbox);
    onTestFinished(() => again.gateway.close());
    await answer.getByRole('button', { name: '¶5 →' }).click();
    await expectShown(answer.getByText('¶5', { exact: true }));
  });

  it('an answer is deleted by who asked for it', async () => {
    const { bot, page } = await visit(browser);
    await bot.sandbox.visit().command('quote', { passage: '4' });
    const answer = answers(page, '/quote');
    await answer.getByRole('button', { name: 'Delete' }).click();
    await expectGone(answer);
  });
});
