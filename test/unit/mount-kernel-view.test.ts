import { beforeEach, expect, test } from 'vitest';
import { KernelView } from '../../mount/cache/kernel-view.js';
import { NodeMap } from '../../mount/node-map.js';
import type { Notifier } from '../../mount/transport/notifier.js';
import { ino } from '../../src/core/ids.js';
import type { Touched } from '../../src/core/touched.js';
import { ManualClock } from '../support/manual-clock.js';

const VALID_MS = 10_000;
const [DIRECTORY, FILE] = [ino(5), ino(6)];
const name = (text: string): Uint8Array => Buffer.from(text);

let told: string[];
let view: KernelView;
let clock: ManualClock;
/** Resolves when the kernel lets go of the directory. */
let unlocked: Promise<void>;
/** Resolves when what needs no lock has been told. */
let written: Promise<void>;

/** Writes down what the kernel is told unasked. */
const notifier: Notifier = {
  offered: () => undefined,
  attributes: (node) => {
    told.push(`attributes ${node}`);
    return written.then(() => true);
  },
  data: (node) => {
    told.push(`data ${node}`);
    return Promise.resolve();
  },
  entry: (parent, entry) => {
    told.push(`name ${parent}/${Buffer.from(entry).toString()}`);
    return unlocked;
  },
  expiry: (parent, entry) => {
    told.push(`expiry ${parent}/${Buffer.from(entry).toString()}`);
    return Promise.resolve();
  },
  mayKeepNames: () => true,
  allEntries: () => {
    told.push('all names');
    return written;
  },
};

beforeEach(() => {
  told = [];
  clock = new ManualClock();
  unlocked = Promise.resolve();
  written = Promise.resolve();
  view = new KernelView(clock);
  view.attach({
    nodes: new NodeMap(),
    notifier,
    isKnown: () => true,
    unleasedPagesSeen: (inode) => told.push(`unleased ${inode}`),
  });
});

const changed = (inode: typeof FILE): Promise<void> =>
  view.invalidate([{ kind: 'inode', ino: inode }], () => false);
const NAME: Touched = { kind: 'entry', ino: DIRECTORY, name: name('a') };

test('kernel view: attributes of others change: names that lead to them are looked up anew, for owners are checked by old ones else', async () => {
  view.attrTold(FILE, VALID_MS);
  view.nameTold(DIRECTORY, name('a'), VALID_MS, FILE);
  view.nameTold(DIRECTORY, name('b'), VALID_MS, FILE);
  view.nameTold(DIRECTORY, name('other'), VALID_MS, ino(7));
  view.nameTold(DIRECTORY, name('missing'), VALID_MS);
  await changed(FILE);
  expect(told).toEqual(['attributes 6', 'expiry 5/a', 'expiry 5/b']);
});

test('kernel view: an inode of which there are pages changes elsewhere: they are dropped before it is answered, once', async () => {
  view.pagesKept(FILE, true);
  await changed(FILE);
  expect(told.filter((what) => what.startsWith('data'))).toEqual([`data ${FILE}`]);
  await changed(FILE);
  expect(told.filter((what) => what.startsWith('data'))).toHaveLength(1);
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

test.each([
  ['free: after 105 ms', false, 100],
  ['being changed from here: after 5 ms', true, 0],
])(
  'kernel view: a name that cannot be taken back, the directory %s all are',
  async (_case, isChanging, longerMs) => {
    unlocked = new Promise(() => undefined);
    view.nameTold(DIRECTORY, name('a'), VALID_MS);
    const untold = view.invalidate([NAME], () => isChanging);
    await clock.advance(longerMs);
    await clock.advance(4);
    expect(told).toEqual(['name 5/a']);
    await clock.advance(1);
    await untold;
    expect(told).toEqual(['name 5/a', 'all names']);
  },
);

test('kernel view: a change from here begins while a name is being taken back: it is not waited for long', async () => {
  unlocked = new Promise(() => undefined);
  view.nameTold(DIRECTORY, name('a'), VALID_MS);
  const untold = view.invalidate([NAME], () => false);
  await clock.advance(20);
  void view.changing([{ kind: 'inode', ino: DIRECTORY }]);
  await clock.advance(0);
  await clock.advance(5);
  await untold;
  expect(told).toEqual(['name 5/a', 'all names']);
});

test('kernel view: a name that the kernel keeps is changed from here: all are taken back, and it is known for a minute', async () => {
  await view.changing([NAME]);
  expect([told, view.wasKeptWhenChanged(DIRECTORY, name('a'))]).toEqual([[], false]);
  view.nameTold(DIRECTORY, name('a'), VALID_MS);
  await view.changing([NAME]);
  expect([told, view.wasKeptWhenChanged(DIRECTORY, name('a'))]).toEqual([['all names'], true]);
  await clock.advance(60_001);
  expect(view.wasKeptWhenChanged(DIRECTORY, name('a'))).toBe(false);
});

const isOver = async (work: Promise<void> | undefined): Promise<boolean> => {
  const over = work?.then(() => true) ?? true;
  return Promise.race([over, new Promise<boolean>((resolve) => setImmediate(() => resolve(false)))]);
};

test('kernel view: attributes are being taken back: a second recall waits for it too, and a change from here', async () => {
  let write = (): void => undefined;
  written = new Promise((resolve) => (write = resolve));
  view.attrTold(FILE, VALID_MS);
  const first = changed(FILE);
  const second = changed(FILE);
  const own = view.changing([{ kind: 'inode', ino: FILE }]);
  expect([await isOver(first), await isOver(second), await isOver(own)]).toEqual([false, false, false]);
  write();
  await Promise.all([first, second, own]);
  expect(told).toEqual(['attributes 6']);
});

test('kernel view: all names are being taken back: a recall of one of them waits for it', async () => {
  let write = (): void => undefined;
  written = new Promise((resolve) => (write = resolve));
  view.nameTold(DIRECTORY, name('a'), VALID_MS);
  view.nameTold(DIRECTORY, name('b'), VALID_MS);
  const own = view.changing([{ kind: 'entry', ino: DIRECTORY, name: name('b') }]);
  const recall = view.invalidate([NAME], () => false);
  expect([await isOver(own), await isOver(recall)]).toEqual([false, false]);
  write();
  await Promise.all([own, recall]);
  expect(told).toEqual(['all names']);
});
