import { expect, it } from 'vitest';
import { describeInBrowser } from '../../browser.ts';
import { expectGone, expectShown, openPage, useCommand } from './open-page.ts';

await describeInBrowser('the composer, with the keyboard alone', (browser) => {
  it('finds a command by its first letters and sends it with what was picked', async () => {
    const { page } = await openPage(browser);
    await page.keyboard.type('/quo');
    const command = page.getByRole('option', { name: '/quote, Quote a passage' });
    await expectShown(command);
    expect(await page.getByRole('option').count()).toBe(1);
    await page.keyboard.press('Enter');
    await expectShown(page.getByRole('option', { name: 'passage, Number or words' }));
    await page.keyboard.press('Tab');
    await expectShown(page.getByRole('option', { name: '¶ one small step' }));
    await page.keyboard.type('tw');
    await expectGone(page.getByRole('option', { name: '¶ one small step' }));
    await expectShown(page.getByRole('option', { name: '¶ two birds' }));
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const answer = page.getByRole('article', { name: 'Pullquote, /quote' }).last();
    await expectShown(answer.getByRole('blockquote'));
    expect(await answer.getByRole('blockquote').textContent()).toBe('two birds');
    expect(await answer.textContent()).toContain('Reader Oneused/quote');
  });

  it('goes through the palette with the arrow keys, and Escape closes it', async () => {
    const { page } = await openPage(browser);
    await page.keyboard.type('/');
    await expectShown(page.getByRole('option').nth(4));
    await page.keyboard.press('ArrowDown');
    const box = page.getByRole('textbox', { name: /^Message #/ });
    const second = await page.getByRole('option').nth(1).getAttribute('id');
    expect(await box.getAttribute('aria-activedescendant')).toBe(second);
    await page.keyboard.press('Escape');
    await expectGone(page.getByRole('listbox'));
    expect(await box.inputValue()).toBe('/');
  });

  it('sends words that were not picked', async () => {
    const { page, sandbox } = await openPage(browser);
    await page.keyboard.type('/quote passage:');
    await page.keyboard.type('tw');
    await expectShown(page.getByRole('option', { name: '¶ two birds' }));
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await expectShown(page.getByRole('article', { name: 'Pullquote, /quote' }).getByText('tw'));
    expect(sandbox.visit().messages().at(-1)?.content).toContain('> tw');
  });

  it('drops an answer that a later question has overtaken', async () => {
    const { page, sandbox, bot } = await openPage(browser);
    const answers = (): number =>
      sandbox.requests().filter(({ path }) => path.endsWith('/callback')).length;
    await page.keyboard.type('/quote passage:');
    await expectShown(page.getByRole('option', { name: '¶ two birds' }));
    await page.keyboard.type('slow');
    await expect.poll(() => bot.typed).toEqual(['', 'slow']);
    for (const _ of 'slow') await page.keyboard.press('Backspace');
    await page.keyboard.type('th');
    await expectShown(page.getByRole('option', { name: '¶ thirty days' }));
    await expect.poll(answers, { timeout: 5000 }).toBe(bot.typed.length);
    await page.waitForTimeout(100);
    const shown = await page.getByRole('option').allTextContents();
    expect(shown).toEqual(['¶ three wishes', '¶ thirty days']);
  });

  it('asks for a required option and for a number within its bounds', async () => {
    const { page } = await openPage(browser);
    await page.keyboard.type('/cite ');
    const style = page.getByRole('combobox', { name: 'style, The citation style, required' });
    await expectShown(style);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await expectShown(page.getByRole('alert').getByText('This option is required.'));
    expect(await style.getAttribute('aria-invalid')).toBe('true');
    await page.keyboard.type('chi');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('11');
    await page.keyboard.press('Enter');
    await expectShown(page.getByRole('alert').getByText('between 1 and 10'));
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Enter');
    await expectShown(page.getByRole('article').getByText('chicago, ¶1 (en-US)'));
  });

  it('takes a command apart with Backspace and leaves it with Escape', async () => {
    const { page } = await openPage(browser);
    await page.keyboard.type('/quote comment:');
    await expectShown(page.getByRole('combobox', { name: /^comment,/ }));
    await page.keyboard.press('Backspace');
    await expectGone(page.getByRole('combobox', { name: /^comment,/ }));
    await page.keyboard.press('Backspace');
    const box = page.getByRole('textbox', { name: /^Message #/ });
    expect(await box.inputValue()).toBe('/quote');
    await page.keyboard.press('Tab');
    await expectShown(page.getByRole('combobox', { name: 'Options of /quote' }));
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    expect(await box.inputValue()).toBe('');
  });

  it('takes over a whole command that is pasted', async () => {
    const { page, sandbox } = await openPage(browser);
    const box = page.getByRole('textbox', { name: /^Message #/ });
    await box.fill('/quote passage: two birds comment:look: here private:false');
    await expectShown(page.getByRole('combobox', { name: /^private,/ }));
    await page.keyboard.press('Enter');
    const answer = page.getByRole('article', { name: 'Pullquote, /quote' });
    await expectShown(answer.getByText('look: here'));
    expect(sandbox.visit().messages().at(-1)?.content).toBe('look: here\n> two birds');
  });

  it('says a message with a line break in it', async () => {
    const { page, sandbox } = await openPage(browser);
    await page.keyboard.type('First line');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('second **line**');
    await page.keyboard.press('Enter');
    await expectShown(page.getByRole('article', { name: /^Reader One/ }).getByText('second'));
    expect(sandbox.visit().messages().at(-1)?.content).toBe('First line\nsecond **line**');
  });

  it('shows that a command is being sent, and that no answer came', async () => {
    const { page } = await openPage(browser, { sandbox: { deadline: 1000 } });
    await useCommand(page, 'silent');
    await expectShown(page.getByText('Sending command…'));
    const notice = page.getByRole('article', { name: 'Pullquote, /silent' });
    await expectShown(notice.getByText('The application did not respond'));
    await notice.getByRole('button', { name: 'Dismiss message' }).click();
    await expectGone(notice);
  });

  it('calls commands by their names in the chosen language', async () => {
    const { page } = await openPage(browser);
    await page.getByRole('button', { name: 'User Settings' }).click();
    await page.getByRole('combobox', { name: 'Language' }).selectOption('de');
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: /^Message #/ }).focus();
    await page.keyboard.type('/zitat');
    await expectShown(page.getByRole('option', { name: '/zitat, Quote a passage' }));
    for (const _ of 'zitat') await page.keyboard.press('Backspace');
    await page.keyboard.type('cite apa');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expectShown(page.getByRole('article').getByText('apa, ¶null (de)'));
  });
});
