import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MemoryKvStore } from '../../src/kv/memory-kv-store.js';
import type { Entry } from '../../src/replication/entry.js';
import { ReplicatedState } from '../../src/volume/replicated-state.js';

const NAMES = ['a', 'aa', 'b', 'c', 'd', 'e'];
const name = fc.constantFrom(...NAMES);
const edits = fc.array(fc.tuple(name, fc.option(fc.constantFrom('', '1', '2', '3'), { nil: undefined })), {
  maxLength: 3,
});

const action = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), edits }),
  fc.record({ kind: fc.constant('store' as const) }),
  fc.record({ kind: fc.constant('settle' as const) }),
  fc.record({ kind: fc.constant('clear' as const) }),
);
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;
const actions = fc.array(
  fc.oneof({ weight: 5, arbitrary: action.filter(({ kind }) => kind !== 'clear') }, action),
  { maxLength: 25 },
);
const scan = fc.record({ from: name, to: name, entriesMax: fc.nat({ max: 7 }) });

const bytes = (text: string): Uint8Array => Buffer.from(text);
const text = (value: Uint8Array | undefined): string | undefined =>
  value === undefined ? undefined : Buffer.from(value).toString();

/** A history, how much of it is stored, and how much of that is committed; states are made by replaying it. */
class Bench {
  readonly store = new MemoryKvStore();
  readonly state = new ReplicatedState(this.store);
  private history: Entry[] = [];
  private storedIndex = 0;
  private settledIndex = 0;

  async apply(action: Action): Promise<void> {
    switch (action.kind) {
      case 'add': {
        this.add(action.edits);
        return;
      }
      case 'store': {
        const next = this.history[this.storedIndex];
        if (next === undefined) return;
        await this.store.commit(next.edits);
        this.storedIndex++;
        return;
      }
      case 'settle':
        if (this.settledIndex === this.storedIndex) return;
        this.settledIndex++;
        this.state.settle(this.settledIndex);
        return;
      case 'clear':
        this.state.clear();
        this.history = this.history.slice(0, this.storedIndex);
        this.settledIndex = this.storedIndex;
    }
  }

  private add(edits: readonly (readonly [string, string | undefined])[]): void {
    const entry: Entry = {
      term: 1,
      index: this.history.length + 1,
      sync: false,
      checkpoint: false,
      edits: edits.map(([key, value]) => ({
        key: bytes(key),
        value: value === undefined ? undefined : bytes(value),
      })),
      sizeBytes: 10,
    };
    this.history.push(entry);
    this.state.add([entry]);
  }

  /** What a reader finds, key by key. */
  visible(): Map<string, string> {
    const found = new Map<string, string>();
    for (const { edits } of this.history) {
      for (const { key, value } of edits) {
        if (value === undefined) found.delete(text(key)!);
        else found.set(text(key)!, text(value)!);
      }
    }
    return found;
  }

  /** The newest change of any of the keys that is not committed, or 0. */
  dependsOn(keys: readonly string[]): number {
    const touching = keys.map((key) => {
      const newest = this.history.findLast(({ edits }) => edits.some((edit) => text(edit.key) === key));
      return newest === undefined || newest.index <= this.settledIndex ? 0 : newest.index;
    });
    return Math.max(0, ...touching);
  }

  get pending(): number {
    return this.history.length - this.settledIndex;
  }
}

async function benchAfter(actions: readonly Action[]): Promise<Bench> {
  const bench = new Bench();
  for (const action of actions) await bench.apply(action);
  return bench;
}

test('prop: state: single reads: see every change that has its place, and know what they depend on', async () => {
  const agrees = fc.asyncProperty(actions, fc.array(name), async (actions, keys) => {
    const bench = await benchAfter(actions);
    const visible = bench.visible();
    const reader = bench.state.read();
    expect(keys.map((key) => text(reader.get(bytes(key))))).toEqual(keys.map((key) => visible.get(key)));
    expect(reader.dependsOnIndex).toBe(bench.dependsOn(keys));
    expect(bench.state.pendingEntries).toBe(bench.pending);
    expect(bench.state.pendingBytes).toBe(bench.pending * 10);
  });
  await fc.assert(agrees, { numRuns: 300 });
});

test('prop: state: many at once: the same, each in its place', async () => {
  const agrees = fc.asyncProperty(actions, fc.array(name), async (actions, keys) => {
    const bench = await benchAfter(actions);
    const visible = bench.visible();
    const reader = bench.state.read();
    expect((await reader.getMany(keys.map(bytes))).map(text)).toEqual(keys.map((key) => visible.get(key)));
    expect(reader.dependsOnIndex).toBe(bench.dependsOn(keys));
    await reader.release();
  });
  await fc.assert(agrees, { numRuns: 300 });
});

test('prop: state: a scan: merges what is stored with what is pending, in order and up to its limit', async () => {
  const agrees = fc.asyncProperty(actions, scan, async (actions, { from, to, entriesMax }) => {
    const bench = await benchAfter(actions);
    const inRange = (key: string): boolean => key >= from && key < to;
    const wanted = [...bench.visible()].filter(([key]) => inRange(key)).sort();
    const reader = bench.state.read();
    const found = await reader.scan(bytes(from), bytes(to), entriesMax);
    expect(found.map(({ key, value }) => [text(key), text(value)])).toEqual(wanted.slice(0, entriesMax));
    // It may wait for more than it needs, never for less.
    expect(reader.dependsOnIndex).toBeGreaterThanOrEqual(bench.dependsOn(found.map(({ key }) => text(key)!)));
    expect(reader.dependsOnIndex).toBeLessThanOrEqual(bench.dependsOn(NAMES.filter(inRange)));
    await reader.release();
  });
  await fc.assert(agrees, { numRuns: 500 });
});

test('prop: state: a scan that finds a removal pending: depends on it', async () => {
  const agrees = fc.asyncProperty(actions, name, async (actions, key) => {
    const bench = await benchAfter(actions);
    await bench.apply({ kind: 'add', edits: [[key, undefined]] });
    const reader = bench.state.read();
    await reader.scan(bytes('a'), bytes('z'), 10);
    expect(reader.dependsOnIndex).toBe(bench.dependsOn([key]));
    await reader.release();
  });
  await fc.assert(agrees);
});

test('prop: state: a reader: sees one moment, whatever happens after its first look', async () => {
  const agrees = fc.asyncProperty(actions, actions, scan, async (before, after, { from, to, entriesMax }) => {
    const bench = await benchAfter(before);
    const visible = bench.visible();
    const reader = bench.state.read();
    await reader.getMany([bytes('a')]);
    for (const action of after) await bench.apply(action);
    const found = await reader.scan(bytes(from), bytes(to), entriesMax);
    const wanted = [...visible].filter(([key]) => key >= from && key < to).sort();
    expect(found.map(({ key, value }) => [text(key), text(value)])).toEqual(wanted.slice(0, entriesMax));
    expect((await reader.getMany(NAMES.map(bytes))).map(text)).toEqual(NAMES.map((key) => visible.get(key)));
    await reader.release();
  });
  await fc.assert(agrees, { numRuns: 300 });
});
