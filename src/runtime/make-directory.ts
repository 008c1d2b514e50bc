import { existsSync, mkdirSync, rmdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a directory, and those above it, one after the other. Node's own `recursive` tries for ever, and the process
 * with it, where a directory that is there says of every new name that something is missing, as /proc does.
 * @returns the directories that were not there, the topmost first; to be given to `removeDirectories`.
 * @throws the first error of mkdir(2). What was made by then is gone again.
 */
export function makeDirectory(path: string, mode?: number): readonly string[] {
  const missing: string[] = [];
  for (let at = resolve(path); !existsSync(at); at = dirname(at)) missing.unshift(at);
  const made: string[] = [];
  try {
    for (const directory of missing) if (makeOne(directory, mode)) made.push(directory);
    return made;
  } catch (error) {
    removeDirectories(made);
    throw error;
  }
}

/** @returns whether it was not there: another process may make the same ones. */
function makeOne(directory: string, mode?: number): boolean {
  try {
    mkdirSync(directory, mode);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !statSync(directory).isDirectory()) throw error;
    return false;
  }
}

/** Takes back what `makeDirectory` has made, as far as nobody has put anything into it. */
export function removeDirectories(made: readonly string[]): void {
  try {
    for (const directory of made.toReversed()) rmdirSync(directory);
  } catch {
    return; // Somebody uses it.
  }
}
