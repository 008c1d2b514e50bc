import { expect, test } from 'vitest';
import { LookupCounts } from '../../mount/lookup-counts.js';
import { OrphanRelease } from '../../src/client/orphan-release.js';
import { kernelNodeId, ROOT_NODE_ID } from '../../mount/protocol/request-ids.js';
import type { FileVolume } from '../../src/client/file-volume.js';
import { QuorumLostError } from '../../src/core/errors.js';
import { ino, type Ino } from '../../src/core/ids.js';
import { RELEASE_INOS_MAX } from '../../src/core/limits.js';
import type { FileOperation } from '../../src/core/operation.js';
import { SystemClock } from '../../src/runtime/clock.js';
import { silentLogger } from '../../src/runtime/logger.js';
import { KernelMock } from '../support/kernel-mock.js';
import { LocalVolume } from '../support/local-volume.js';
import { ManualClock } from '../support/manual-clock.js';
import { entryAttr, makeOperation, MemoryVolume } from '../support/memory-volume.js';

const node = kernelNodeId(7);
const volume = new MemoryVolume();
const file = { ...entryAttr(volume.mutate(makeOperation('f'))), ino: ino(7) };
const directory = { ...file, type: 'directory' } as const;
const name = (text: string): Uint8Array => Buffer.from(text);

test.each([
  { added: 1, forgotten: [1], known: false },
  { added: 3, forgotten: [1, 1], known: true },
  { added: 3, forgotten: [1, 2], known: false },
  { added: 2, forgotten: [5], known: false },
])('lookup counts: $added told, $forgotten forgotten: known is $known', ({ added, forgotten, known }) => {
  const counts = new LookupCounts();
  for (let i = 0; i < added; i++) counts.add(directory);
  const letGo = forgotten.map((nlookup) => counts.forget(node, nlookup));
  expect([counts.isKnown(node), counts.isHeld(node)]).toEqual([known, known]);
  expect(letGo.filter(Boolean)).toHaveLength(known ? 0 : 1);
});

test('lookup counts: a file that the kernel remembers: is held only while it is open', () => {
  const counts = new LookupCounts();
  counts.add(file);
  expect([counts.isKnown(node), counts.isHeld(node)]).toEqual([true, false]);
  counts.opened(node);
  counts.opened(node);
  counts.closed(node);
  expect(counts.isHeld(node)).toBe(true);
  counts.closed(node);
  expect(counts.isHeld(node)).toBe(false);
});

test('lookup counts: root: is always held', () => {
  expect(new LookupCounts().isHeld(ROOT_NODE_ID)).toBe(true);
});

/** A volume that takes releases, and fails the first `failures` of them. */
function releaseFixture(failures = 0, isKnown = true) {
  const clock = new ManualClock();
  const released: (readonly Ino[])[] = [];
  const held = new Set<Ino>();
  let failuresLeft = failures;
  const execute = (operation: FileOperation): Promise<{ kind: 'done' }> => {
    if (failuresLeft-- > 0) return Promise.reject(new QuorumLostError('away'));
    if (operation.kind === 'release') released.push(operation.inos);
    return Promise.resolve({ kind: 'done' });
  };
  const volume: FileVolume = { execute, onOrphans: () => undefined, close: () => Promise.resolve() };
  const isHeld = (inode: Ino): boolean => held.has(inode);
  const watched = new Set<Ino>();
  const watch = (inode: Ino, isWatched: boolean): void => {
    if (isWatched) watched.add(inode);
    else watched.delete(inode);
  };
  const deps = { volume, isHeld, isKnown: () => isKnown, watch, clock, log: silentLogger };
  return { clock, released, held, watched, orphans: new OrphanRelease(deps) };
}

test('orphans: not held: released together after a short while', async () => {
  const { clock, released, orphans } = releaseFixture();
  orphans.orphaned([ino(5)]);
  orphans.orphaned([ino(6)]);
  await clock.advance(99);
  expect(released).toEqual([]);
  await clock.advance(1);
  expect(released).toEqual([[5, 6]]);
});

test('orphans: held: released once the kernel forgets it', async () => {
  const { clock, released, held, orphans } = releaseFixture();
  held.add(ino(5));
  orphans.orphaned([ino(5)]);
  await clock.advance(10_000);
  expect(released).toEqual([]);
  held.delete(ino(5));
  orphans.forgotten(ino(5));
  orphans.forgotten(ino(6)); // No orphan: nothing to tell.
  await clock.advance(100);
  expect(released).toEqual([[5]]);
});

test('orphans: released while the kernel remembers it: is not to be opened until it is forgotten', async () => {
  const { clock, orphans } = releaseFixture();
  orphans.orphaned([ino(5)]);
  expect(orphans.isReleased(ino(5))).toBe(false);
  await clock.advance(100);
  expect(orphans.isReleased(ino(5))).toBe(true);
  orphans.forgotten(ino(5));
  expect(orphans.isReleased(ino(5))).toBe(false);
});

