import type { VolumeTree } from '../src/client/tree/volume-tree.js';
import { FileError } from '../src/core/errors.js';
import { attrAt, placeAt } from './place.js';

/** mkdir -p. One that is there is no failure, also when someone else makes it meanwhile. @returns the first one made. */
export async function makeDirectories(
  tree: VolumeTree,
  path: string,
  mode: number,
): Promise<string | undefined> {
  let first: string | undefined;
  const prefixes = prefixesOf(path);
  for (const prefix of prefixes) {
    const obstacle = prefix === prefixes.at(-1) ? 'EEXIST' : 'ENOTDIR';
    const made = await makeUnlessThere(tree, prefix, mode, obstacle);
    if (made) first ??= prefix;
  }
  return first;
}

function prefixesOf(path: string): string[] {
  const names = path.split('/').filter((name) => name !== '');
  return names.map((_, at) => `/${names.slice(0, at + 1).join('/')}`);
}

async function makeUnlessThere(
  tree: VolumeTree,
  path: string,
  mode: number,
  obstacle: 'EEXIST' | 'ENOTDIR',
): Promise<boolean> {
  try {
    await tree.make({ ...(await placeAt(tree, path, 'EEXIST')), type: 'directory', mode });
    return true;
  } catch (error) {
    if (!(error instanceof FileError && error.errno === 'EEXIST')) throw error;
    if ((await attrAt(tree, path, 'follow')).type === 'directory') return false;
    throw new FileError(obstacle);
  }
}
