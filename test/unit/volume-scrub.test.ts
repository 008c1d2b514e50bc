import { expect, test } from 'vitest';
import { MemoryDisk, MemoryKvStore } from '../../src/kv/memory-kv-store.js';
import { SealedKvStore } from '../../src/kv/sealed-kv-store.js';
import { silentLogger } from '../../src/runtime/logger.js';
import { SCRUB_KEY } from '../../src/volume/replica/brick-records.js';
import { Scrub } from '../../src/volume/replica/scrub.js';
import { inodeKeyNamed } from '../support/heal-bench.js';
import { ManualClock } from '../support/manual-clock.js';

const DAY_MS = 86_400_000;
const MIB = 1_048_576;
const KEYS = Array.from({ length: 40 }, (_, nth) => inodeKeyNamed(`k${String(nth).padStart(2, '0')}`));
const VALUE_BYTES = 128 * 1_024;
const BIT = 11;

interface Bench {
  readonly disk?: MemoryDisk;
  readonly clock?: ManualClock;
  readonly intervalMs?: number;
  readonly isRepaired?: (key: Uint8Array) => boolean;
}

/** 5 MiB of records, and a scrub that reads 1 MiB a second. */
async function onBench({
  disk = new MemoryDisk(),
  clock = new ManualClock(),
  intervalMs = DAY_MS,
  isRepaired = () => true,
}: Bench = {}) {
  // The scrub goes by the calendar: this one begins long after 1970.
  if (clock.monotonicMs() === 0) await clock.advance(2 * DAY_MS);
  const kv = new SealedKvStore(new MemoryKvStore(disk));
  const edits = KEYS.map((key) => ({ key, value: Buffer.alloc(VALUE_BYTES, 7) }));
  if (disk.read().size === 0) await kv.commit(edits, { sync: true });
  const reported: string[] = [];
  const settings = { intervalMs, bytesPerSecond: MIB };
  const scrub = new Scrub({
    kv,
    clock,
    log: silentLogger,
    observe: () => undefined,
    space: () => ({ totalBytes: 0, availableBytes: 0 }),
    settings: () => settings,
    report: (key) => {
      reported.push(Buffer.from(key.subarray(1)).toString());
      if (isRepaired(key)) disk.flipBit(key, BIT);
    },
  });
  scrub.start();
  await clock.advance(0);
  /** Lets time pass second by second. */
  const pass = async (seconds: number): Promise<void> => {
    for (let ms = 0; ms < seconds * 1_000; ms += 100) await clock.advance(100);
  };
  return { disk, clock, kv, scrub, settings, reported, pass };
}

test('scrub: a new brick: is read at the pace that was set, and then at the interval', async () => {
  const { scrub, pass, clock } = await onBench();
  expect(scrub.state()).toMatchObject({ isUnderWay: true, endedAtMs: 0 });
  await pass(4);
  expect(scrub.state().isUnderWay).toBe(true);
  await pass(3);
  expect(scrub.state()).toMatchObject({ isUnderWay: false, damagedCount: 0, repairedCount: 0 });
  const { endedAtMs } = scrub.state();
  expect(endedAtMs).toBeGreaterThan(2 * DAY_MS + 3_000);
  await clock.advance(DAY_MS - 60_000);
  await pass(40);
  expect(scrub.state()).toMatchObject({ isUnderWay: false, endedAtMs });
  await pass(60);
  expect(scrub.state().endedAtMs).toBeGreaterThanOrEqual(endedAtMs + DAY_MS);
});

test('scrub: records are damaged: each is reported and counted, and nothing else', async () => {
  const { scrub, pass, disk, reported } = await onBench();
  for (const nth of [9, 10, 39]) disk.flipBit(KEYS[nth]!, BIT);
  await pass(8);
  expect(reported).toEqual(['k09', 'k10', 'k39']);
  expect(scrub.state()).toMatchObject({ isUnderWay: false, damagedCount: 3, repairedCount: 3 });
});

test('scrub: a record that cannot be repaired: is asked for again, then left for the next pass', async () => {
  const { scrub, pass, disk, reported } = await onBench({ isRepaired: () => false });
  disk.flipBit(KEYS[20]!, BIT);
  await pass(30);
  expect(reported.length).toBeGreaterThan(5);
  expect(scrub.state()).toMatchObject({ isUnderWay: false, damagedCount: 1, repairedCount: 0 });
});

test('scrub: restarted in the middle of a pass: goes on there, and remembers what it found', async () => {
  const clock = new ManualClock();
  const { scrub, pass, disk } = await onBench({ clock });
  await pass(3);
  disk.flipBit(KEYS[39]!, BIT);
  await pass(0.5);
  const stopped = scrub.stop();
  await clock.advance(0);
  await stopped;
  const again = await onBench({ disk, clock });
  expect(again.scrub.state()).toMatchObject({ isUnderWay: true, endedAtMs: 0 });
  expect(again.scrub.state().position.length).toBeGreaterThan(0);
  await again.pass(3);
  expect(again.scrub.state()).toMatchObject({ isUnderWay: false, damagedCount: 1, repairedCount: 1 });
});

test('scrub: its own record is damaged: begins anew', async () => {
  const clock = new ManualClock();
  const { scrub, pass, disk } = await onBench({ clock });
  await pass(8);
  await Promise.all([scrub.stop(), clock.advance(0)]);
  disk.flipBit(SCRUB_KEY, 3);
  const again = await onBench({ disk, clock });
  expect(again.scrub.state()).toMatchObject({ isUnderWay: true, endedAtMs: 0 });
});

test('scrub: turned off: does nothing until it is asked, then reads everything at full pace', async () => {
  const { scrub, pass, disk, reported } = await onBench({ intervalMs: 0 });
  disk.flipBit(KEYS[5]!, BIT);
  await pass(60);
  expect(scrub.state()).toMatchObject({ isUnderWay: false, endedAtMs: 0 });
  scrub.ask();
  expect(scrub.state().isUnderWay).toBe(true);
  await pass(2);
  expect(reported).toEqual(['k05']);
  expect(scrub.state()).toMatchObject({ isUnderWay: false, damagedCount: 1, repairedCount: 1 });
});

test('scrub: asked in the middle of a pass: begins anew, and finds what the pass was past', async () => {
  const { scrub, pass, disk, reported } = await onBench();
  await pass(4);
  disk.flipBit(KEYS[0]!, BIT);
  scrub.ask();
  await pass(2);
  expect(reported).toEqual(['k00']);
  expect(scrub.state().isUnderWay).toBe(false);
});

test('scrub: turned off in the middle of a pass: stops, and goes on when it is turned on', async () => {
  const { scrub, pass, settings } = await onBench();
  await pass(2);
  settings.intervalMs = 0;
  await pass(60);
  expect(scrub.state()).toMatchObject({ endedAtMs: 0 });
  settings.intervalMs = DAY_MS;
  await pass(40);
  expect(scrub.state().endedAtMs).toBeGreaterThan(0);
});
