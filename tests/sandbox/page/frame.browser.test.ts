import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { startSandbox } from '../../../src/sandbox/server.ts';
import { describeInBrowser } from '../../browser.ts';
import { startLittleBot } from './little-bot.ts';
import { expectGone, expectShown, openPage, pageDirectory, useCommand } from './open-page.ts';

/** What axe-core calls serious or critical. Injected by the debugger: the page's policy forbids scripts. */
async function findFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const results = (await page.evaluate('axe.run()')) as AxeResults;
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

const themes = ['dark', 'light'] as const;
const widths = [360, 1280] as const;

await describeInBrowser('the page', (browser) => {
  for (const colorScheme of themes) {
    for (const width of widths) {
      it(`has no serious fault for assistive technology, ${colorScheme} at ${width} px`, async () => {
        const viewport = { width, height: 800 };
        const { page } = await openPage(browser, {
          context: { colorScheme, viewport, reducedMotion: 'reduce' },
          sandbox: { deadline: 300 },
        });
        await useCommand(page, 'show');
        await expectShown(page.getByRole('button', { name: 'Post here' }));
        await useCommand(page, 'silent');
        await expectShown(page.getByText('The application did not respond').first());
        expect(await findFaults(page)).toEqual([]);
        await page.keyboard.type('/quote private:');
        await expectShown(page.getByRole('option', { name: 'True' }));
        expect(await findFaults(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await page.keyboard.press('Escape');
        await page.getByRole('article').first().press('Shift+F10');
        await expectShown(page.getByRole('menu', { name: 'Message actions' }));
        expect(await findFaults(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: 'Developer panel' }).click();
        const panel = page.getByRole('complementary', { name: 'Developer panel' });
        await panel.getByText('/silent').click();
        await expectShown(panel.getByText('Sent to the bot'));
        expect(await findFaults(page)).toEqual([]);
      });
    }
  }

  it('follows the system in its theme until another is chosen, and remembers that', async () => {
    const { page } = await openPage(browser, { context: { colorScheme: 'light' } });
    const background = (): Promise<unknown> =>
      page.evaluate('getComputedStyle(document.querySelector(".frame")).backgroundColor');
    expect(await background()).toBe('rgb(255, 255, 255)');
    await page.getByRole('button', { name: 'User Settings' }).click();
    await page.getByRole('radio', { name: 'Dark' }).check();
    expect(await background()).toBe('rgb(49, 51, 56)');
    await page.reload();
    await expectShown(page.getByRole('article').first());
    expect(await background()).toBe('rgb(49, 51, 56)');
  });

  it('has three places, and says where something was said meanwhile', async () => {
    const { page, sandbox } = await openPage(browser);
    await page.getByRole('button', { name: 'Direct Messages' }).click();
    const places = page.getByRole('navigation', { name: 'Direct Messages' });
    expect(await places.getByRole('button').count()).toBe(2);
    sandbox.visit({ person: 'reader-2', place: 'private_channel' }).say('Are you there?');
    await places.getByRole('button', { name: 'Reader One, Reader Two, unread' }).click();
    await expectShown(page.getByRole('article').getByText('Are you there?'));
    await page.getByRole('button', { name: 'Reading group' }).click();
    await page.getByRole('button', { name: 'us-china-cyberspace' }).click();
    await expectShown(page.getByRole('heading', { name: 'Welcome to #us-china-cyberspace!' }));
  });

  it('keeps its places in a drawer on a narrow screen', async () => {
    const viewport = { width: 360, height: 740 };
    const { page } = await openPage(browser, { context: { viewport } });
    await page.getByRole('button', { name: 'Open channels' }).click();
    await page.getByRole('button', { name: 'Direct Messages' }).click();
    await page.getByRole('button', { name: 'Pullquote' }).click();
    await page.getByRole('textbox', { name: 'Message @Pullquote' }).click();
    await expectGone(page.getByRole('button', { name: 'Direct Messages' }));
  });

  it('shows in the developer panel what went to and fro, and what is wrong with it', async () => {
    const { page } = await openPage(browser);
    await useCommand(page, 'show');
    await expectShown(page.getByRole('button', { name: 'Post here' }));
    const panel = page.getByRole('complementary', { name: 'Developer panel' });
    expect(await panel.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Developer panel' }).click();
    await panel.getByText('/show').click();
    await expectShown(panel.getByText(/^{\s+"id"/));
    await expectShown(panel.getByText(/^{\s+"type": 4,/));
    await expectShown(panel.getByText('allowed_mentions is absent'));
  });

  it('says that the bot is away until it is back', async () => {
    const { page, sandbox, bot } = await openPage(browser);
    await bot.stop();
    await expectShown(page.getByText('Pullquote is offline.'));
    const again = await startLittleBot(sandbox);
    await expectGone(page.getByText('Pullquote is offline.'));
    await useCommand(page, 'show');
    await expectShown(page.getByRole('button', { name: 'Post here' }));
    await again.stop();
  });

  it('finds a sandbox again that was started anew', async () => {
    const { page, sandbox } = await openPage(browser);
    const { port } = new URL(sandbox.pageUrl);
    await sandbox.close();
    await expectShown(page.getByText('The sandbox cannot be reached.'));
    const anew = await startSandbox({ port: Number(port), pageDirectory });
    const bot = await startLittleBot(anew);
    await expectGone(page.getByText('The sandbox cannot be reached.'));
    await page.getByRole('textbox', { name: /^Message #/ }).focus();
    await useCommand(page, 'show');
    await expectShown(page.getByRole('button', { name: 'Post here' }));
    await bot.stop();
    await anew.close();
  });
});
