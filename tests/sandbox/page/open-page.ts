import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { startSandbox } from '../../../src/sandbox/server.ts';
import type { Sandbox, SandboxOptions } from '../../../src/sandbox/server.ts';
import { startLittleBot } from './little-bot.ts';
import type { LittleBot } from './little-bot.ts';

/** Where the build puts the page. */
export const pageDirectory = new URL('../../../dist/page/', import.meta.url);

export interface OpenPage {
  readonly page: Page;
  readonly sandbox: Sandbox;
  readonly bot: LittleBot;
}

export interface PageOptions {
  readonly context?: BrowserContextOptions;
  readonly sandbox?: SandboxOptions;
}

/**
 * The built page in a window of its own, with a sandbox and a bot behind it. When the test is over
 * all of it is closed, and the page must have asked nothing of other servers and have had no error.
 */
export async function openPage(
  browser: () => Browser,
  options: PageOptions = {},
): Promise<OpenPage> {
  const sandbox = await startSandbox({ port: 0, pageDirectory, ...options.sandbox });
  const bot = await startLittleBot(sandbox);
  const context = await browser().newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    ...options.context,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (line) => {
    // The one thing that the page may complain of: a server that a test has stopped.
    if (line.type() === 'error' && !/WebSocket/.test(line.text())) faults.push(line.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(sandbox.pageUrl)) faults.push(`asked for ${request.url()}`);
  });
  onTestFinished(async () => {
    await context.close();
    await bot.stop();
    await sandbox.close();
    expect(faults).toEqual([]);
  });
  await page.goto(sandbox.pageUrl);
  await page.getByRole('textbox', { name: /^Message/ }).waitFor();
  await page.getByRole('article').first().waitFor();
  return { page, sandbox, bot };
}

/** Writes a slash command and sends it, as somebody does who knows its name. */
export async function useCommand(page: Page, name: string): Promise<void> {
  await page.keyboard.type(`/${name}`);
  await page.getByRole('option', { name: new RegExp(`^/${name},`) }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: `Options of /${name}` }).waitFor();
  await page.keyboard.press('Enter');
}

/** Passes as soon as it can be seen. */
export async function expectShown(locator: Locator): Promise<void> {
  await locator.waitFor();
}

/** Passes as soon as it cannot be seen any more. */
export async function expectGone(locator: Locator): Promise<void> {
  await locator.waitFor({ state: 'hidden' });
}
