import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { AssertionError } from '../../src/core/assert.js';
import { EntryWindow } from '../../src/replication/entry-window.js';
import {
  comparePositions,
  ORIGIN,
  quorumSize,
  samePosition,
  type Entry,
} from '../../src/replication/entry.js';
import {
  ACKNOWLEDGE_TIMEOUT_MS,
  ELECTION_RETRY_MS_MAX,
  ELECTION_RETRY_MS_MIN,
  ELECTION_SPREAD_MS,
  ELECTION_TIMEOUT_MS_MAX,
  ELECTION_TIMEOUT_MS_MIN,
  HEARTBEAT_INTERVAL_MS,
  LEASE_MS,
  LEASE_TRUSTED_MS,
  QUORUM_TIMEOUT_MS,
} from '../../src/replication/timing.js';
import { at, entry } from '../support/core-bench.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

test.each([
  { members: 1, quorum: 1 },
  { members: 2, quorum: 2 },
  { members: 3, quorum: 2 },
  { members: 4, quorum: 3 },
  { members: 5, quorum: 3 },
  { members: 6, quorum: 4 },
  { members: 7, quorum: 4 },
])('quorum: of $members members: is $quorum', ({ members, quorum }) => {
  expect(quorumSize(members)).toBe(quorum);
});

test('quorum: of any number: two of them always have a member in common', () => {
  for (let members = 1; members <= 100; members++) expect(2 * quorumSize(members)).toBeGreaterThan(members);
});

test.each([
  { a: at(1, 5), b: at(1, 5), sign: 0 },
  { a: at(1, 6), b: at(1, 5), sign: 1 },
  { a: at(2, 1), b: at(1, 9), sign: 1 },
  { a: at(1, 9), b: at(2, 1), sign: -1 },
])('position: $a against $b: compares as $sign', ({ a, b, sign }) => {
  expect(Math.sign(comparePositions(a, b))).toBe(sign);
  expect(samePosition(a, b)).toBe(sign === 0);
});

/** A manager must stop trusting its lease before any other brick can have been elected. */
test.each([
  ['the manager stops trusting its lease before the others do', LEASE_TRUSTED_MS, LEASE_MS],
  ['clocks that differ by 5 % do not matter', LEASE_TRUSTED_MS * 1.05, LEASE_MS * 0.95],
  ['nobody stands while the lease holds', LEASE_MS, ELECTION_TIMEOUT_MS_MIN],
  ['a lost heartbeat or two cost no lease', 3 * HEARTBEAT_INTERVAL_MS, LEASE_TRUSTED_MS],
  ['timeouts are drawn from a span', ELECTION_TIMEOUT_MS_MIN, ELECTION_TIMEOUT_MS_MAX],
  ['retries are drawn from a span', ELECTION_RETRY_MS_MIN, ELECTION_RETRY_MS_MAX],
  ['bricks that wait for a lease to end do not all stand together', 0, ELECTION_SPREAD_MS],
  ['a slow brick is left behind before the manager gives up', ACKNOWLEDGE_TIMEOUT_MS, QUORUM_TIMEOUT_MS],
  [
    'a brick that answers heartbeats is not taken for silent',
    3 * HEARTBEAT_INTERVAL_MS,
    ACKNOWLEDGE_TIMEOUT_MS,
  ],
])('timing: %s', (_, smaller, larger) => {
  expect(smaller).toBeLessThan(larger);
});

test('window: empty: its tail is its base, and it knows the term there', () => {
  const window = new EntryWindow(at(3, 7));
  expect(window.tail).toEqual(at(3, 7));
  expect(window.termAt(7)).toBe(3);
  expect([window.termAt(6), window.termAt(8)]).toEqual([undefined, undefined]);
  expect(window.from(8, 1_000)).toEqual([]);
});

test('window: an entry that does not follow, or of a lower term: is a broken invariant', () => {
  const window = new EntryWindow(at(3, 7));
  expect(() => window.push(entry(3, 9))).toThrow(AssertionError);
  expect(() => window.push(entry(3, 7))).toThrow(AssertionError);
  expect(() => window.push(entry(2, 8))).toThrow(AssertionError);
  window.push(entry(4, 8));
  expect(window.tail).toEqual(at(4, 8));
});

test.each([
  { bytesMax: 0, places: [1] },
  { bytesMax: 10, places: [1] },
  { bytesMax: 29, places: [1, 2] },
  { bytesMax: 30, places: [1, 2, 3] },
  { bytesMax: 1_000, places: [1, 2, 3, 4] },
])('window: asked for $bytesMax bytes: gives $places, at least one', ({ bytesMax, places }) => {
  const window = new EntryWindow(ORIGIN);
  for (let index = 1; index <= 4; index++) window.push(entry(1, index, { sizeBytes: 10 }));
  expect(window.from(1, bytesMax).map(({ index }) => index)).toEqual(places);
});

test('window: trimmed: lets go of what was dropped', async () => {
  const window = new EntryWindow(ORIGIN, { bytesMax: 10, entriesMax: 1_000 });
  const first = new WeakRef(pushed(window, 1));
  for (let index = 2; index <= 10; index++) pushed(window, index);
  window.trim(10);
  // A reference that was just made, or looked at, lives until the end of its job.
  await new Promise((resolve) => setImmediate(resolve));
  collectGarbage();
  expect(first.deref()).toBeUndefined();
  expect(window.tail).toEqual(at(1, 10));
});

function pushed(window: EntryWindow, index: number): Entry {
  const each = entry(1, index, { sizeBytes: 10 });
  window.push(each);
  return each;
}

test.each([
  { limits: { bytesMax: 1_000, entriesMax: 3 }, keepAfter: 99, first: 8 },
  { limits: { bytesMax: 25, entriesMax: 100 }, keepAfter: 99, first: 9 },
  { limits: { bytesMax: 0, entriesMax: 100 }, keepAfter: 99, first: 11 },
  { limits: { bytesMax: 0, entriesMax: 0 }, keepAfter: 6, first: 7 },
  { limits: { bytesMax: 0, entriesMax: 0 }, keepAfter: 0, first: 1 },
  { limits: { bytesMax: 1_000, entriesMax: 100 }, keepAfter: 99, first: 1 },
])(
  'window: trimmed to $limits, nothing after $keepAfter: begins at $first',
  ({ limits, keepAfter, first }) => {
    const window = new EntryWindow(ORIGIN, limits);
    for (let index = 1; index <= 10; index++) window.push(entry(index, index, { sizeBytes: 10 }));
    window.trim(keepAfter);
    expect(window.tail).toEqual(at(10, 10));
    expect(window.from(first - 1, 1_000)).toEqual([]);
    expect(window.from(first, 1_000).map(({ index }) => index)).toEqual(
      Array.from({ length: 11 - first }, (_, place) => first + place),
    );
    expect(window.termAt(first - 1)).toBe(first - 1);
    expect(window.termAt(first - 2)).toBeUndefined();
  },
);
