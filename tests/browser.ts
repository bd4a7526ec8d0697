import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import packaged from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
import type { Browser, LaunchOptions } from 'playwright-core';
import { describe, it } from 'vitest';

const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome'];

/** The machine's own browser, else the one inside a package (Linux on x64 only). */
async function findBrowser(): Promise<LaunchOptions> {
  const executablePath = installed.find((path) => existsSync(path));
  if (executablePath !== undefined) return { executablePath };
  return { executablePath: await packaged.executablePath(), args: packaged.args };
}

const attempts = 20;
const pause = 1000;

/**
 * Starts the browser. The packaged one unpacks itself at its first use: while another test file's
 * process is at it, starting fails and is tried again.
 */
async function startBrowser(): Promise<Browser> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await chromium.launch(await findBrowser());
    } catch (error) {
      const isUnpacking = error instanceof Error && /ETXTBSY|EACCES|spawn|closed/.test(error.message);
      if (!isUnpacking || attempt === attempts) throw error;
      await sleep(pause);
    }
  }
}

async function tryToStart(): Promise<Browser | string> {
  try {
    return await startBrowser();
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
  }
}

/**
 * A group of tests that need a real browser. Where none can be started they are skipped and the
 * group's name says why; in continuous integration (`CI` is set) that is a failure.
 * @param define declares the tests; the browser is closed after the last of them
 */
export async function describeInBrowser(
  name: string,
  define: (browser: Browser) => void,
): Promise<void> {
  const browser = await tryToStart();
  if (typeof browser !== 'string') {
    describe(name, { timeout: 60_000 }, () => define(browser));
    return;
  }
  if (process.env['CI'] !== undefined) throw new Error(`No browser can be started: ${browser}`);
  describe.skip(`${name} (no browser can be started: ${browser})`, () => {
    it('needs a browser', () => {});
  });
}
