import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import packaged from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome'];

/**
 * The machine's own browser, else the one inside a package (Linux on x64 only). That one comes with
 * arguments for functions in the cloud, one process and no web security, which are not wanted here.
 */
async function findBrowser(): Promise<string> {
  const own = installed.find((path) => existsSync(path));
  if (own !== undefined) return own;
  const isPackaged = process.platform === 'linux' && process.arch === 'x64';
  if (!isPackaged) throw new Error(`There is no ${installed.join(' and no ')}.`);
  return packaged.executablePath();
}

const attempts = 8;
const pause = 1000;

/**
 * Starts the browser. The packaged one unpacks itself at its first use: while another test file's
 * process is at it, starting fails and is tried again.
 */
export async function startBrowser(): Promise<Browser> {
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
