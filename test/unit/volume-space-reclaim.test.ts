import { expect, test } from 'vitest';
import { chunkIndex, ino } from '../../src/core/ids.js';
import { MIB } from '../../src/core/limits.js';
import { chunkKey } from '../../src/fs/keys.js';
import type { CompactionOrder, CompactionOutcome } from '../../src/kv/kv-store.js';
import { silentLogger } from '../../src/runtime/logger.js';
import { ALL_CHUNKS } from '../../src/volume/replica/freed-ranges.js';
import { SpaceReclaim } from '../../src/volume/replica/space-reclaim.js';
import { ManualClock } from '../support/manual-clock.js';

const STEP_MS = 100;
const DONE: CompactionOutcome = { kind: 'done' };
const STEPPED: CompactionOutcome = { kind: 'stepped', next: Buffer.from([0x14, 9]), neededBytes: MIB };

/** An 80 MiB disk, its reserve 40, and a store that answers as told, then `done`. */
function onBench(...answers: CompactionOutcome[]) {
  const clock = new ManualClock();
  const orders: CompactionOrder[] = [];
  const disk = { availableBytes: 30 * MIB };
  const compact = async ({ range, ...rest }: CompactionOrder): Promise<CompactionOutcome> => {
    orders.push({ ...rest, range: { from: range.from, to: range.to } });
    await clock.sleep(STEP_MS);
    return answers.shift() ?? DONE;
  };
  const space = () => ({ totalBytes: 80 * MIB, availableBytes: disk.availableBytes });
  const reclaim = new SpaceReclaim({ store: { compact }, space, clock, log: silentLogger });
  const pass = async (ms: number): Promise<void> => {
    for (let passed = 0; passed < ms; passed += STEP_MS) await clock.advance(STEP_MS);
  };
  const remove = (...inos: number[]): void => {
    const edits = inos.map((of) => ({ key: chunkKey(ino(of), chunkIndex(0)), value: undefined }));
    reclaim.stored([{ term: 1, index: 1, edits, sync: false, checkpoint: false, sizeBytes: 1 }]);
  };
  return { reclaim, clock, orders, disk, pass, remove };
}

test('space reclaim: room enough: nothing is compacted', async () => {
  const { reclaim, orders, disk, pass } = onBench();
  disk.availableBytes = 80 * MIB;
  reclaim.start();
  await pass(5_000);
  expect(orders).toEqual([]);
  disk.availableBytes = 79 * MIB;
  await pass(2_000);
  expect(orders).toHaveLength(1);
});

test('space reclaim: low since it was started: everything is walked, each step from where the last one ended', async () => {
  const { reclaim, orders, pass } = onBench(STEPPED);
  reclaim.start();
  await pass(5_000);
  expect(orders).toEqual([
    { range: ALL_CHUNKS, roomBytes: 30 * MIB, withRecent: true },
    { range: { ...ALL_CHUNKS, from: STEPPED.next }, roomBytes: 30 * MIB, withRecent: false },
  ]);
});

test('space reclaim: chunks were removed: their range comes before the walk, which comes again after ten minutes', async () => {
  const { reclaim, orders, pass, remove } = onBench();
  remove(7, 8);
  reclaim.start();
  await pass(5_000);
  const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
  expect(orders.map(({ range }) => `${hex(range.from)}-${hex(range.to)}`)).toEqual([
    '140000000000000007-140000000000000009',
    '14-15',
  ]);
  await pass(600_000);
  expect(orders).toHaveLength(3);
});

test('space reclaim: more room than the reserve: what is above it stays with the writers', async () => {
  const { reclaim, orders, disk, pass } = onBench();
  disk.availableBytes = 60 * MIB;
  reclaim.start();
  await pass(STEP_MS);
  expect(orders[0]?.roomBytes).toBe(40 * MIB);
});

test.each<{ answer: CompactionOutcome }>([
  { answer: { kind: 'tooLittleRoom', neededBytes: 50 * MIB } },
  { answer: { kind: 'readersOpen' } },
])('space reclaim: $answer.kind: the same is tried again, a second later', async ({ answer }) => {
  const { reclaim, orders, pass } = onBench(answer);
  reclaim.start();
  await pass(900);
  expect(orders).toHaveLength(1);
  await pass(500);
  expect(orders).toHaveLength(2);
  expect(orders[1]).toEqual(orders[0]);
});

test('space reclaim: stopped amid a step: ends with it, and nothing more is begun', async () => {
  const { reclaim, orders, pass } = onBench(STEPPED, STEPPED, STEPPED);
  reclaim.start();
  const stopped = reclaim.stop();
  await pass(5_000);
  await stopped;
  expect(orders).toHaveLength(1);
});
