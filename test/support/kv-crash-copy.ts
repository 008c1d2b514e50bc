/** Directories as LevelDB leaves them when it is stopped in the middle of its work. */
import { copyFileSync, linkSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { MIB } from '../../src/core/limits.js';
import { LevelKvStore } from '../../src/kv/level-kv-store.js';
import { readManifest } from '../../src/kv/leveldb-manifest.js';
import { isTable, logFiles, numberOf } from '../../src/kv/log-files.js';
import { commitNumbered, commitsIn } from './kv-commits.js';
import { newStoreDirectory } from './kv-fixture.js';

/** Large enough that its contents take longer to be put into a table than all of this takes to be copied. */
const WRITE_BUFFER_BYTES = 4 * MIB;
const VALUE_BYTES = 20_000;
const COMMITS_MAX = 20_000;

/** @returns the files, or nothing when LevelDB changed them meanwhile. */
function copyFiles(from: string, to: string): boolean {
  for (const name of readdirSync(to)) rmSync(join(to, name));
  const before = manifestOf(from);
  try {
    for (const name of readdirSync(from)) {
      // Tables never change, and there are ever more of them.
      if (isTable(name)) linkSync(join(from, name), join(to, name));
      else copyFileSync(join(from, name), join(to, name));
    }
  } catch {
    return false;
  }
  return manifestOf(from).equals(before);
}

function manifestOf(directory: string): Buffer {
  const name = readFileSync(join(directory, 'CURRENT'), 'latin1').trim();
  return readFileSync(join(directory, name));
}

export interface CrashCopy {
  readonly directory: string;
  readonly commits: number;
}

/** One log, of `commits` commits whose sizes are given in turn. */
export async function crashWithOneLog(sizesBytes: readonly number[], commits: number): Promise<CrashCopy> {
  const source = newStoreDirectory();
  const directory = newStoreDirectory();
  const store = await LevelKvStore.open(source);
  for (let nth = 0; nth < commits; nth++) {
    await commitNumbered(store, nth, { sizeBytes: sizesBytes[nth % sizesBytes.length] ?? 0 });
  }
  if (!copyFiles(source, directory)) throw new Error('the store does not keep still');
  await store.close();
  rmSync(source, { recursive: true });
  return { directory, commits };
}

/** Two live logs: stopped while the older one's contents were being put into a table. */
export async function crashWithTwoLogs(): Promise<CrashCopy> {
  const source = newStoreDirectory();
  const directory = newStoreDirectory();
  const store = await LevelKvStore.open(source, { writeBufferBytes: WRITE_BUFFER_BYTES });
  const isCaught = async (): Promise<boolean> =>
    logFiles(readdirSync(source)).length === 2 &&
    copyFiles(source, directory) &&
    (await liveLogs(directory)) === 2;
  let commits = 0;
  do {
    if (commits === COMMITS_MAX) throw new Error('there was no moment with two live logs');
    await commitNumbered(store, commits++, { sizeBytes: VALUE_BYTES });
  } while (!(await isCaught()));
  await store.close();
  rmSync(source, { recursive: true });
  return { directory, commits };
}

async function liveLogs(directory: string): Promise<number> {
  const manifest = await readManifest(directory);
  return logFiles(readdirSync(directory)).filter((name) => numberOf(name) >= manifest!.logNumber).length;
}

/** What a node finds there when it starts. @throws when it is no beginning of the commits. */
export async function commitsAfterOpen(directory: string): Promise<number> {
  const store = await LevelKvStore.open(directory);
  try {
    return await commitsIn(store);
  } finally {
    await store.close();
  }
}
