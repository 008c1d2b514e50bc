/** Which pages of the kernel are dropped, and when that is over. */
import { expect, test } from 'vitest';
import { Pages } from '../../mount/cache/pages.js';
import { ino } from '../../src/core/ids.js';

const FILE = ino(7);

/** Drops of which each ends when it is told to. */
function watched() {
  const ends: (() => void)[] = [];
  return { ends, pages: new Pages(() => new Promise((resolve) => ends.push(resolve))) };
}

test('pages: trusted, or none: nothing is dropped', () => {
  const { ends, pages } = watched();
  pages.distrust(FILE);
  expect(pages.clean(FILE)).toBeUndefined();
  pages.kept(FILE);
  expect(pages.clean(FILE)).toBeUndefined();
  expect(ends).toHaveLength(0);
});

test('pages: some that were read while others are being dropped: are dropped too, and it is over after both', async () => {
  const { ends, pages } = watched();
  const drop = (): Promise<void> | undefined => {
    pages.kept(FILE);
    pages.distrust(FILE);
    return pages.clean(FILE);
  };
  void drop();
  let isOver = false;
  const second = drop()?.then(() => (isOver = true));
  expect(ends).toHaveLength(2);
  ends[1]?.();
  await new Promise((resolve) => setImmediate(resolve));
  expect(isOver).toBe(false);
  ends[0]?.();
  await second;
  expect(pages.clean(FILE)).toBeUndefined();
});

test('pages: their leases are gone: those of each file are dropped, one file after the other', async () => {
  const dropped: number[] = [];
  const ends: (() => void)[] = [];
  const pages = new Pages((file) => {
    dropped.push(Number(file));
    return new Promise((resolve) => ends.push(resolve));
  });
  for (const file of [1, 2, 3, 4]) pages.kept(ino(file));
  pages.unleasedBut(new Set([ino(2)]));
  pages.forgotten(ino(3));
  expect(dropped).toEqual([1]);
  ends[0]?.();
  await new Promise((resolve) => setImmediate(resolve));
  expect(dropped).toEqual([1, 4]);
  ends[1]?.();
  await new Promise((resolve) => setImmediate(resolve));
  pages.unleased(ino(2));
  pages.unleased(ino(5));
  expect(dropped).toEqual([1, 4, 2]);
});
