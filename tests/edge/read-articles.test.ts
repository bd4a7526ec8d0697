import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Stop } from '../../src/edge/exit.ts';
import { readArticles } from '../../src/edge/read-articles.ts';
import { toFiles } from '../make-article.ts';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'pullquote-articles-'));
});

afterEach(() => rmSync(directory, { recursive: true }));

function put(folder: string, { text, metadata }: ReturnType<typeof toFiles>): void {
  mkdirSync(join(directory, folder));
  writeFileSync(join(directory, folder, 'text.txt'), text);
  writeFileSync(join(directory, folder, 'article.yaml'), metadata);
}

function stopOf(): Stop | undefined {
  try {
    readArticles(directory);
    return undefined;
  } catch (error) {
    return error instanceof Stop ? error : undefined;
  }
}

describe('a library of articles', () => {
  it('is one folder an article, in the order of their names', () => {
    put('b', toFiles([['B.']], { id: 'bee' }));
    put('a', toFiles([['A.']], { id: 'ay' }));
    mkdirSync(join(directory, '.git'));
    expect(readArticles(directory).map(({ id }) => id)).toEqual(['ay', 'bee']);
  });

  it('stops the start with every fault of every article, and exit code 78', () => {
    put('a', toFiles([['A. ']], {}));
    put('b', toFiles([['B.']], { id: 'B' }));
    mkdirSync(join(directory, 'c'));
    const stop = stopOf();
    expect(stop?.code).toBe(78);
    expect(stop?.message).toContain(join('a', 'text.txt line 1'));
    expect(stop?.message).toContain(join('b', 'article.yaml line 1'));
    expect(stop?.message).toContain(join('c', 'text.txt: cannot be read'));
    expect(stop?.message).toContain(join('c', 'article.yaml: cannot be read'));
  });

  it('may not have two articles with one id', () => {
    put('a', toFiles([['A.']], { id: 'same' }));
    put('b', toFiles([['B.']], { id: 'same' }));
    expect(stopOf()?.message).toContain('"same" is the id of another article too');
  });

  it('may not be empty or missing', () => {
    expect(stopOf()?.message).toContain('no article in it');
    directory = join(directory, 'nowhere');
    expect(stopOf()?.message).toContain('cannot be read');
    directory = join(directory, '..');
  });
});
