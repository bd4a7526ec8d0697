import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What a part may import besides itself, and which packages. Imports run one way. */
const LAYERS: Readonly<Record<string, { parts: readonly string[]; packages: RegExp }>> = {
  'src/article': { parts: [], packages: /^(?:node:crypto|js-yaml|zod)$/u },
  'src/search': {
    parts: ['src/article'],
    packages: /^(?:fuse\.js|porter2|stopwords-en\/.+)$/u,
  },
  'src/reply': { parts: ['src/article', 'src/search'], packages: /^discord-api-types\/v10$/u },
  'src/command.ts': { parts: ['src/search', 'src/reply'], packages: /^discord-api-types\/v10$/u },
  commands: {
    parts: ['src/article', 'src/search', 'src/reply', 'src/command.ts'],
    packages: /^discord-api-types\/v10$/u,
  },
  'src/interaction.ts': {
    parts: ['src/reply', 'src/command.ts'],
    packages: /^(?:discord-api-types\/v10|zod)$/u,
  },
  'src/declarations.ts': {
    parts: ['src/command.ts', 'src/search'],
    packages: /^discord-api-types\/v10$/u,
  },
  'src/choose-article.ts': {
    parts: ['src/search', 'src/reply', 'src/command.ts'],
    packages: /^discord-api-types\/v10$/u,
  },
  'src/answer.ts': {
    parts: [
      'src/choose-article.ts',
      'src/search',
      'src/reply',
      'src/command.ts',
      'src/interaction.ts',
    ],
    packages: /^(?:node:crypto|discord-api-types\/v10)$/u,
  },
  'src/edge': {
    parts: ['src/article', 'src/search', 'src/command.ts', 'src/answer.ts'],
    packages:
      /^(?:node:.+|discord\.js|undici|ws|zod|pino|pino-pretty|prom-client|discord-api-types\/v10)$/u,
  },
  'src/sandbox': {
    parts: [],
    packages:
      /^(?:node:.+|ws|zod|discord-api-types\/(?:payloads\/)?v10|@fontsource-variable\/.+)$/u,
  },
  'src/main.ts': {
    parts: [
      'package.json',
      'commands',
      'src/answer.ts',
      'src/declarations.ts',
      'src/edge',
      'src/sandbox',
      'src/search',
    ],
    packages: /^(?:node:.+|dotenv)$/u,
  },
};

function listFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

const isIn = (part: string, file: string): boolean => file === part || file.startsWith(`${part}/`);

/** Every import in a file's text that its part may not have. */
function findViolations(file: string, text: string): string[] {
  const part = Object.keys(LAYERS).find((name) => isIn(name, file));
  const layer = part === undefined ? undefined : LAYERS[part];
  if (part === undefined || layer === undefined) return [`${file} is in no part`];
  const imports = text.matchAll(
    /(?:^(?:import|export)\s[\w\s{},*]*?from\s+|^import\s+|\bimport\()'([^']+)'/gmu,
  );
  return [...imports].flatMap(([, specifier = '']) => {
    if (!specifier.startsWith('.'))
      return layer.packages.test(specifier) ? [] : [`${file} imports ${specifier}`];
    const target = relative(ROOT, join(ROOT, dirname(file), specifier));
    return [part, ...layer.parts].some((allowed) => isIn(allowed, target))
      ? []
      : [`${file} imports ${target}`];
  });
}

describe('imports', () => {
  const files = ['src', 'commands'].flatMap(listFiles);

  it('are looked at in every file', () => {
    expect(files.length).toBeGreaterThan(50);
  });

  it.each(files)('of %s run one way', (file) => {
    expect(findViolations(file, readFileSync(join(ROOT, file), 'utf8'))).toEqual([]);
  });

  it.each([
    ['src/article/planted.ts', "import { Client } from 'discord.js';"],
    ['src/article/planted.ts', "import type { Finder } from '../search/finder.ts';"],
    ['src/search/planted.ts', "import {\n  toMessage,\n} from '../reply/message.ts';"],
    ['src/reply/planted.ts', "export { quote } from '../../commands/quote.ts';"],
    ['commands/planted.ts', "import { connect } from '../src/edge/gateway.ts';"],
    ['src/edge/planted.ts', "import { commands } from '../../commands/index.ts';"],
    ['src/edge/planted.ts', "import { toMessage } from '../reply/message.ts';"],
    ['src/sandbox/planted.ts', "import type { Article } from '../article/article.ts';"],
    ['src/planted.ts', ''],
  ])('that %s may not have are found: %s', (file, text) => {
    expect(findViolations(file, text)).toHaveLength(1);
  });
});
