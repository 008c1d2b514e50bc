/** What a heal by the journal holds in one message, and in memory. */
import { expect, test, vi } from 'vitest';
import type { Edit } from '../../src/core/edit.js';
import { MIB } from '../../src/core/limits.js';
import type { Entry } from '../../src/replication/entry.js';
import { extend, heal, stateAfter, TestBrick, type Edits } from '../support/heal-bench.js';

/** Committed everywhere before the brick went away. */
const PAST = extend([], 1, { a: 'a1', b: 'b1' }, { c: 'c1', d: 'd1' }, { e: 'e1' });

interface Given {
  /** What the brick has of its own, never committed. */
  readonly undone?: readonly Edits[];
  /** What the others went on with, committed. */
  readonly missed?: readonly Edits[];
  /** What the source has besides, not committed yet. */
  readonly pending?: readonly Edits[];
}

async function bench({ undone = [], missed = [], pending = [] }: Given) {
  const committed = extend(PAST, 3, {}, ...missed);
  const history: readonly Entry[] = extend(committed, 3, ...pending);
  const source = await TestBrick.holding('a', history, committed.length);
  const sink = await TestBrick.holding('b', extend(PAST, 2, ...undone), PAST.length);
  return { source, sink, history };
}

const isLarge = ({ value }: Edit): boolean => (value?.length ?? 0) >= MIB;

test('heal: by the journal: hundreds of keys and large values: arrive in batches of bounded size', async () => {
  const many = Object.fromEntries(Array.from({ length: 700 }, (_, nth) => [`k${nth}`, `v${nth}`]));
  const large = { big1: 'x'.repeat(400_000), big2: 'y'.repeat(400_000), big3: 'z'.repeat(1_900_000) };
  const { source, sink, history } = await bench({ missed: [many, large] });
  const { sent } = await heal(source, sink, { term: 3 });
  expect(sink.state()).toEqual(stateAfter(history));
  const batches = sent.flatMap((message) => (message.kind === 'healBatch' ? [message.edits] : []));
  const sizes = batches.map((edits) => edits.reduce((sum, { value }) => sum + (value?.length ?? 0), 0));
  expect(Math.max(...batches.map((edits) => edits.length))).toBeLessThanOrEqual(256);
  expect(sizes.filter((size) => size > 1_100_000)).toEqual([1_900_000]);
});

test('heal: by the journal: a large deletion, whose records are long: no message has more than a mebibyte and one of them', async () => {
  const step = (nth: number): Edits =>
    Object.fromEntries(
      Array.from({ length: 4_096 }, (_, chunk) => [`file/chunk/${nth}/${chunk}`, undefined]),
    );
  const missed = Array.from({ length: 30 }, (_, nth) => step(nth));
  const { source, sink, history } = await bench({ missed });
  const { sent } = await heal(source, sink, { term: 3 });
  expect(sink.state()).toEqual(stateAfter(history));
  const journals = sent.flatMap((message) => (message.kind === 'healBatch' ? [message.journal] : []));
  const sizes = journals.map((records) => records.reduce((sum, { bytes }) => sum + bytes.length, 0));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeGreaterThan(3 * MIB);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(MIB);
});

test('heal: by the journal: more undone keys than are told in one message: is a full heal instead', async () => {
  const undone = Array.from({ length: 17 }, (_, nth) =>
    Object.fromEntries(Array.from({ length: 4_096 }, (_, key) => [`undone/${nth}/${key}`, 'x'])),
  );
  const { source, sink, history } = await bench({ undone, missed: [{ a: 'a2' }] });
  const { sent } = await heal(source, sink, { term: 3 });
  expect(sent.filter(({ kind }) => kind === 'healBegin')).toMatchObject([{ full: false }, { full: true }]);
  expect(sink.state()).toEqual(stateAfter(history));
});

test('heal: a large one: is brought to the disk as it goes, not all of it at the end', async () => {
  const large = Array.from({ length: 24 }, (_, nth) => ({ [`big${nth}`]: 'x'.repeat(MIB) }));
  const { source, sink } = await bench({ missed: large });
  const commit = vi.spyOn(sink.kv, 'commit');
  await heal(source, sink, { term: 3 });
  const syncs = commit.mock.calls.filter(([edits, options]) => options?.sync === true && edits.some(isLarge));
  expect(syncs).toHaveLength(3);
});

test('heal: by the journal: more undecided keys than can be noted: is a full heal instead', async () => {
  const pending = [Object.fromEntries(Array.from({ length: 16_385 }, (_, nth) => [`k${nth}`, '']))];
  const { source, sink, history } = await bench({ undone: [{ x: 'x' }], pending });
  const { sent } = await heal(source, sink, { term: 3 });
  expect(sent[0]).toMatchObject({ kind: 'healBegin', full: true });
  expect(sink.state()).toEqual(stateAfter(history));
});
