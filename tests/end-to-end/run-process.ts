import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const BUNDLE = join(ROOT, 'dist/main.js');

/** The bot as `npm start` runs it, after the build. */
export interface Run {
  readonly child: ChildProcess;
  output(): string;
  errors(): string;
  /** Resolves when the output has this text. */
  said(text: string): Promise<void>;
  /** Resolves with the exit code. */
  ended(): Promise<number | null>;
}

/** Runs bots in a folder of their own, so that no .env of the developer's is read. */
export interface Runner {
  readonly directory: string;
  run(environment: Readonly<Record<string, string>>): Run;
  /** Ends what still runs. */
  killAll(): void;
  remove(): void;
}

export function createRunner(): Runner {
  const directory = mkdtempSync(join(tmpdir(), 'pullquote-process-'));
  const running: ChildProcess[] = [];
  return {
    directory,
    run(environment) {
      const { PATH = '' } = process.env;
      const env = { PATH, ...environment };
      const child = spawn(process.execPath, [BUNDLE], { cwd: directory, env });
      running.push(child);
      const ended = once(child, 'exit');
      let [output, errors] = ['', ''];
      child.stdout.on('data', (data: Buffer) => (output += data.toString()));
      child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
      return {
        child,
        output: () => output,
        errors: () => errors,
        said: async (text) => {
          await expect.poll(() => output, { timeout: 15_000 }).toContain(text);
        },
        ended: async () => {
          await ended;
          return child.exitCode;
        },
      };
    },
    killAll() {
      for (const child of running.splice(0)) child.kill('SIGKILL');
    },
    remove: () => rmSync(directory, { recursive: true }),
  };
}
