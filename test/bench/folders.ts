/** The directories that scenarios work in. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './command.js';
import type { Bench } from './scenario.js';

const FILE_BYTES = 4_096;
const SETUP_THREADS = 8;

/** An empty directory on the side, for `work`; removed again, however it ends. */
export async function inFreshFolder<T>(bench: Bench, work: (directory: string) => Promise<T>): Promise<T> {
  const directory = join(await bench.side.mount(0), 'fresh');
  await run('rm', '-rf', directory);
  await mkdir(directory);
  try {
    return await work(directory);
  } finally {
    await run('rm', '-rf', directory);
  }
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

const isMade = (directory: string): Promise<boolean> =>
  run('test', '-d', directory).then(
    () => true,
    () => false,
  );
