/** How far a heal has come, and how long it will take by the present rate. */
import { expect, test } from 'vitest';
import { KIB, MIB } from '../../src/core/limits.js';
import { HealMeter } from '../../src/volume/replica/heal-meter.js';
import { ManualClock } from '../support/manual-clock.js';

async function meterOnBench(total: { readonly entries: number; readonly bytes: number }) {
  const clock = new ManualClock();
  const meter = new HealMeter(clock);
  // What comes before the work, such as reading the journal, says nothing of its rate.
  await clock.advance(5_000);
  meter.expect(total);
  return { clock, meter };
}

const CHUNK = { entries: 1, bytes: 128 * KIB };
const SMALL = { entries: 1, bytes: 100 };

async function work(
  bench: Awaited<ReturnType<typeof meterOnBench>>,
  { count, everyMs, amount }: { count: number; everyMs: number; amount: typeof CHUNK },
): Promise<void> {
  for (let nth = 0; nth < count; nth++) {
    await bench.clock.advance(everyMs);
    bench.meter.healed(amount);
  }
}

test('heal meter: nothing healed, or only just begun: tells no rate and no time left', async () => {
  const bench = await meterOnBench({ entries: 10, bytes: 10 * CHUNK.bytes });
  expect(bench.meter.progress()).toMatchObject({ bytesPerSecond: 0, etaSeconds: undefined });
  await bench.clock.advance(10_000);
  expect(bench.meter.progress()).toMatchObject({ bytesPerSecond: 0, etaSeconds: undefined });
  const other = await meterOnBench({ entries: 10, bytes: 10 * CHUNK.bytes });
  await work(other, { count: 1, everyMs: 10, amount: CHUNK });
  expect(other.meter.progress()).toMatchObject({ healedBytes: CHUNK.bytes, etaSeconds: undefined });
});

test.each([
  { healed: 1_520, of: 10_520, everyMs: 10, rateMib: 12.5, etaSeconds: 90 },
  { healed: 9_999, of: 10_000, everyMs: 10, rateMib: 12.5, etaSeconds: 0.01 },
  { healed: 10_000, of: 10_000, everyMs: 10, rateMib: 12.5, etaSeconds: 0 },
])(
  'heal meter: a steady pace: after $healed of $of chunks $etaSeconds s are left',
  async ({ healed, of, everyMs, rateMib, etaSeconds }) => {
    const bench = await meterOnBench({ entries: of, bytes: of * CHUNK.bytes });
    await work(bench, { count: healed, everyMs, amount: CHUNK });
    const progress = bench.meter.progress();
    expect(progress.bytesPerSecond / MIB).toBeCloseTo(rateMib, 0);
    expect(progress.etaSeconds).toBeCloseTo(etaSeconds, 1);
  },
);

test('heal meter: the first fifteen seconds: tell a rate, and no time left', async () => {
  const bench = await meterOnBench({ entries: 10_000, bytes: 10_000 * CHUNK.bytes });
  for (let nth = 0; nth < 1_495; nth++) {
    await work(bench, { count: 1, everyMs: 10, amount: CHUNK });
    expect(bench.meter.progress().etaSeconds).toBeUndefined();
  }
  expect(bench.meter.progress().bytesPerSecond / MIB).toBeCloseTo(12.5, 0);
  await work(bench, { count: 25, everyMs: 10, amount: CHUNK });
  expect(bench.meter.progress().etaSeconds).toBeCloseTo(84.8, 0);
});

test('heal meter: what has changed since it was begun: is left too, and takes its time', async () => {
  const bench = await meterOnBench({ entries: 10_000, bytes: 10_000 * CHUNK.bytes });
  await work(bench, { count: 9_000, everyMs: 10, amount: CHUNK });
  const later = { entries: 500, bytes: 500 * CHUNK.bytes };
  const { totalEntries, totalBytes, healedEntries, etaSeconds } = bench.meter.progress(later);
  expect({ totalEntries, totalBytes, healedEntries }).toEqual({
    totalEntries: 10_500,
    totalBytes: 10_500 * CHUNK.bytes,
    healedEntries: 9_000,
  });
  expect(etaSeconds).toBeCloseTo(15, 1);
});

test('heal meter: a slow beginning: is not held against the rest', async () => {
  const bench = await meterOnBench({ entries: 10_000, bytes: 10_000 * CHUNK.bytes });
  await work(bench, { count: 200, everyMs: 45, amount: CHUNK });
  await work(bench, { count: 700, everyMs: 10, amount: CHUNK });
  expect(bench.meter.progress().etaSeconds).toBeCloseTo(91, 0);
});

test('heal meter: a very large heal: tells the time left after fifteen seconds', async () => {
  const bench = await meterOnBench({ entries: 1_000_000, bytes: 1_000_000 * CHUNK.bytes });
  await work(bench, { count: 1_520, everyMs: 10, amount: CHUNK });
  expect((bench.meter.progress().etaSeconds ?? 0) / 10_000).toBeCloseTo(1, 1);
});

test('heal meter: a second in which nothing comes: changes the time left by less than a fifth', async () => {
  const bench = await meterOnBench({ entries: 10_000, bytes: 10_000 * CHUNK.bytes });
  await work(bench, { count: 2_000, everyMs: 10, amount: CHUNK });
  await bench.clock.advance(1_000);
  expect(bench.meter.progress().etaSeconds).toBeLessThan(80 * 1.2);
});

test('heal meter: small entries first and bulk after: neither is taken for the pace of the other', async () => {
  const bench = await meterOnBench({ entries: 11_000, bytes: 10_000 * SMALL.bytes + 1_000 * CHUNK.bytes });
  // Each takes the time that its share of the work is worth.
  await work(bench, { count: 10_000, everyMs: (2 * KIB + SMALL.bytes) / 1_000, amount: SMALL });
  expect(bench.meter.progress().etaSeconds).toBeCloseTo((1_000 * (130 * KIB)) / 1_000 / 1_000, 0);
});

test('heal meter: clients begin to work: the time left follows the new pace within half a minute', async () => {
  const bench = await meterOnBench({ entries: 2_260, bytes: 2_260 * CHUNK.bytes });
  await work(bench, { count: 760, everyMs: 20, amount: CHUNK });
  expect(bench.meter.progress().etaSeconds).toBeCloseTo(30, 1);
  await work(bench, { count: 300, everyMs: 100, amount: CHUNK });
  const etaSeconds = bench.meter.progress().etaSeconds ?? 0;
  expect(etaSeconds).toBeGreaterThan(120 * 0.8);
  expect(etaSeconds).toBeLessThan(120 * 1.2);
});

test('heal meter: nothing comes any more: the time left grows while that lasts', async () => {
  const bench = await meterOnBench({ entries: 2_520, bytes: 2_520 * CHUNK.bytes });
  await work(bench, { count: 1_520, everyMs: 10, amount: CHUNK });
  expect(bench.meter.progress().etaSeconds).toBeCloseTo(10, 1);
  await bench.clock.advance(10_000);
  expect(bench.meter.progress().etaSeconds).toBeGreaterThan(20);
});
