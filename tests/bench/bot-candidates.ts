import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';
import manifest from '../../package.json' with { type: 'json' };

/** The bots that are compared. */
export const CANDIDATES = {
  // As such a bot is usually run: from node_modules.
  'bare discord.js': 'tests/bench/bare-discord-js.ts',
  'the same, bundled': 'tests/bench/bare-discord-js.ts',
  pullquote: 'src/main.ts',
  'constant answer': 'tests/bench/constant-answer.ts',
  'bare ws + node:http': 'tests/bench/bare-node.ts',
} as const;

const UNBUNDLED = 'bare discord.js';

export type Candidate = keyof typeof CANDIDATES;

/** A bot that runs as a process of its own. */
export interface BotProcess {
  readonly child: ChildProcess;
  /** Resident memory in bytes. */
  memory(): number;
  /** Processor time in seconds, user and system. */
  cpu(): number;
  end(): Promise<void>;
}

export interface Bundles {
  start(candidate: Candidate, apiBase: string, flags?: readonly string[]): BotProcess;
  /** Says in which source a line of the bundle is, the first being 0. */
  sourceOf(candidate: Candidate): (line: number) => string;
  remove(): void;
}

/**
 * Bundles the bots as `npm run build` does; `splitting` as it does too, or else each into one file.
 */
export async function bundleCandidates(splitting = true): Promise<Bundles> {
  const directory = mkdtempSync(join('dist', 'bench-'));
  const toFile = (candidate: string): string =>
    resolve(directory, candidate.replaceAll(/\W+/gu, '-'), 'main.mjs');
  await Promise.all(
    Object.entries(CANDIDATES).map(([candidate, entry]) =>
      build({
        entryPoints: { main: entry },
        outdir: dirname(toFile(candidate)),
        outExtension: { '.js': '.mjs' },
        bundle: true,
        packages: candidate === UNBUNDLED ? 'external' : 'bundle',
        splitting,
        minifyWhitespace: splitting,
        minifySyntax: splitting,
        lineLimit: 400,
        platform: 'node',
        format: 'esm',
        target: 'node20.19',
        external: ['zlib-sync', 'bufferutil', 'utf-8-validate'],
        banner: {
          js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
        },
        logLevel: 'warning',
      }),
    ),
  );
  return {
    start: (candidate, apiBase, flags = []) =>
      startProcess([...flags, ...toFlags(candidate), toFile(candidate)], directory, apiBase),
    sourceOf: (candidate) => readSources(toFile(candidate)),
    remove: () => rmSync(directory, { recursive: true }),
  };
}

// Node's own options, as `npm start` has them.
function toFlags(candidate: Candidate): string[] {
  const [, flags = ''] = /\bnode ((?:--\S+ )*)dist/u.exec(manifest.scripts.start) ?? [];
  return candidate === 'pullquote' ? flags.split(' ').filter(Boolean) : [];
}

// esbuild writes the name of each source into a comment above it.
function readSources(bundle: string): (line: number) => string {
  let current = '';
  const sources = readFileSync(bundle, 'utf8')
    .split('\n')
    .map(
      (line) =>
        (current = /^\/\/ ((?:src|commands|node_modules|tests)\/.+)$/u.exec(line)?.[1] ?? current),
    );
  return (line) => sources[line] ?? '';
}

function startProcess(args: readonly string[], cwd: string, apiBase: string): BotProcess {
  const { PATH = '' } = process.env;
  const env = {
    PATH,
    DISCORD_TOKEN: 'token',
    DISCORD_API_BASE: apiBase,
    ARTICLES_DIR: resolve('data'),
    LOG_LEVEL: 'warn',
  };
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = once(child, 'exit');
  const read = (file: string): string => readFileSync(`/proc/${child.pid}/${file}`, 'utf8');
  return {
    child,
    memory: () => Number(/VmRSS:\s+(\d+)/u.exec(read('status'))?.[1]) * 1024,
    // The 14th and 15th of the fields; the second, a name in parentheses, may have spaces in it.
    cpu() {
      const fields = read('stat').split(') ')[1]?.split(' ') ?? [];
      return (Number(fields[11]) + Number(fields[12])) / TICKS;
    },
    async end() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Clock ticks of the kernel in a second, as /proc counts them on Linux. */
const TICKS = 100;
