/** Heals in which a record of either brick does not match its checksum. */
import { expect, test } from 'vitest';
import { DamagedRecordError } from '../../src/core/errors.js';
import { journalKey } from '../../src/volume/replica/brick-records.js';
import { Checkpoints } from '../../src/volume/replica/checkpoints.js';
import { extend, heal, inodeKeyNamed, stateAfter, TestBrick } from '../support/heal-bench.js';

const PAST = extend([], 1, { a: '1', b: '1', c: '1' });
const HISTORY = extend(PAST, 3, { b: '2' }, { c: undefined, d: '3' });
const BIT = 5;

async function pair(history = PAST) {
  const source = await TestBrick.holding('a', HISTORY, HISTORY.length);
  const sink = await TestBrick.holding('b', history, PAST.length);
  return { source, sink };
}

test.each(['a', 'b', 'c'])(
  'heal: in full: the brick’s %s is damaged: its range is replaced',
  async (name) => {
    const { source, sink } = await pair();
    sink.disk.flipBit(inodeKeyNamed(name), BIT);
    await heal(source, sink, { term: 3, full: true });
    expect(sink.state()).toEqual(stateAfter(HISTORY));
    expect(sink.store.restored().health).toBe('whole');
  },
);

test('heal: by the journal: what is sent anew was damaged: it is sound again', async () => {
  const { source, sink } = await pair();
  sink.disk.flipBit(inodeKeyNamed('b'), BIT);
  await heal(source, sink, { term: 3 });
  expect(sink.state()).toEqual(stateAfter(HISTORY));
});

test.each([
  { what: 'a value', key: inodeKeyNamed('b'), full: false },
  { what: 'a value', key: inodeKeyNamed('a'), full: true },
  { what: 'the journal', key: journalKey(3), full: false },
])('heal: $what of the source is damaged (in full: $full): fails, and names it', async ({ key, full }) => {
  const { source, sink } = await pair();
  source.disk.flipBit(key, BIT);
  const failure: unknown = await heal(source, sink, { term: 3, full }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(DamagedRecordError);
  expect(Buffer.from((failure as DamagedRecordError).key)).toEqual(Buffer.from(key));
  source.disk.flipBit(key, BIT);
  await heal(source, sink, { term: 3 });
  expect(sink.state()).toEqual(stateAfter(HISTORY));
});

test.each([
  { what: 'it has changed itself', history: PAST, key: inodeKeyNamed('b') },
  { what: 'only the brick has changed', history: extend(PAST, 2, { a: 'x' }), key: inodeKeyNamed('a') },
])(
  'heal: no majority, and what $what is damaged at the source: the brick stays the copy that it is',
  async ({ history, key }) => {
    const { source, sink } = await pair(history);
    source.disk.flipBit(key, BIT);
    const before = sink.store.restored();
    await expect(heal(source, sink, { term: 3, hasMajority: false })).rejects.toThrow(DamagedRecordError);
    expect(sink.store.restored()).toEqual(before);
    expect(sink.state()).toEqual(stateAfter(history));
    source.disk.flipBit(key, BIT);
    await heal(source, sink, { term: 3, hasMajority: false });
    expect(sink.state()).toEqual(stateAfter(HISTORY));
  },
);

test('heal: no majority, and the brick must be compared whole: is asked once more than else, and healed', async () => {
  const { source, sink } = await pair(extend(PAST, 2, { own: 'x' }));
  sink.disk.flipBit(journalKey(2), BIT);
  const { sent } = await heal(source, sink, { term: 3, hasMajority: false });
  expect(sent.slice(0, 3)).toMatchObject([
    { kind: 'healBegin', probe: true },
    { kind: 'healBegin', probe: false, full: false },
    { kind: 'healBegin', probe: false, full: true },
  ]);
  expect(sink.state()).toEqual(stateAfter(HISTORY));
});

test('heal: the source has forgotten a damaged piece of its journal: the heal is a full one', async () => {
  const { source, sink } = await pair();
  source.disk.flipBit(journalKey(2), BIT);
  await source.store.forgetJournal(2);
  const { sent } = await heal(source, sink, { term: 3 });
  expect(sent[0]).toMatchObject({ kind: 'healBegin', full: true });
  expect(sink.state()).toEqual(stateAfter(HISTORY));
});

test('heal: the brick’s own journal is damaged where it may have to be undone: asks for a full one, and gets it', async () => {
  const { source, sink } = await pair(extend(PAST, 2, { own: 'x' }));
  sink.disk.flipBit(journalKey(2), BIT);
  const { sent } = await heal(source, sink, { term: 3 });
  expect(sent.slice(0, 2)).toMatchObject([
    { kind: 'healBegin', full: false },
    { kind: 'healBegin', full: true },
  ]);
  expect(sink.state()).toEqual(stateAfter(HISTORY));
  expect(sink.store.restored().health).toBe('whole');
});

test('checkpoint: a record is damaged: there is no checksum, and it says why', async () => {
  const brick = await TestBrick.holding('a', HISTORY, HISTORY.length);
  brick.disk.flipBit(inodeKeyNamed('d'), BIT);
  const checkpoints = new Checkpoints(brick.store.kv, () => undefined);
  checkpoints.take(3);
  await new Promise((resolve) => setImmediate(resolve));
  expect(checkpoints.at(3)).toMatchObject({ checksum: '' });
  expect(checkpoints.at(3)?.problem).toMatch(/does not match its checksum/);
});
