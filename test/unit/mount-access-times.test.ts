/** Which requests of the kernel move access times, with which mount options. */
import { expect, test } from 'vitest';
import { accessTimesKept } from '../../mount/access-times.js';
import { NodeMap } from '../../mount/node-map.js';
import type { RequestBody } from '../../mount/protocol/kernel-request.js';
import type { FileVolume } from '../../src/client/file-volume.js';
import { FileError } from '../../src/core/errors.js';
import type { FileOperation } from '../../src/core/operation.js';
import { KernelMock } from '../support/kernel-mock.js';
import { LocalVolume } from '../support/local-volume.js';
import { ManualClock } from '../support/manual-clock.js';

const READ = { kind: 'read', offsetBytes: 0, lengthBytes: 10, isNoAtime: false } as const;
const LISTING = { kind: 'readdir', cookie: 0, sizeBytes: 4096, withAttr: false, isNoAtime: false } as const;
const ROOT = 1;

type Access = () => Promise<void>;

/** A mount with one file, and what it asked the volume for. */
async function mounted(options: readonly string[], before: Access = () => Promise.resolve()) {
  const clock = new ManualClock();
  const volume = new LocalVolume(clock).connect();
  const accesses: FileOperation[] = [];
  const watched: FileVolume = {
    execute: async (operation) => {
      if (operation.kind === 'access') {
        accesses.push(operation);
        await before();
      }
      return volume.execute(operation);
    },
    onOrphans: () => undefined,
    close: () => Promise.resolve(),
  };
  const kernel = new KernelMock(watched, clock, new NodeMap(), options);
  const { ino: file } = await kernel.makeFile('file');
  return { clock, kernel, file, accesses };
}

test.each<{ options: string[]; request: RequestBody; count: number; what: string }>([
  { options: [], request: READ, count: 0, what: 'read' },
  { options: ['relatime'], request: READ, count: 1, what: 'read' },
  { options: ['relatime'], request: { ...READ, isNoAtime: true }, count: 0, what: 'read with O_NOATIME' },
  { options: ['relatime', 'noatime'], request: READ, count: 0, what: 'read' },
  { options: ['noatime', 'relatime'], request: READ, count: 1, what: 'read' },
  { options: ['ro', 'relatime'], request: READ, count: 0, what: 'read' },
  { options: ['strictatime'], request: READ, count: 1, what: 'read' },
])('access times: $what with $options, twice: $count moved', async ({ options, request, count }) => {
  const { clock, kernel, file, accesses } = await mounted(options);
  await clock.advance(1_000);
  expect(await kernel.ask(file, request)).toMatchObject({ kind: 'data' });
  await clock.advance(1_000);
  await kernel.ask(file, request);
  expect(accesses).toHaveLength(count);
});

test.each([
  { options: ['relatime'], count: 1 },
  { options: ['relatime', 'nodiratime'], count: 0 },
])('access times: listing with $options: $count moved', async ({ options, count }) => {
  const { kernel, accesses } = await mounted(options);
  expect(await kernel.ask(ROOT, LISTING)).toMatchObject({ kind: 'dirents' });
  expect(accesses).toHaveLength(count);
});

test('access times: cannot be moved: what is read is told all the same, and it is left off for a while', async () => {
  const refused: Access = () => Promise.reject(new FileError('EROFS'));
  const { clock, kernel, file, accesses } = await mounted(['relatime'], refused);
  for (let i = 0; i < 3; i++) expect(await kernel.ask(file, READ)).toMatchObject({ kind: 'data' });
  expect(accesses).toHaveLength(1);
  await clock.advance(5_000);
  await kernel.ask(file, READ);
  expect(accesses).toHaveLength(2);
});

test('access times: the file is gone: others go on being moved', async () => {
  const gone: Access = () => Promise.reject(new FileError('ENOENT'));
  const { kernel, file, accesses } = await mounted(['relatime'], gone);
  const { ino: other } = await kernel.makeFile('other');
  await kernel.ask(file, READ);
  await kernel.ask(other, READ);
  expect(accesses).toHaveLength(2);
});

test('access times: the change takes long: whoever reads waits a second, and one change is under way', async () => {
  const never: Access = () => new Promise(() => undefined);
  const { clock, kernel, file, accesses } = await mounted(['relatime'], never);
  const [one, other] = [kernel.ask(file, READ), kernel.ask(file, READ)];
  let isAnswered = false;
  void Promise.all([one, other]).then(() => (isAnswered = true));
  await clock.advance(999);
  expect(isAnswered).toBe(false);
  await clock.advance(1);
  await clock.advance(0);
  expect(isAnswered).toBe(true);
  expect(accesses).toHaveLength(1);
});

test('access times: without options: none is kept', () => {
  expect(accessTimesKept(['rw', 'nosuid'])).toEqual({ isOfFiles: false, isOfDirectories: false });
});
