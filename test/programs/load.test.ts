/** Programs that load a file system in every way they know, and say what they find wrong. */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { testMounted } from '../e2e/lab.js';
import { shell } from './support/shell.js';
import { isLong, timed, Workplace } from './support/workplace.js';

const DBENCH_SECONDS = isLong ? 60 : 10;
const DBENCH_CLIENTS = 10;
const STRESS_SECONDS = isLong ? 60 : 1;
/** A stressor ends the round it is in, and removes what it has made. */
const ROUND_SECONDS_MAX = isLong ? 600 : 60;

/** stress-ng's file-system stressors that act on files of the directory they are given. */
const STRESSORS = [
  'access aiol chattr chdir chmod chown copy-file dir dnotify dup fallocate fanotify fcntl file-ioctl filename flock',
  'fpunch fsize fstat getdent handle hdd inode-flags inotify io iomix ioprio lease locka lockf lockofd mknod msync',
  'open rename seek sendfile splice sync-file touch utime xattr',
].flatMap((line) => line.split(' '));
/** Those of which one round takes longer than a minute. */
const SLOW_STRESSORS = ['dentry', 'dirdeep', 'dirmany', 'link', 'mmap', 'readahead', 'symlink'];

let place: Workplace;
beforeAll(async () => {
  place = await Workplace.open();
});
afterAll(() => place.close());

async function stress(stressor: string): Promise<void> {
  const directory = join(place.one, `stress-${stressor}`);
  await mkdir(directory);
  const words = `--${stressor} 2 --verify --timeout ${STRESS_SECONDS}s --temp-path ${directory}`;
  const report = await shell('/tmp', `stress-ng ${words} 2>&1`, STRESS_SECONDS + ROUND_SECONDS_MAX);
  expect(report).not.toContain('skipping stressor');
  expect(await shell(directory, 'find . -mindepth 1'), stressor).toBe('');
  await rm(directory, { recursive: true });
}

testMounted(`dbench: ${DBENCH_CLIENTS} clients: no operation fails`, async () => {
  await mkdir(join(place.one, 'dbench'));
  const dbench = shell(
    '/tmp',
    `dbench -D ${place.one}/dbench -t ${DBENCH_SECONDS} ${DBENCH_CLIENTS} 2>&1 | tail -20`,
  );
  const report = await timed('dbench', dbench);
  console.log(report.split('\n').at(-1));
  expect(report).toContain('Throughput');
  expect(report).not.toMatch(/failed|ERROR/);
});

testMounted.each(isLong ? [...STRESSORS, ...SLOW_STRESSORS] : STRESSORS)(
  'stress-ng: %s: finds nothing wrong, and leaves nothing behind',
  async (stressor) => {
    await timed(`stress-ng ${stressor}`, stress(stressor));
  },
);
