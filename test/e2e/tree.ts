import { mkdir, symlink, link, utimes, writeFile, chmod, chown } from 'node:fs/promises';
import { join } from 'node:path';
import { runOk } from './lab.js';

const DIRECTORIES = 12;
const FILES_PER_DIRECTORY = 25;

/** A tree with what real ones have: odd names and sizes, links, modes, owners, old and exact times. */
export async function makeTree(root: string): Promise<void> {
  for (let d = 0; d < DIRECTORIES; d++) {
    const directory = join(root, `dir ${d}`, 'sub');
    await mkdir(directory, { recursive: true });
    for (let f = 0; f < FILES_PER_DIRECTORY; f++) {
      const path = join(directory, `file-${f}-é"'.html`);
      await writeFile(path, Buffer.alloc((f * 997 * (d + 1)) % 70_000, `${d}/${f} `));
      await chmod(path, [0o644, 0o600, 0o755, 0o4711][f % 4]!);
      await chown(path, f % 3, d % 5);
      await utimes(path, 1_000_000_000 + f + 0.123456, 1_500_000_000 + d * 1_000 + f + 0.654321);
    }
    await symlink(`../sub/file-${d}-é"'.html`, join(directory, 'link'));
    await symlink('/nowhere at all', join(directory, 'dangling'));
    await link(join(directory, `file-1-é"'.html`), join(directory, 'second name'));
  }
  await writeFile(join(root, 'large'), Buffer.alloc(7 * 1024 * 1024 + 13, 'hafs '));
  await writeFile(join(root, 'index.html'), '<h1>hafs</h1>\n');
}

/** Everything but the contents: type, mode, owner, size, times in nanoseconds, links. */
export const attributesOf = (root: string): Promise<string> =>
  runOk(
    'sh',
    '-c',
    `cd "$1" && find . -printf '%P %y %m %U %G %n %l %T@ ' -a \\( -type d -printf '\\n' -o -printf '%s\\n' \\) | LC_ALL=C sort`,
    'sh',
    root,
  );
