import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../../browser.ts';
import { expectGone, expectShown, openPage, useCommand } from './open-page.ts';

async function showEverything(page: Page): Promise<Locator> {
  await useCommand(page, 'show');
  const message = page.getByRole('article', { name: 'Pullquote, /show' });
  await expectShown(message.getByRole('button', { name: 'Post here' }));
  return message;
}

async function switchTo(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /switch accounts$/ }).click();
  await page.getByRole('menuitemradio', { name }).click();
  await expectShown(page.getByRole('button', { name: `${name}, switch accounts` }));
}

await describeInBrowser('a message', (browser) => {
  it('shows markdown and an embed as Discord does', async () => {
    const { page } = await openPage(browser);
    const message = await showEverything(page);
    await expectShown(message.getByRole('heading', { name: 'Heading', level: 3 }));
    await expectShown(message.getByRole('strong').getByText('bold', { exact: true }));
    await expectShown(message.getByRole('blockquote').getByText('A quoted line'));
    expect(await message.getByRole('listitem').count()).toBe(3);
    await expectShown(message.getByText('March 3, 2022'));
    const hidden = message.getByRole('button', { name: 'Spoiler, show' }).first();
    await hidden.focus();
    await page.keyboard.press('Enter');
    await expectShown(message.getByText('hidden', { exact: true }));
    const embed = message.getByRole('group', { name: 'Embed China and the US' });
    const title = embed.getByRole('link', { name: 'China and the US should use cyberspace' });
    expect(await title.getAttribute('href')).toBe('https://example.org/article');
    expect(await title.getAttribute('rel')).toContain('noopener');
    await expectShown(embed.getByText('China Daily • 3/3/22'));
  });

  it('sends what its buttons say, and keeps the focus where it was', async () => {
    const { page } = await openPage(browser);
    const message = await showEverything(page);
    expect(await message.getByRole('button', { name: 'Off' }).isDisabled()).toBe(true);
    await message.getByRole('button', { name: 'Edit' }).focus();
    await page.keyboard.press('Enter');
    await expectShown(message.getByText('Edited by a button(edited)'));
    const focused = message.locator(':focus');
    expect(await focused.textContent()).toBe('Edit');
    await message.getByRole('button', { name: 'Post here' }).press('Enter');
    await expectShown(page.getByRole('article').getByText('Posted by a button'));
  });

  it('says below its buttons that no answer came', async () => {
    const { page } = await openPage(browser, { sandbox: { deadline: 500 } });
    const message = await showEverything(page);
    await message.getByRole('button', { name: 'Hang' }).press('Enter');
    await expectShown(message.getByRole('alert').getByText('did not respond'));
    await message.getByRole('button', { name: 'Edit' }).press('Enter');
    await expectShown(message.getByText('Edited by a button'));
  });

  it('has a menu to choose from with the keyboard', async () => {
    const { page } = await openPage(browser);
    const message = await showEverything(page);
    await message.getByRole('combobox', { name: 'Read a passage' }).focus();
    await page.keyboard.press('ArrowDown');
    await expectShown(page.getByRole('option', { name: 'one small step, Passage 0' }));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expectShown(page.getByRole('article').getByText('Chosen: 1'));
    await expectShown(message.getByRole('combobox', { name: 'Read a passage, two birds' }));
  });

  it('goes when it is deleted', async () => {
    const { page } = await openPage(browser);
    await useCommand(page, 'quote');
    const message = page.getByRole('article', { name: 'Pullquote, /quote' });
    await message.getByRole('button', { name: 'Delete' }).press('Enter');
    await expectGone(message);
  });

  it('is for one pair of eyes when it is ephemeral', async () => {
    const { page } = await openPage(browser);
    await page.keyboard.type('/quote private:');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const message = page.getByRole('article', { name: 'Pullquote, /quote' });
    await expectShown(message.getByText('Only you can see this'));
    await switchTo(page, 'Reader Two');
    await expectGone(message);
    await switchTo(page, 'Reader One');
    await message.getByRole('button', { name: 'Dismiss message' }).click();
    await expectGone(message);
  });

  it('opens a form, which says what is missing before it is sent', async () => {
    const { page } = await openPage(browser);
    await useCommand(page, 'ask');
    const form = page.getByRole('dialog', { name: 'What did you read?' });
    await expectShown(form);
    await page.keyboard.type('no');
    await form.getByRole('button', { name: 'Submit' }).press('Enter');
    await expectShown(form.getByText('At least 3 characters are needed.'));
    await page.keyboard.type('thing');
    await form.getByRole('button', { name: 'Submit' }).press('Enter');
    await expectGone(form);
    await expectShown(page.getByRole('article').getByText('Said: nothing'));
  });
});

await describeInBrowser("a message's context menu", (browser) => {
  it('opens with Shift+F10 and runs a message command', async () => {
    const { page } = await openPage(browser);
    await page.getByRole('article').last().focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Shift+F10');
    await expectShown(page.getByRole('menuitem', { name: 'Apps' }));
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const answer = page.getByRole('article', { name: 'Pullquote, Find a passage' });
    await expectShown(answer.getByText('About “Is that word for word?'));
  });

  it('opens with the right button and beside a message, and gives the focus back', async () => {
    const { page } = await openPage(browser);
    const message = page.getByRole('article').last();
    await message.click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Apps' }).hover();
    await page.getByRole('menuitem', { name: 'Find a passage' }).click();
    await expectShown(page.getByRole('article').getByText('About “Not sure.'));
    const more = message.getByRole('button', { name: 'More' });
    await more.press('Enter');
    await expectShown(page.getByRole('menuitem', { name: 'Copy Text' }));
    await page.keyboard.press('Escape');
    expect(await more.evaluate((node) => node.matches(':focus'))).toBe(true);
  });

  it('is a sheet on a narrow screen', async () => {
    const { page } = await openPage(browser, {
      context: { viewport: { width: 360, height: 740 }, hasTouch: true },
    });
    await page.getByRole('article').last().getByRole('button', { name: 'More' }).tap();
    await page.getByRole('menuitem', { name: 'Find a passage' }).tap();
    await expectShown(page.getByRole('article').getByText('About “Not sure.'));
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  });
});

await describeInBrowser('a link to a message', (browser) => {
  it('leads to it, from another place too', async () => {
    const { page, sandbox } = await openPage(browser);
    const [first] = sandbox.visit().messages();
    const link = `https://discord.com/channels/1/${first?.channel_id}/${first?.id}`;
    await page.getByRole('button', { name: 'Direct Messages' }).click();
    await page.getByRole('navigation', { name: 'Direct Messages' }).getByText('Pullquote').click();
    await expectShown(page.getByRole('textbox', { name: 'Message @Pullquote' }));
    await page.keyboard.type(`Look at ${link}`);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Message in us-china-cyberspace' }).press('Enter');
    await expectShown(page.getByRole('textbox', { name: 'Message #us-china-cyberspace' }));
    const target = page.getByRole('article').first();
    await expect.poll(() => target.evaluate((node) => node.matches(':focus'))).toBe(true);
  });
});
