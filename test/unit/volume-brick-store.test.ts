import { expect, test } from 'vitest';
import { CorruptionError, DamagedRecordError, StoreFailedError } from '../../src/core/errors.js';
import { brickId, groupId } from '../../src/core/ids.js';
import { MemoryDisk, MemoryKvStore } from '../../src/kv/memory-kv-store.js';
import { SealedKvStore } from '../../src/kv/sealed-kv-store.js';
import {
  BOOT_KEY,
  encodeIdentity,
  HARD_STATE_KEY,
  HEAL_MARK_KEY,
  IDENTITY_KEY,
  journalKey,
  MEMBERS_KEY,
  TAIL_KEY,
} from '../../src/volume/replica/brick-records.js';
import { BrickStore, UnformattedBrickError } from '../../src/volume/replica/brick-store.js';
import { extend, inodeKeyNamed } from '../support/heal-bench.js';

const MEMBERS = ['a', 'b', 'c'].map(brickId);
const BOOT = 'first boot';
const IDENTITY = { group: groupId('g'), brick: brickId('a'), volume: 'vol' };

interface Bench {
  readonly disk: MemoryDisk;
  readonly kv: SealedKvStore;
  readonly store: BrickStore;
}

async function formatted(): Promise<Bench> {
  const disk = new MemoryDisk();
  const raw = new MemoryKvStore(disk);
  await BrickStore.format(raw, IDENTITY, { kind: 'member', members: MEMBERS });
  return { disk, kv: new SealedKvStore(raw), store: await BrickStore.open(raw, BOOT) };
}

const reopened = (disk: MemoryDisk, boot = BOOT): Promise<BrickStore> =>
  BrickStore.open(new MemoryKvStore(disk), boot);

test('brick store: made as a member: is whole, at the origin, and survives a loss of power', async () => {
  const { disk } = await formatted();
  disk.losePower(0);
  expect((await reopened(disk)).restored()).toEqual({
    self: 'a',
    members: MEMBERS,
    hard: { term: 0, votedFor: undefined },
    tail: { term: 0, index: 0 },
    commitIndex: 0,
    health: 'whole',
    isDoubtful: false,
  });
});

test('brick store: made blank: has no members and says that it is blank', async () => {
  const disk = new MemoryDisk();
  await BrickStore.format(new MemoryKvStore(disk), IDENTITY, { kind: 'blank' });
  expect((await reopened(disk)).restored()).toMatchObject({ health: 'blank', members: [], commitIndex: 0 });
});

test('brick store: nothing was ever made there: is told apart from damage', async () => {
  await expect(reopened(new MemoryDisk())).rejects.toThrow(UnformattedBrickError);
});

test('brick store: of another format: is refused with both numbers', async () => {
  const { disk, kv } = await formatted();
  const value = encodeIdentity({ ...IDENTITY, formatVersion: 99 });
  await kv.commit([{ key: IDENTITY_KEY, value }]);
  await expect(reopened(disk)).rejects.toThrow(StoreFailedError);
  await expect(reopened(disk)).rejects.toThrow(/99.*4/);
});

test.each([
  { record: 'identity', key: IDENTITY_KEY, canBeMissing: true },
  { record: 'term', key: HARD_STATE_KEY, canBeMissing: false },
  { record: 'tail', key: TAIL_KEY, canBeMissing: false },
  { record: 'heal mark', key: HEAL_MARK_KEY, canBeMissing: true },
])(
  'brick store: $record damaged or missing: is corruption that names it',
  async ({ record, key, canBeMissing }) => {
    for (const value of [Buffer.from([9, 9]), Buffer.alloc(0), ...(canBeMissing ? [] : [undefined])]) {
      const { disk, kv } = await formatted();
      await kv.commit([{ key, value }]);
      const failure: unknown = await reopened(disk).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(CorruptionError);
      expect(String(failure)).toContain(record);
    }
  },
);

test('brick store: of the format before records were sealed: is refused with both numbers', async () => {
  const { disk } = await formatted();
  const value = encodeIdentity({ ...IDENTITY, formatVersion: 1 });
  await new MemoryKvStore(disk).commit([{ key: IDENTITY_KEY, value }]);
  await expect(reopened(disk)).rejects.toThrow('the brick has format 1, this hafs reads 4');
});

test.each([
  { record: 'identity', key: IDENTITY_KEY },
  { record: 'term', key: HARD_STATE_KEY },
  { record: 'tail', key: TAIL_KEY },
  { record: 'members', key: MEMBERS_KEY },
])('brick store: a bit of the $record flipped: is corruption that names it', async ({ record, key }) => {
  const { disk } = await formatted();
  disk.flipBit(key, 3);
  const failure: unknown = await reopened(disk).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(CorruptionError);
  expect(String(failure)).toContain(record);
});

