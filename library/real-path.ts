import { nameText, splitPath, utf8 } from '../src/client/tree/byte-path.js';
import type { VolumeTree } from '../src/client/tree/volume-tree.js';
import { FileError } from '../src/core/errors.js';
import { attrAt } from './place.js';

const SYMLINKS_FOLLOWED_MAX = 40;

/** The path without links, `.` and `..`. */
export async function realPath(tree: VolumeTree, path: string): Promise<string> {
  await attrAt(tree, path, 'follow');
  const pending = splitPath(utf8(path)).map(nameText);
  let real: string[] = [];
  let linksLeft = SYMLINKS_FOLLOWED_MAX;
  for (let name = pending.shift(); name !== undefined; name = pending.shift()) {
    if (name === '.') continue;
    if (name === '..') {
      real.pop();
      continue;
    }
    const attr = await tree.walk(`/${[...real, name].join('/')}`, 'keep');
    if (attr.type !== 'symlink') {
      real.push(name);
      continue;
    }
    if (linksLeft-- === 0) throw new FileError('ELOOP');
    const target = nameText(await tree.readLink(attr.ino));
    if (target.startsWith('/')) real = [];
    pending.unshift(...splitPath(utf8(target)).map(nameText));
  }
  return `/${real.join('/')}`;
}
