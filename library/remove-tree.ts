import type { NamePlace, VolumeTree } from '../src/client/tree/volume-tree.js';
import type { Attr } from '../src/core/attr.js';
import { FileError } from '../src/core/errors.js';
import { told } from './node-error.js';
import { attrAt, placeAt } from './place.js';

export interface RemoveOptions {
  /** What is not there is no failure. */
  readonly force?: boolean;
  /** Directories too, with all that is in them. */
  readonly recursive?: boolean;
}

/** rm(1). */
export async function remove(tree: VolumeTree, path: string, options: RemoveOptions): Promise<void> {
  const { force = false, recursive = false } = options;
  const attr = await told({ syscall: 'lstat', path }, () => found(tree, path, force));
  if (attr === undefined) return;
  if (attr.type === 'directory' && !recursive) throw directoryRefused(path);
  await told({ syscall: 'rm', path }, async () => {
    await removeAll(tree, await placeAt(tree, path, 'EBUSY'), attr);
  });
}

async function found(tree: VolumeTree, path: string, isAbsenceFine: boolean): Promise<Attr | undefined> {
  try {
    return await attrAt(tree, path, 'keep');
  } catch (error) {
    if (isAbsenceFine && isAbsence(error)) return undefined;
    throw error;
  }
}

/** What somebody else removes meanwhile is removed. */
async function removeAll(tree: VolumeTree, place: NamePlace, attr: Attr): Promise<void> {
  if (attr.type === 'directory') {
    for await (const { name, attr: child } of tree.list(attr.ino)) {
      await removeAll(tree, { parent: attr.ino, name }, child);
    }
  }
  try {
    await tree.remove(place, attr.type === 'directory' ? 'rmdir' : 'unlink');
  } catch (error) {
    if (!isAbsence(error)) throw error;
  }
}

const isAbsence = (error: unknown): boolean => error instanceof FileError && error.errno === 'ENOENT';

/** As Node refuses it. */
function directoryRefused(path: string): Error {
  const message = `Path is a directory: rm returned EISDIR (is a directory) ${path}`;
  const fields = { code: 'ERR_FS_EISDIR', errno: 21, syscall: 'rm', path };
  return Object.assign(new Error(message), { name: 'SystemError', ...fields });
}
