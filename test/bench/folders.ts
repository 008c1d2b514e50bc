/** The directories that scenarios work in. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { run, succeeds } from './command.js';
import type { Bench } from './scenario.js';

const FILE_BYTES = 4_096;
const SETUP_THREADS = 8;

/** An empty directory on the side, for `work`; removed again, however it ends. */
export async function inFreshFolder<T>(bench: Bench, work: (directory: string) => Promise<T>): Promise<T> {
  const directory = join(await bench.side.mount(0), 'fresh');
  await removeTree(directory);
  await mkdir(directory);
  try {
    return await work(directory);
  } finally {
    await removeTree(directory);
  }
}

/** By several processes at once: some sides take a minute for ten thousand files otherwise. */
async function removeTree(directory: string): Promise<void> {
  const parts = `find '${directory}' -mindepth 2 -maxdepth 2 -print0 | xargs -0 -r -n 20 -P 8 rm -rf`;
  if (await isMade(directory)) await run('sh', '-c', parts);
  await run('rm', '-rf', directory);
}

/** `count` files of 4 KiB, in ten directories, that stay for the whole run. */
export async function keptFiles(bench: Bench, count: number): Promise<string> {
  const directory = keptFolder(await bench.side.mount(0), count);
  if (await isMade(directory)) return directory;
  await mkdir(directory);
  const work = { directory, files: count, threads: SETUP_THREADS, bytes: FILE_BYTES };
  const { operations } = await bench.driver.run('create', work);
  if (operations !== count) throw new Error(`${bench.side.name}: ${operations} of ${count} files were made`);
  return directory;
}

export const keptFolder = (mount: string, count: number): string => join(mount, `files-${count}`);

const isMade = (directory: string): Promise<boolean> => succeeds('test', '-d', directory);
