/** TypeScript compiled for children and worker threads, which need JavaScript files. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
const CACHE = join(ROOT, 'node_modules/.cache');

/** Each has a `tsconfig.NAME.json` here. */
type Name = 'mount' | 'kv' | 'disk' | 'flood';

const prefixOf = (name: Name): string => `hafs-${name}-test-`;

/** Where `compile` puts it. Each process of the tests has its own: in one that others compile to, files are half written at times. */
export const compiledTo = (name: Name): string => join(CACHE, `${prefixOf(name)}${process.pid}`);

/** Also removes what processes have left that are over. */
export function compile(name: Name): void {
  mkdirSync(CACHE, { recursive: true });
  for (const entry of readdirSync(CACHE)) {
    const isLeft =
      entry.startsWith(prefixOf(name)) && !existsSync(`/proc/${entry.slice(prefixOf(name).length)}`);
    if (isLeft) rmSync(join(CACHE, entry), { recursive: true, force: true });
  }
  const args = ['tsc', '-p', `test/support/tsconfig.${name}.json`, '--outDir', compiledTo(name)];
  const { status, stdout } = spawnSync('npx', args, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`what tests of ${name} start does not compile: ${stdout}`);
}
