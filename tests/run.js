// Bundles a TypeScript script and runs it: node tests/run.js tests/pictures.ts [arguments].
// It is bundled into dist/, from where `../data` and `../dist/page` are as near as from tests/.
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const [, , script = '', ...rest] = process.argv;
const outfile = `dist/${basename(script, '.ts')}.script.js`;

await build({
  entryPoints: [script],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'warning',
});

process.argv = [process.argv[0] ?? 'node', outfile, ...rest];
await import(pathToFileURL(outfile).href);
