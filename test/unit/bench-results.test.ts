import { expect, test } from 'vitest';
import {
  compare,
  medianOf,
  timesBetter,
  worstUsOf,
  type RowResult,
  type SideResult,
} from '../bench/results.js';
import { parseDbench } from '../bench/rows/tools.js';
import { figureOf, type Unit } from '../bench/scenario.js';
import { median } from '../bench/statistics.js';
import { latencyText, numberText, ratioText } from '../bench/report/figures.js';
import { parseExtents } from '../bench/growth/run-growth.js';

const side = (name: string, role: SideResult['role'], ...values: (number | undefined)[]): SideResult => ({
  side: name,
  role,
  rounds: values.map((value) => (value === undefined ? undefined : { value })),
  failures: [],
});

const row = (unit: Unit, ...sides: SideResult[]): RowResult => ({
  title: 'a row',
  unit,
  measures: '',
  goal: '',
  sides,
});

test.each([
  { values: [3, 1, 2], want: 2 },
  { values: [4, 1, 2, 3], want: 2.5 },
  { values: [7], want: 7 },
  { values: [], want: NaN },
])('bench: the median of $values is $want', ({ values, want }) => {
  expect(median(values)).toBe(want);
});

test('bench: a rate twice as high is twice as good, and so is half the time', () => {
  const [ours, theirs] = [side('hafs', 'hafs', 10, 10), side('x', 'peer', 5, 5)];
  expect(timesBetter('op/s', ours, theirs)).toBe(2);
  expect(timesBetter('s', ours, theirs)).toBe(0.5);
});

test('bench: a machine that is ten times slower in one round does not change a ratio', () => {
  const [ours, theirs] = [side('hafs', 'hafs', 100, 10, 100), side('x', 'peer', 50, 5, 50)];
  expect(timesBetter('op/s', ours, theirs)).toBe(2);
});

test('bench: a round that one side has failed in is left out of the ratio', () => {
  const [ours, theirs] = [side('hafs', 'hafs', 4, 100), side('x', 'peer', 2, undefined)];
  expect(timesBetter('op/s', ours, theirs)).toBe(2);
  expect(medianOf(theirs)).toBe(2);
});

test('bench: the best peer is the one that hafs is least ahead of', () => {
  const peers = [side('a', 'peer', 5), side('b', 'peer', 8)];
  const result = compare(row('op/s', side('hafs', 'hafs', 16), ...peers, side('ext4', 'limit', 32)));
  expect(result).toEqual({ peer: 2, limit: 0.5 });
});

test('bench: without a peer there is no ratio to one', () => {
  expect(compare(row('op/s', side('hafs', 'hafs', 1), side('ext4', 'limit', 2)))).toEqual({
    peer: NaN,
    limit: 0.5,
  });
});

test('bench: the worst latency is that of all rounds', () => {
  const timed = {
    ...side('hafs', 'hafs'),
    rounds: [{ value: 1, worstUs: 5 }, undefined, { value: 1, worstUs: 9 }],
  };
  expect(worstUsOf(timed)).toBe(9);
  expect(worstUsOf(side('hafs', 'hafs', 1))).toBeNaN();
});

test('bench: errors and stale answers of the driver are remarked, not hidden', () => {
  const result = { operations: 9, seconds: 1, perSecond: 9, p50Us: 1, p99Us: 2, worstUs: 3 };
  expect(figureOf({ ...result, errors: 2, firstError: 'EIO', stale: 1 }).remark).toBe(
    '2 × EIO, 1 stale answers',
  );
  expect(figureOf({ ...result, errors: 0, firstError: '', stale: 0 }).remark).toBeUndefined();
});

test.each([
  { value: 0.12345, want: '0.123' },
  { value: 12.345, want: '12.3' },
  { value: 123_456.7, want: '123,457' },
  { value: NaN, want: '-' },
])('bench: $value is shown as $want', ({ value, want }) => {
  expect(numberText(value)).toBe(want);
});

test('bench: latencies and ratios say their unit', () => {
  expect([latencyText(12), latencyText(12_000), ratioText(2), ratioText(NaN)]).toEqual([
    '12.0 µs',
    '12.0 ms',
    '2.00 ×',
    '-',
  ]);
});

test("bench: dbench's last line is a throughput and its worst latency", () => {
  const text = 'Operation\n\nThroughput 123.4 MB/sec  4 clients  4 procs  max_latency=56.789 ms\n';
  expect(parseDbench(text)).toEqual({ value: 123.4, worstUs: 56_789 });
  expect(() => parseDbench('nothing')).toThrow('dbench');
});

test('bench: an axis of growth is told by its name and how far to go', () => {
  const [first, second] = parseExtents('directory:1000,size');
  expect([first?.axis.name, first?.max, second?.axis.name, second?.max]).toEqual([
    'directory',
    1_000,
    'size',
    Infinity,
  ]);
  expect(() => parseExtents('width')).toThrow('none of directory, volume, mounts, size');
});
