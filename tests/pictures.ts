// Renders the README's pictures from the running bot: `npm run pictures`.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import { startBot } from './end-to-end/start-bot.ts';
import { startBrowser } from './start-browser.ts';

const OUT = fileURLToPath(new URL('../docs/pictures', import.meta.url));
const PAGE = new URL('../dist/page/', import.meta.url);

interface Scene {
  readonly name: string;
  readonly height: number;
  /** Brings about what is to be seen; returns the part of the page that is to be shown. */
  readonly play: (page: Page) => Promise<Locator>;
}

const messages = (page: Page): Locator => page.getByRole('main');

async function answer(page: Page, name: string): Promise<void> {
  await page.getByRole('article', { name }).getByRole('group').last().waitFor();
}

async function type(page: Page, command: string, option: string, value: string): Promise<void> {
  await page.keyboard.type(`/${command} ${option}:`);
  await page.keyboard.type(value);
  await page.getByRole('option').first().waitFor();
}

const scenes: readonly Scene[] = [
  {
    name: 'quote',
    height: 640,
    async play(page) {
      await type(page, 'quote', 'passage', '9:4');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await answer(page, 'Pullquote, /quote');
      return messages(page);
    },
  },
  {
    name: 'search',
    height: 800,
    async play(page) {
      await page.keyboard.type('/search ');
      await page.keyboard.type('soverignty');
      await page.getByRole('option', { name: 'Cyber sovereignty', exact: true }).waitFor();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await answer(page, 'Pullquote, /search');
      return messages(page);
    },
  },
  {
    name: 'summary',
    height: 1290,
    async play(page) {
      await page.keyboard.type('/summary ');
      await page.keyboard.press('Enter');
      await answer(page, 'Pullquote, /summary');
      return messages(page);
    },
  },
  {
    name: 'check',
    height: 800,
    async play(page) {
      const message = page.getByRole('article').filter({ hasText: 'ideological rivalry' });
      await message.click({ button: 'right' });
      await page.getByRole('menuitem', { name: 'Apps' }).hover();
      await page.getByRole('menuitem', { name: 'Check quotes' }).click();
      await answer(page, 'Pullquote, Check quotes');
      return messages(page);
    },
  },
  {
    name: 'menu',
    height: 560,
    async play(page) {
      const message = page.getByRole('article').filter({ hasText: 'ideological rivalry' });
      await message.click({ button: 'right', position: { x: 300, y: 20 } });
      await page.getByRole('menuitem', { name: 'Apps' }).hover();
      await page.getByRole('menuitem', { name: 'Find a passage' }).hover();
      return messages(page);
    },
  },
];

async function render(browser: Browser, scene: Scene, theme: 'light' | 'dark'): Promise<void> {
  const bot = await startBot({ pageDirectory: PAGE });
  const page = await browser.newPage({
    viewport: { width: 1080, height: scene.height },
    deviceScaleFactor: 1.5,
    colorScheme: theme,
    locale: 'en-US',
    reducedMotion: 'reduce',
  });
  await page.goto(bot.sandbox.pageUrl);
  await page.getByRole('article').first().waitFor();
  const shown = await scene.play(page);
  // The list scrolls to its end and fonts settle.
  await page.waitForTimeout(700);
  await shown.screenshot({ path: join(OUT, `${scene.name}-${theme}.png`) });
  await page.close();
  await bot.close();
}

await mkdir(OUT, { recursive: true });
const browser = await startBrowser();
for (const scene of scenes) {
  for (const theme of ['light', 'dark'] as const) await render(browser, scene, theme);
}
await browser.close();
