import { expect, test } from 'vitest';
import { ERRNO } from '../../src/core/errno.js';
import { FILE_SIZE_BYTES_MAX } from '../../src/core/limits.js';
import { SystemClock } from '../../src/runtime/clock.js';
import { KernelMock } from '../support/kernel-mock.js';
import { LocalVolume } from '../support/local-volume.js';

const clock = new SystemClock();
const WRITE = { kind: 'write', isSync: false, isFromMapping: false, killsSetIds: false } as const;
const WRITTEN = { kind: 'written', sizeBytes: 3 };

test.each([
  { how: 'a write', offsetBytes: FILE_SIZE_BYTES_MAX - 3, isAppend: false, again: WRITTEN },
  { how: 'an append', offsetBytes: 0, isAppend: true, again: { kind: 'error', errno: ERRNO.EFBIG } },
])(
  'write: $how across the largest size: the kernel is told how much was written',
  async ({ again, ...where }) => {
    const kernel = new KernelMock(new LocalVolume(clock).connect(), clock);
    const { ino } = await kernel.makeFile('a');
    const change = { sizeBytes: FILE_SIZE_BYTES_MAX - 3, killsSetIds: false };
    await kernel.ask(ino, { kind: 'setattr', change });
    const write = {
      ...WRITE,
      offsetBytes: where.offsetBytes,
      isAppend: where.isAppend,
      data: Buffer.from('12345'),
    };
    expect(await kernel.ask(ino, write)).toEqual(WRITTEN);
    expect(await kernel.ask(ino, write)).toEqual(again);
  },
);