test.each([
  { record: 'identity', key: IDENTITY_KEY },
  { record: 'term', key: HARD_STATE_KEY },
  { record: 'tail', key: TAIL_KEY },
  { record: 'boot', key: BOOT_KEY },
])('brick store: a bit of the $record flipped while it is open: is written anew', async ({ key }) => {
  const { disk, store } = await formatted();
  await store.saveHardState({ term: 7, votedFor: brickId('b') });
  await store.append(extend([], 3, { a: '1' }), 1);
  const before = (await reopened(disk)).restored();
  disk.flipBit(key, 5);
  await store.rewriteOwn(key);
  const again = await reopened(disk);
  expect(again.restored()).toEqual(before);
  expect(again.identity).toEqual(store.identity);
});

test('brick store: a record of the journal damaged: is forgotten, with all before it, for good', async () => {
  const { disk, store } = await formatted();
  await store.append(extend([], 3, {}, {}, {}, {}, {}), 4);
  disk.flipBit(journalKey(3), 0);
  await expect(indicesOf(store, 0, 5)).rejects.toThrow(DamagedRecordError);
  await store.forgetJournal(3);
  expect(store.journalBaseIndex).toBe(3);
  disk.losePower(0);
  const again = await reopened(disk);
  expect(again.journalBaseIndex).toBe(3);
  expect(await indicesOf(again, 2, 5)).toEqual([4, 5]);
  expect(again.restored()).toMatchObject({ health: 'whole', commitIndex: 4, tail: { index: 5 } });
});

test('brick store: power was lost and a record of the journal is damaged: that is no hole', async () => {
  const { disk, store } = await formatted();
  await store.append(extend([], 3, {}, {}, {}), 1);
  disk.flipBit(journalKey(2), 0);
  expect((await reopened(disk, 'second boot')).restored()).toMatchObject({ health: 'whole', commitIndex: 1 });
});

test('brick store: the members damaged while it is open: are those known before', async () => {
  const { disk, store } = await formatted();
  disk.flipBit(MEMBERS_KEY, 0);
  expect(store.members()).toEqual(MEMBERS);
});

test('brick store: a vote: is on disk once it is saved', async () => {
  const { disk, store } = await formatted();
  await store.saveHardState({ term: 7, votedFor: brickId('b') });
  disk.losePower(0);
  expect((await reopened(disk)).restored().hard).toEqual({ term: 7, votedFor: 'b' });
});

test('brick store: entries appended: values, journal, members and tail come in one commit', async () => {
  const { disk, store } = await formatted();
  const entries = extend([], 3, { a: '1' }, { b: '2' });
  const withMembers = [entries[0]!, { ...entries[1]!, members: [brickId('a')] }];
  await store.append(withMembers, 99);
  expect(disk.unsyncedCommits).toBe(1);
  const again = await reopened(disk);
  expect(again.restored()).toMatchObject({ tail: { term: 3, index: 2 }, commitIndex: 2, members: ['a'] });
  const touched: string[][] = [];
  for await (const { record } of again.journal(again.kv, 0, 2)) {
    touched.push(record.touched.map(({ key }) => Buffer.from(key).toString('latin1')));
  }
  expect(touched).toEqual([['\x11a'], ['\x11b', Buffer.from(MEMBERS_KEY).toString('latin1')]]);
});

test.each([
  { sync: [false, false], unsynced: 1 },
  { sync: [true, false], unsynced: 0 },
  { sync: [false, true], unsynced: 0 },
])('brick store: entries with sync $sync: $unsynced commits could be lost', async ({ sync, unsynced }) => {
  const { disk, store } = await formatted();
  const entries = extend([], 3, { a: '1' }, { b: '2' });
  await store.append(
    entries.map((entry, place) => ({ ...entry, sync: sync[place]! })),
    0,
  );
  expect(disk.unsyncedCommits).toBe(unsynced);
});

async function indicesOf(store: BrickStore, from: number, to: number): Promise<number[]> {
  const found: number[] = [];
  for await (const { index } of store.journal(store.kv, from, to)) found.push(index);
  return found;
}

