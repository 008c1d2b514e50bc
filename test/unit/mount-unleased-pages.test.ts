/** Pages that came without a lease do not stay. */
import { expect, test } from 'vitest';
import { UnleasedPages } from '../../mount/cache/unleased-pages.js';
import { QuorumLostError } from '../../src/core/errors.js';
import { ino } from '../../src/core/ids.js';
import type { FileOperation, FileReply } from '../../src/core/operation.js';
import { ManualClock } from '../support/manual-clock.js';

const FILE = ino(7);

function watched(answer: () => Promise<FileReply> = () => Promise.resolve({ kind: 'done' })) {
  const clock = new ManualClock();
  const done: string[] = [];
  const volume = {
    execute: ({ kind }: FileOperation) => {
      done.push(kind);
      return answer();
    },
  };
  const drop = (): Promise<void> => Promise.resolve(void done.push('drop'));
  return { clock, done, pages: new UnleasedPages(volume, clock, drop) };
}

test('unleased pages: seen several times: a lease is asked for, then they are dropped, once', async () => {
  const { clock, done, pages } = watched();
  pages.seen(FILE);
  pages.seen(FILE);
  await clock.advance(9);
  expect(done).toEqual([]);
  await clock.advance(1);
  expect(done).toEqual(['getattr', 'drop']);
  pages.seen(FILE);
  await clock.advance(10);
  expect(done).toHaveLength(4);
});

test('unleased pages: the volume does not answer: they are dropped all the same', async () => {
  const { clock, done, pages } = watched(() => Promise.reject(new QuorumLostError('no majority')));
  pages.seen(FILE);
  await clock.advance(10);
  expect(done).toEqual(['getattr', 'drop']);
});
