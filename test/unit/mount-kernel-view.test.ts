import { beforeEach, expect, test } from 'vitest';
import { KernelView } from '../../mount/cache/kernel-view.js';
import { NodeMap } from '../../mount/node-map.js';
import type { Notifier } from '../../mount/transport/notifier.js';
import { ino } from '../../src/core/ids.js';
import { SystemClock } from '../../src/runtime/clock.js';

const VALID_MS = 10_000;
const [DIRECTORY, FILE] = [ino(5), ino(6)];
const name = (text: string): Uint8Array => Buffer.from(text);

let told: string[];
let view: KernelView;

/** Writes down what the kernel is told unasked. */
const notifier: Notifier = {
  offered: () => undefined,
  attributes: (node) => {
    told.push(`attributes ${node}`);
    return Promise.resolve(true);
  },
  data: (node) => {
    told.push(`data ${node}`);
    return Promise.resolve();
  },
  entry: (parent, entry) => {
    told.push(`name ${parent}/${Buffer.from(entry).toString()}`);
    return Promise.resolve();
  },
  allEntries: () => undefined,
};

beforeEach(() => {
  told = [];
  view = new KernelView(new SystemClock());
  view.attach({ nodes: new NodeMap(), notifier, isKnown: () => true });
});

const changed = (inode: typeof FILE): Promise<void> =>
  view.invalidate([{ kind: 'inode', ino: inode, hasNewData: false }]);

test('kernel view: attributes of others change: names that lead to them are looked up anew, for owners are checked by old ones else', async () => {
  view.attrTold(FILE, VALID_MS);
  view.nameTold(DIRECTORY, name('a'), VALID_MS, FILE);
  view.nameTold(DIRECTORY, name('b'), VALID_MS, FILE);
  view.nameTold(DIRECTORY, name('other'), VALID_MS, ino(7));
  view.nameTold(DIRECTORY, name('missing'), VALID_MS);
  await changed(FILE);
  expect(told).toEqual(['attributes 6', 'name 5/a', 'name 5/b']);
});

test('kernel view: attributes change again: the kernel is not told twice', async () => {
  view.attrTold(FILE, VALID_MS);
  view.nameTold(DIRECTORY, name('a'), VALID_MS, FILE);
  await changed(FILE);
  told = [];
  await changed(FILE);
  expect(told).toEqual([]);
});

test('kernel view: inode that the kernel has forgotten: its names are not spoken of', async () => {
  view.nameTold(DIRECTORY, name('a'), VALID_MS, FILE);
  view.forgotten(FILE);
  await changed(FILE);
  expect(told).toEqual([]);
});
