import type { Browser } from 'playwright-core';
import { afterAll, describe } from 'vitest';
import { startBrowser } from './start-browser.ts';

interface Start {
  readonly browser?: Browser;
  /** Why there is no browser. */
  readonly reason: string;
}

async function tryToStart(): Promise<Start> {
  try {
    return { browser: await startBrowser(), reason: '' };
  } catch (error) {
    if (process.env['CI'] !== undefined) throw error;
    return { reason: String(error).split('\n', 1).join('') };
  }
}

/**
 * A group of tests that need a real browser. Where none can be started they are skipped and the
 * group's name says why; in continuous integration (`CI` is set) that is a failure.
 * @param define declares the tests; they find the browser, which is closed after the last of them
 */
export async function describeInBrowser(
  name: string,
  define: (browser: () => Browser) => void,
): Promise<void> {
  const { browser, reason } = await tryToStart();
  const title = browser === undefined ? `${name} (not run, there is no browser: ${reason})` : name;
  const find = (): Browser => {
    if (browser === undefined) throw new Error(reason);
    return browser;
  };
  describe.skipIf(browser === undefined)(title, { timeout: 60_000 }, () => {
    afterAll(() => browser?.close());
    define(find);
  });
}
