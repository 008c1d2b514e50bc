import { expect, test } from 'vitest';
import { MemoryKvStore } from '../../src/kv/memory-kv-store.js';
import { ReplicatedState } from '../../src/volume/replicated-state.js';
import { extend, inodeKeyNamed, type Edits } from '../support/heal-bench.js';

const RANGE = [inodeKeyNamed('a'), inodeKeyNamed('z')] as const;

/** a to f are stored and committed; the changes are pending. */
async function stateWith(...changes: Edits[]) {
  const store = new MemoryKvStore();
  const past = extend([], 1, { a: '1', b: '1', c: '1', d: '1', e: '1', f: '1' });
  await store.commit(past[0]!.edits);
  const state = new ReplicatedState(store);
  const pending = extend(past, 1, ...changes).slice(1);
  state.add(pending);
  return { store, state, pending };
}

test.each<{ pending: string; changes: Edits[]; found: string }>([
  { pending: 'nothing', changes: [], found: 'a=1 b=1' },
  { pending: 'removals of the first ones', changes: [{ a: undefined, b: undefined }], found: 'c=1 d=1' },
  { pending: 'removals one by one', changes: [{ a: undefined }, { c: undefined }], found: 'b=1 d=1' },
  {
    pending: 'all removed but the last',
    changes: [{ a: undefined, b: undefined, c: undefined, d: undefined, e: undefined }],
    found: 'f=1',
  },
  { pending: 'a key before all others', changes: [{ Z: 'out of range', aa: '2' }], found: 'a=1 aa=2' },
  { pending: 'a change of a change', changes: [{ a: '2' }, { a: '3' }], found: 'a=3 b=1' },
  { pending: 'a removal and its return', changes: [{ a: undefined }, { a: '' }], found: 'a= b=1' },
])('state: scan for two, pending $pending: finds "$found"', async ({ changes, found }) => {
  const { state } = await stateWith(...changes);
  const reader = state.read();
  const entries = await reader.scan(...RANGE, 2);
  const shown = entries.map(({ key, value }) => {
    const [name, text] = [key.subarray(1), value].map((bytes) => Buffer.from(bytes).toString());
    return `${name}=${text}`;
  });
  expect(shown.join(' ')).toBe(found);
  await reader.release();
});

test('state: a change is settled while a newer one of the same key is pending: the newer one stays', async () => {
  const { state, store, pending } = await stateWith({ a: '2' }, { a: '3' });
  await store.commit(pending[0]!.edits);
  state.settle(2);
  const reader = state.read();
  expect(Buffer.from(reader.get(inodeKeyNamed('a'))!).toString()).toBe('3');
  expect(reader.dependsOnIndex).toBe(3);
});

test('state: cleared: nothing of what was pending is left', async () => {
  const { state } = await stateWith({ a: '2' }, { b: undefined });
  state.clear();
  const reader = state.read();
  expect(Buffer.from(reader.get(inodeKeyNamed('a'))!).toString()).toBe('1');
  expect([reader.dependsOnIndex, state.pendingBytes, state.pendingEntries]).toEqual([0, 0, 0]);
});
