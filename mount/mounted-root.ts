import type { FileVolume } from '../src/client/file-volume.js';
import { FileError, RefusedError } from '../src/core/errors.js';
import { ROOT_INO, type Ino } from '../src/core/ids.js';

/**
 * The directory of the volume that becomes the top of the mount.
 * @throws {RefusedError} when there is no such directory, or the credential is for another part of the volume.
 */
export async function resolveRoot(volume: FileVolume, subdirectory: readonly string[]): Promise<Ino> {
  let directory = volume.root?.ino ?? ROOT_INO;
  const above = namesAbove(volume, subdirectory);
  for (const [depth, name] of subdirectory.entries()) {
    if (depth < above) continue;
    const found = await lookUpDirectory(volume, directory, name);
    if (found === undefined) {
      throw new RefusedError(
        `the volume has no directory /${subdirectory.slice(0, depth + 1).join('/')}; ` +
          `first: hafs fs mkdir -p VOL:/${subdirectory.join('/')}`,
      );
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

/** How many names lead to what this client may see. */
function namesAbove({ root }: FileVolume, subdirectory: readonly string[]): number {
  const names = (root?.path ?? '').split('/').filter((name) => name !== '');
  if (names.every((name, depth) => subdirectory[depth] === name)) return names.length;
  throw new RefusedError(
    `the credential is for the directory ${root?.path ?? '/'} of the volume; mount that`,
  );
}
