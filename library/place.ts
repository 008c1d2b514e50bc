/** Paths within the volume, walked as the kernel walks them. */
import type { Attr } from '../src/core/attr.js';
import { FileError } from '../src/core/errors.js';
import type { NamePlace, VolumeTree } from '../src/client/tree/volume-tree.js';
import { isDots } from '../src/client/tree/byte-path.js';

const PATH_BYTES_MAX = 4_095;
const NAME_BYTES_MAX = 255;

/** What a path stands for. A final `/` is for directories only. */
export async function attrAt(tree: VolumeTree, path: string, lastLink: 'follow' | 'keep'): Promise<Attr> {
  checkPath(path);
  const isDirectoryMeant = path.endsWith('/');
  const attr = await tree.walk(path, isDirectoryMeant ? 'follow' : lastLink);
  if (isDirectoryMeant && attr.type !== 'directory') throw new FileError('ENOTDIR');
  return attr;
}

/** Where a name is to be made or removed. @param refusal for the root, `.` and `..`. */
export async function placeAt(
  tree: VolumeTree,
  path: string,
  refusal: 'EEXIST' | 'EBUSY' | 'EISDIR' | 'ENOTEMPTY' | 'EINVAL',
): Promise<NamePlace> {
  checkPath(path);
  if (/^\/*$/.test(path)) throw new FileError(refusal);
  const place = await tree.place(path);
  const { type } = await tree.getAttr(place.parent);
  if (type !== 'directory') throw new FileError('ENOTDIR');
  if (isDots(place.name)) throw new FileError(refusal);
  return place;
}

function checkPath(path: string): void {
  if (path === '') throw new FileError('ENOENT');
  if (Buffer.byteLength(path) > PATH_BYTES_MAX) throw new FileError('ENAMETOOLONG');
  if (path.split('/').some((name) => Buffer.byteLength(name) > NAME_BYTES_MAX))
    throw new FileError('ENAMETOOLONG');
}
