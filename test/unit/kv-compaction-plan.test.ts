import { expect, test } from 'vitest';
import { firstOverlap, roomNeeded } from '../../src/kv/compaction-plan.js';
import type { Table } from '../../src/kv/leveldb-manifest.js';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const LIMITS = { tableBytes: 10, writeBufferBytes: 80 };

/** `1:b-d` is a table of level 1, of 10 bytes unless more are said: `1:b-d:7`. */
const tablesOf = (...names: string[]): Table[] =>
  names.map((name) => {
    const [level, keys, sizeBytes] = name.split(':');
    const [smallest, largest] = keys!.split('-').map(bytes);
    return {
      level: Number(level),
      smallest: smallest!,
      largest: largest!,
      sizeBytes: Number(sizeBytes ?? 10),
    };
  });

/** `count` tables of a level, one beside the other, from key 001 on. */
const rowOf = (level: number, count: number): string[] =>
  Array.from({ length: count }, (_, nth) => {
    const key = String(nth + 1).padStart(3, '0');
    return `${level}:${key}-${key}z`;
  });

test.each<{ layout: string; tables: string[]; from: string; to: string; want: string | undefined }>([
  { layout: 'no table', tables: [], from: 'a', to: 'z', want: undefined },
  { layout: 'one level', tables: ['2:a-c', '2:d-f'], from: 'a', to: 'z', want: undefined },
  { layout: 'neighbours that share a key', tables: ['1:a-c', '1:c-f'], from: 'a', to: 'z', want: undefined },
  { layout: 'one above another', tables: ['2:a-f', '1:d-h'], from: 'a', to: 'z', want: 'd' },
  { layout: 'the range begins amid both', tables: ['2:a-f', '1:b-h'], from: 'd', to: 'z', want: 'd' },
  { layout: 'they meet before the range', tables: ['2:a-f', '1:b-h'], from: 'g', to: 'z', want: undefined },
  { layout: 'they meet after the range', tables: ['2:a-f', '1:d-h'], from: 'a', to: 'd', want: undefined },
  { layout: 'levels apart', tables: ['4:c-f', '1:a-h'], from: 'a', to: 'z', want: 'c' },
  { layout: 'a gap between', tables: ['1:a-b', '2:c-d', '1:e-k', '2:f-g'], from: 'a', to: 'z', want: 'f' },
  { layout: 'level 0 alone', tables: ['0:b-d'], from: 'a', to: 'z', want: 'b' },
])('compaction plan: $layout: something is to gain from $want on', ({ tables, from, to, want }) => {
  const found = firstOverlap(tablesOf(...tables), { from: bytes(from), to: bytes(to) });
  expect(found === undefined ? undefined : Buffer.from(found).toString()).toBe(want);
});

test.each<{ layout: string; tables: string[]; key: string; want: number }>([
  { layout: 'nothing', tables: [], key: 'a', want: 0 },
  { layout: 'one above one', tables: ['1:a-c', '2:b-d'], key: 'b', want: 20 },
  { layout: 'others are not touched', tables: ['1:a-c', '2:b-d', '1:e-f', '2:e-f'], key: 'b', want: 20 },
  { layout: 'a neighbour may be taken along', tables: ['1:a-c', '1:d-e', '2:b-e'], key: 'b', want: 30 },
  { layout: 'one that spans 34', tables: ['1:000-999', ...rowOf(2, 34)], key: '001', want: 350 },
  { layout: 'level 0 spans all', tables: ['0:000-999', ...rowOf(1, 34)], key: '001', want: 350 },
  { layout: 'level 0 goes together', tables: ['0:a-c:5', '0:b-f:6', '1:e-f:7'], key: 'a', want: 18 },
  { layout: 'what comes down, and what lies there', tables: ['1:a-c', '2:b-d', '3:d-f'], key: 'b', want: 30 },
  {
    layout: 'what comes down is cut by then',
    tables: ['1:001-002', '2:001-040', ...rowOf(3, 40)],
    key: '001',
    want: 260,
  },
])('compaction plan: $layout: it needs $want bytes', ({ tables, key, want }) => {
  const needed = roomNeeded(tablesOf(...tables), bytes(key), { ...LIMITS, isMemtableEmpty: true });
  expect(needed - 2 * LIMITS.writeBufferBytes).toBe(want);
});

test('compaction plan: a memtable whose keys are not known: may lie above everything', () => {
  const tables = tablesOf('0:a-b', '1:k-l', '1:x-z');
  const needed = roomNeeded(tables, bytes('a'), { ...LIMITS, isMemtableEmpty: false });
  expect(needed).toBe(3 * LIMITS.writeBufferBytes + 30);
});