test.each([
  ['remembers it: until it forgets', true],
  ['does not remember it: until it is released', false],
])('orphans: the kernel %s, it is watched who opens it', async (_case, isKnown) => {
  const { clock, watched, orphans } = releaseFixture(0, isKnown);
  orphans.orphaned([ino(5)]);
  orphans.orphaned([ino(5)]);
  expect([...watched]).toEqual([5]);
  await clock.advance(100);
  expect(watched.size).toBe(isKnown ? 1 : 0);
  orphans.forgotten(ino(5));
  expect(watched.size).toBe(0);
});

test('orphans: looked up while waiting to be released: kept until forgotten', async () => {
  const { clock, released, held, orphans } = releaseFixture();
  orphans.orphaned([ino(5)]);
  held.add(ino(5));
  await clock.advance(100);
  expect(released).toEqual([]);
  held.delete(ino(5));
  orphans.forgotten(ino(5));
  await clock.advance(100);
  expect(released).toEqual([[5]]);
});

test('orphans: release fails: tried again later', async () => {
  const { clock, released, orphans } = releaseFixture(2);
  orphans.orphaned([ino(5)]);
  await clock.advance(100);
  await clock.advance(1_000);
  expect(released).toEqual([]);
  await clock.advance(1_000);
  expect(released).toEqual([[5]]);
});

test('orphans: more than one release may name: sent at once, in batches', async () => {
  const { clock, released, orphans } = releaseFixture();
  orphans.orphaned(Array.from({ length: RELEASE_INOS_MAX + 1 }, (_, nth) => ino(nth + 2)));
  await clock.advance(0);
  await clock.advance(100);
  expect(released.map((inos) => inos.length)).toEqual([RELEASE_INOS_MAX, 1]);
});

test('orphans: stopped: nothing is sent any more', async () => {
  const { clock, released, orphans } = releaseFixture();
  orphans.orphaned([ino(5)]);
  orphans.stop();
  orphans.orphaned([ino(6)]);
  await clock.advance(10_000);
  expect(released).toEqual([]);
});

test('orphans: file unlinked while open: stays readable until forgotten, then its records are freed', async () => {
  const clock = new ManualClock();
  const volume = new LocalVolume(new SystemClock());
  const kernel = new KernelMock(volume.connect(), clock);
  const recordsBefore = volume.recordCount;
  const { ino: inode } = await kernel.makeFile('a');
  await kernel.ask(1, { kind: 'unlink', name: name('a') });
  await clock.advance(100);
  expect(await kernel.ask(inode, { kind: 'getattr' })).toMatchObject({ attr: { linkCount: 0 } });
  await kernel.ask(inode, { kind: 'forget', forgets: [{ nodeid: kernelNodeId(inode), nlookup: 1 }] });
  await clock.advance(100);
  expect(volume.recordCount).toBe(recordsBefore);
});

test('orphans: file unlinked elsewhere, closed here, and remembered: its records are freed, and it cannot be opened', async () => {
  const clock = new ManualClock();
  const shared = new LocalVolume(new SystemClock());
  const recordsBefore = shared.recordCount;
  const [here, elsewhere] = [
    new KernelMock(shared.connect(), clock),
    new KernelMock(shared.connect(), clock),
  ];
  const { ino: inode } = await here.makeFile('a');
  await here.ask(inode, { kind: 'release', handle: 1n });
  await elsewhere.ask(1, { kind: 'unlink', name: name('a') });
  await clock.advance(100);
  expect(shared.recordCount).toBe(recordsBefore);
  expect(await here.ask(inode, { kind: 'open', isReadOnly: true, isAppend: false })).toEqual({
    kind: 'error',
    errno: 116,
  });
});

test('lookup counts: reply that the kernel no longer waits for: counts nothing', async () => {
  const kernel = new KernelMock(new LocalVolume(new SystemClock()).connect(), new ManualClock());
  kernel.isWaiting = false;
  const { ino: inode } = await kernel.makeFile('a');
  expect(kernel.operations.counts.isHeld(kernelNodeId(inode))).toBe(false);
});

test('lookup counts: plus listing: counts each entry but the dots', async () => {
  const kernel = new KernelMock(new LocalVolume(new SystemClock()).connect(), new ManualClock());
  const { ino: inode } = await kernel.makeFile('a');
  await kernel.ask(1, { kind: 'readdir', cookie: 0, sizeBytes: 4096, withAttr: true, isNoAtime: false });
  const { counts } = kernel.operations;
  expect(counts.size).toBe(1);
  expect(counts.forget(kernelNodeId(inode), 1)).toBe(false);
  expect(counts.forget(kernelNodeId(inode), 1)).toBe(true);
});
