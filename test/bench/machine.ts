/** What the figures were measured on. */
import { readFile } from 'node:fs/promises';
import { cpus, release, totalmem } from 'node:os';
import { GIB } from '../../src/core/limits.js';
import { run } from './command.js';
import { ROOT } from './places.js';

export async function machineText(): Promise<string> {
  const system = /^PRETTY_NAME="(.*)"$/m.exec(await readFile('/etc/os-release', 'utf8'))?.[1] ?? 'Linux';
  const model = cpus()[0]?.model.trim() ?? 'unknown';
  const memory = `${Math.round(totalmem() / GIB)} GiB`;
  const kernel = release().split('-')[0] ?? '';
  return `${cpus().length} × ${model}, ${memory}, ${system}, Linux ${kernel}, Node ${process.versions.node}`;
}

/** The commit, and whether there is more than was committed. */
export const versionText = async (): Promise<string> =>
  (await run('git', '-C', ROOT, 'describe', '--always', '--dirty')).trim();
