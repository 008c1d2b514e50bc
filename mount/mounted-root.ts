import type { FileVolume } from '../src/client/file-volume.js';
import { FileError, RefusedError } from '../src/core/errors.js';
import { ROOT_INO, type Ino } from '../src/core/ids.js';

/**
 * The directory of the volume that becomes the top of the mount.
 * @throws {RefusedError} when there is no such directory.
 */
export async function resolveRoot(volume: FileVolume, subdirectory: readonly string[]): Promise<Ino> {
  let directory = ROOT_INO;
  for (const [depth, name] of subdirectory.entries()) {
    const found = await lookUpDirectory(volume, directory, name);
    if (found === undefined) {
      throw new RefusedError(`the volume has no directory /${subdirectory.slice(0, depth + 1).join('/')}`);
    }
    directory = found;
  }
  return directory;
}

async function lookUpDirectory(volume: FileVolume, parent: Ino, name: string): Promise<Ino | undefined> {
  try {
    const reply = await volume.execute({ kind: 'lookup', parent, name: Buffer.from(name) });
    return reply.kind === 'entry' && reply.attr.type === 'directory' ? reply.attr.ino : undefined;
  } catch (err) {
    if (err instanceof FileError && err.errno === 'ENOENT') return undefined;
    throw err;
  }
}
