import { expect, test } from 'vitest';
import type { Edit } from '../../src/core/edit.js';
import { StoreFailedError } from '../../src/core/errors.js';
import { MemoryDisk, MemoryKvStore } from '../../src/kv/memory-kv-store.js';
import { logFiles } from '../../src/kv/log-files.js';

const put = (key: string, value: string): Edit => ({ key: Buffer.from(key), value: Buffer.from(value) });
const textOf = (disk: MemoryDisk): string =>
  [...disk.read()].map(([key, value]) => `${key}=${Buffer.from(value).toString()}`).join(' ');

/** Two commits that are synced, then three that are not. */
async function written(): Promise<MemoryDisk> {
  const disk = new MemoryDisk();
  const store = new MemoryKvStore(disk);
  await store.commit([put('a', '1')]);
  await store.commit([put('b', '2')], { sync: true });
  await store.commit([put('a', '3'), put('c', '3')]);
  await store.commit([{ key: Buffer.from('b'), value: undefined }]);
  await store.commit([put('c', '5')]);
  return disk;
}

test.each([
  { kept: 0, left: 'a=1 b=2' },
  { kept: 1, left: 'a=3 b=2 c=3' },
  { kept: 2, left: 'a=3 c=3' },
  { kept: 3, left: 'a=3 c=5' },
  { kept: 9, left: 'a=3 c=5' },
])(
  'memory disk: power lost, $kept un-synced commits kept: is as after those, whole',
  async ({ kept, left }) => {
    const disk = await written();
    expect(disk.unsyncedCommits).toBe(3);
    disk.losePower(kept);
    expect(textOf(disk)).toBe(left);
  },
);

test('memory disk: power lost twice: what was found after the first loss stays', async () => {
  const disk = await written();
  disk.losePower(1);
  await new MemoryKvStore(disk).commit([put('d', '6')]);
  disk.losePower(0);
  expect(textOf(disk)).toBe('a=3 b=2 c=3');
});

test('memory disk: a sync: keeps all commits before it, whoever made them', async () => {
  const disk = await written();
  await new MemoryKvStore(disk).commit([], { sync: true });
  disk.losePower(0);
  expect(textOf(disk)).toBe('a=3 c=5');
});

test('memory disk: buffers changed after the commit, then power lost: the values are those committed', async () => {
  const disk = new MemoryDisk();
  const value = Buffer.from('old');
  await new MemoryKvStore(disk).commit([{ key: Buffer.from('a'), value }]);
  value.write('new');
  disk.losePower(1);
  expect(textOf(disk)).toBe('a=old');
});

test('memory disk: a record rots, then a sync and a loss of power: what is found is what has rotted', async () => {
  const disk = new MemoryDisk();
  const store = new MemoryKvStore(disk);
  await store.commit([put('a', '1')]);
  disk.flipBit(Buffer.from('a'), 1);
  await store.commit([put('b', '2')], { sync: true });
  disk.losePower(0);
  expect(textOf(disk)).toBe('a=3 b=2');
});

test('memory store: changed after a snapshot: the snapshot tells what was, also when power was lost', async () => {
  const disk = await written();
  const snapshot = new MemoryKvStore(disk).snapshot();
  const inSnapshot = async () => Buffer.from((await snapshot.get(Buffer.from('a')))!).toString();
  await new MemoryKvStore(disk).commit([put('a', '6')]);
  expect(await inSnapshot()).toBe('3');
  disk.losePower(0);
  expect(await inSnapshot()).toBe('3');
  expect(textOf(disk)).toBe('a=1 b=2');
});

test('memory store: its process dies: commits that had not reached the disk never do', async () => {
  const disk = new MemoryDisk();
  const delay: { reached: () => void } = { reached: () => undefined };
  const store = new MemoryKvStore(disk, () => new Promise((resolve) => (delay.reached = resolve)));
  const commit = store.commit([put('a', '1')]);
  await Promise.resolve();
  store.abandon();
  delay.reached();
  await expect(commit).rejects.toThrow(StoreFailedError);
  expect(textOf(disk)).toBe('');
});

test('memory store: its disk fails once: every call from then on is refused', async () => {
  const disk = new MemoryDisk();
  let isBroken = false;
  const store = new MemoryKvStore(disk, () =>
    isBroken ? Promise.reject(new Error('I/O error')) : Promise.resolve(),
  );
  await store.commit([put('a', '1')]);
  isBroken = true;
  await expect(store.commit([put('a', '2')])).rejects.toThrow('I/O error');
  isBroken = false;
  await expect(store.commit([put('a', '3')])).rejects.toThrow(StoreFailedError);
  await expect(store.get(Buffer.from('a'))).rejects.toThrow(StoreFailedError);
  expect(() => store.getSync(Buffer.from('a'))).toThrow(StoreFailedError);
  expect(textOf(disk)).toBe('a=1');
});

test.each([
  { files: [], logs: [] },
  { files: ['000003.log'], logs: ['000003.log'] },
  {
    files: ['000012.log', 'CURRENT', '000009.log', 'LOG', '000010.ldb'],
    logs: ['000009.log', '000012.log'],
  },
  { files: ['1000002.log', '999999.log'], logs: ['999999.log', '1000002.log'] },
  { files: ['LOG.old', 'x.log', '000005.log'], logs: ['000005.log'] },
])('log files: of $files: are $logs', ({ files, logs }) => {
  expect(logFiles(files)).toEqual(logs);
});
