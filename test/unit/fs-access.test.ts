/** Access times by relatime's rule (mount(8)). */
import { expect, test } from 'vitest';
import { isAccessTimeDue } from '../../src/core/access-time.js';
import type { Attr, Timestamp } from '../../src/core/attr.js';
import { ino } from '../../src/core/ids.js';
import { MemoryVolume, outcome } from '../support/memory-volume.js';

const at = (seconds: number, nanoseconds = 0): Timestamp => ({ seconds, nanoseconds });
const DAY = 86_400;

test.each([
  { atime: at(1), mtime: at(1), ctime: at(1), now: at(2), due: true, what: 'just made' },
  { atime: at(1, 1), mtime: at(1), ctime: at(1), now: at(2), due: false, what: 'read since its last change' },
  { atime: at(2), mtime: at(2, 1), ctime: at(1), now: at(3), due: true, what: 'written since' },
  { atime: at(2), mtime: at(1), ctime: at(2), now: at(3), due: true, what: 'chmod at the same moment' },
  { atime: at(9), mtime: at(1), ctime: at(1), now: at(2), due: false, what: 'read in time to come' },
  { atime: at(2), mtime: at(1), ctime: at(1), now: at(1 + DAY), due: false, what: 'almost a day ago' },
  { atime: at(2), mtime: at(1), ctime: at(1), now: at(2 + DAY), due: true, what: 'a day ago' },
  { atime: at(-DAY), mtime: at(-2 * DAY), ctime: at(-2 * DAY), now: at(-5), due: false, what: 'before 1970' },
])('access time: $what: due: $due', async ({ atime, mtime, ctime, now, due }) => {
  const volume = new MemoryVolume();
  const file = volume.make('file');
  volume.mutate({ kind: 'setattr', ino: file, change: { atime, mtime, ctime } });
  const before = await volume.attr(file);
  expect(isAccessTimeDue(before, now)).toBe(due);
  volume.now = now;
  const after: Attr = due ? { ...before, atime: now, version: before.version + 1 } : before;
  expect(volume.mutate({ kind: 'access', ino: file })).toEqual({ kind: 'attr', attr: after });
  expect(await volume.attr(file)).toEqual(after);
});

test('access time: of an inode that is gone: ESTALE', () => {
  expect(outcome(() => new MemoryVolume().mutate({ kind: 'access', ino: ino(99) }))).toBe('ESTALE');
});