test.each([
  { from: 0, to: 9, indices: [1, 2, 3, 4, 5] },
  { from: 2, to: 4, indices: [3, 4] },
  { from: 4, to: 4, indices: [] },
  { from: 5, to: 9, indices: [] },
])('brick store: journal after $from up to $to: names $indices', async ({ from, to, indices }) => {
  const { store } = await formatted();
  await store.append(extend([], 3, {}, {}, {}, {}, {}), 0);
  expect(await indicesOf(store, from, to)).toEqual(indices);
});

test('brick store: a heal mark: is on disk before anything else, and sets back what is committed', async () => {
  const { disk, store } = await formatted();
  await store.append(extend([], 3, { a: '1' }, { b: '2' }), 2);
  await store.saveHealMark({ health: 'healing', baseIndex: 1, taintedKeys: [inodeKeyNamed('b')] });
  disk.losePower(0);
  const again = await reopened(disk);
  expect(again.restored()).toMatchObject({ health: 'healing', commitIndex: 1, tail: { term: 3, index: 2 } });
  expect(again.healMark?.taintedKeys.map((key) => Buffer.from(key).toString())).toEqual(['\x11b']);
});

test('brick store: the end of a heal: keeps the journal from the base to the tail only', async () => {
  const { disk, store } = await formatted();
  await store.append(extend([], 3, {}, {}, {}, {}, {}, {}), 6);
  await store.saveHealMark({ health: 'incomplete', baseIndex: 0, taintedKeys: [] });
  await store.endHeal({ tail: { term: 4, index: 4 }, commitIndex: 3, journalBaseIndex: 2 });
  disk.losePower(0);
  const again = await reopened(disk);
  expect(again.restored()).toMatchObject({ health: 'whole', commitIndex: 3, tail: { term: 4, index: 4 } });
  expect(again.journalBaseIndex).toBe(2);
  const kept = await Promise.all([1, 2, 3, 4, 5, 6].map((index) => again.kv.get(journalKey(index))));
  expect(kept.map((record) => record !== undefined)).toEqual([false, true, true, true, false, false]);
  const terms = await Promise.all([0, 1, 2, 3].map((index) => again.termAt(again.kv, index)));
  expect(terms).toEqual([0, undefined, 3, 3]);
});

test.each([
  { end: 'closed in order', inOrder: true, boot: 'second boot', isDoubtful: false },
  { end: 'killed', inOrder: false, boot: BOOT, isDoubtful: false },
  { end: 'gone down with its machine', inOrder: false, boot: 'second boot', isDoubtful: true },
])('brick store: $end: doubtful is $isDoubtful', async ({ inOrder, boot, isDoubtful }) => {
  const { disk, store } = await formatted();
  await store.append(extend([], 3, { a: '1' }), 1);
  if (inOrder) await store.close();
  const again = await reopened(disk, boot);
  expect(again.isDoubtful).toBe(isDoubtful);
  expect(again.restored().isDoubtful).toBe(isDoubtful);
});

test('brick store: doubtful: stays so over restarts until it has everything again', async () => {
  const { disk } = await formatted();
  await (await reopened(disk, 'second boot')).close();
  const doubtful = await reopened(disk, 'second boot');
  expect(doubtful.isDoubtful).toBe(true);
  await doubtful.endDoubt();
  disk.losePower(0);
  expect((await reopened(disk, 'second boot')).isDoubtful).toBe(false);
});

test('brick store: looked at only: nothing is written', async () => {
  const { disk, store } = await formatted();
  await store.close();
  const before = new Map(disk.read());
  await BrickStore.look(new MemoryKvStore(disk));
  expect(disk.read()).toEqual(before);
});

test.each([
  { lost: [3], commitIndex: 6, health: 'healing', base: 2 },
  { lost: [3], commitIndex: 1, health: 'healing', base: 1 },
  { lost: [5, 6], commitIndex: 2, health: 'whole', base: 2 },
])(
  'brick store: power was lost and with it changes $lost of 6: is $health',
  async ({ lost, commitIndex, health, base }) => {
    const { disk, store } = await formatted();
    for (const entry of extend([], 3, {}, {}, {}, {}, {}, {})) await store.append([entry], commitIndex);
    disk.losePowerExcept((place) => !lost.includes(place + 1));
    const again = await reopened(disk, 'second boot');
    expect(again.restored()).toMatchObject({ health, commitIndex: base, isDoubtful: true });
  },
);

test('brick store: commits were found lost in the same boot: is doubtful, also after another restart', async () => {
  const { disk } = await formatted();
  const damaged = new (class extends MemoryKvStore {
    override readonly hasLostCommits = true;
  })(disk);
  expect((await BrickStore.open(damaged, BOOT)).isDoubtful).toBe(true);
  expect((await reopened(disk)).isDoubtful).toBe(true);
});
