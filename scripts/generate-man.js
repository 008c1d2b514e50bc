// Writes hafs(8) and mount.hafs(8) to dist/man, as the built command itself prints them.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const entry = fileURLToPath(new URL('../bin/hafs.js', import.meta.url));
const directory = new URL('../dist/man/', import.meta.url);

mkdirSync(directory, { recursive: true });
for (const page of ['hafs', 'mount.hafs']) {
  const source = execFileSync(process.execPath, [entry, 'manual-page', page]);
  writeFileSync(new URL(`${page}.8`, directory), source);
}
