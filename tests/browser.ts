import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import packaged from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { afterAll, describe } from 'vitest';

const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome'];

/**
 * The machine's own browser, else the one inside a package (Linux on x64 only). That one comes with
 * arguments for functions in the cloud, one process and no web security, which are not wanted here.
 */
async function findBrowser(): Promise<string> {
  return installed.find((path) => existsSync(path)) ?? (await packaged.executablePath());
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
      return await chromium.launch({ executablePath: await findBrowser() });
    } catch (error) {
      const isUnpacking =
        error instanceof Error && /ETXTBSY|EACCES|spawn|closed/.test(error.message);
      if (!isUnpacking || attempt === attempts) throw error;
      await sleep(pause);
    }
  }
}

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
