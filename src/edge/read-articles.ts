import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../article/article.ts';
import { parseArticle } from '../article/parse-article.ts';
import { toConfigStop } from './exit.ts';

/**
 * Reads every article in a directory, one folder each, in the order of the folders' names.
 * @throws Stop with every fault of all of them, each with its file.
 */
export function readArticles(directory: string): Article[] {
  const folders = listFolders(directory);
  if (folders === undefined)
    throw toConfigStop([`${directory}: cannot be read; is ARTICLES_DIR right?`]);
  if (folders.length === 0)
    throw toConfigStop([
      `${directory}: no article in it; add a folder with text.txt and article.yaml`,
    ]);
  const faults: string[] = [];
  const articles = new Map<string, Article>();
  for (const folder of folders) {
    const read = readArticle(join(directory, folder));
    if ('faults' in read)
      faults.push(...read.faults.map((fault) => join(directory, folder, fault)));
    else if (articles.has(read.article.id)) {
      faults.push(
        `${join(directory, folder, 'article.yaml')}, id: "${read.article.id}" is the id of another article too`,
      );
    } else articles.set(read.article.id, read.article);
  }
  if (faults.length > 0) throw toConfigStop(faults);
  return [...articles.values()];
}

function listFolders(directory: string): string[] | undefined {
  try {
    return readdirSync(directory, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .sort();
  } catch {
    return undefined;
  }
}

function readArticle(folder: string): ReturnType<typeof parseArticle> {
  const files = ['text.txt', 'article.yaml'].map((name) => ({
    name,
    bytes: readBytes(join(folder, name)),
  }));
  const [text, metadata] = files.map(({ bytes }) => bytes);
  if (text !== undefined && metadata !== undefined) return parseArticle({ text, metadata });
  const missing = files.filter(({ bytes }) => bytes === undefined);
  return { faults: missing.map(({ name }) => `${name}: cannot be read`) };
}

function readBytes(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
