import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface PageFile {
  readonly type: string;
  readonly bytes: Buffer;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Reads a directory once, so that only what it holds can ever be served: no request becomes a path on
 * the disk, and links are not followed.
 * @returns the files by URL path; `/` is index.html
 */
export async function readPageFiles(
  directory: string | URL,
): Promise<ReadonlyMap<string, PageFile>> {
  const root = typeof directory === 'string' ? directory : fileURLToPath(directory);
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = new Map<string, PageFile>();
  for (const entry of entries.filter((candidate) => candidate.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const file = {
      type: types[extname(entry.name)] ?? 'application/octet-stream',
      bytes: await readFile(path),
    };
    files.set(`/${relative(root, path).split(sep).join('/')}`, file);
  }
  const index = files.get('/index.html');
  if (index) files.set('/', index);
  return files;
}
