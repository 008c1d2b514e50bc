/** Whatever happens to a stored value, encrypted or not, it is not taken for what was stored. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DamagedRecordError } from '../../src/core/errors.js';
import { KEY_KIND } from '../../src/core/key-kind.js';
import { dataOf, seal } from '../../src/core/seal.js';
import { CodedKvStore } from '../../src/kv/coded-kv-store.js';
import type { KvStore } from '../../src/kv/kv-store.js';
import { MemoryDisk, MemoryKvStore } from '../../src/kv/memory-kv-store.js';
import { SealedKvStore } from '../../src/kv/sealed-kv-store.js';
import { aCipher } from '../support/ciphers.js';
import { comparable } from '../support/comparable.js';

const END = Buffer.of(0xff, 0xff, 0xff);
const key = fc.uint8Array({ minLength: 1, maxLength: 20 }).filter((bytes) => bytes[0] !== 0xff);
const value = fc.uint8Array({ maxLength: 300 });

/** As the file system hands it over: chunks sealed already. */
const asWritten = (under: Uint8Array, data: Uint8Array): Uint8Array =>
  under[0] === KEY_KIND.chunk ? seal(under, [data]) : data;

type Dressed = (store: KvStore) => KvStore;

const FORMS: readonly { readonly form: string; readonly dressed: Dressed }[] = [
  { form: 'sealed', dressed: (store) => store },
  { form: 'sealed and encrypted', dressed: (store) => new CodedKvStore(store, aCipher()) },
];

async function storing(under: Uint8Array, data: Uint8Array, dressed: Dressed = (store) => store) {
  const disk = new MemoryDisk();
  const store = new SealedKvStore(dressed(new MemoryKvStore(disk)));
  await store.commit([{ key: under, value: asWritten(under, data) }]);
  return { disk, store };
}

async function* once<T>(read: Promise<T>): AsyncGenerator<T> {
  yield await read;
}

/** Every way to read, one after the other. */
function readsOf(store: SealedKvStore, under: Uint8Array): AsyncIterable<unknown>[] {
  const range = { from: under, to: END };
  const snapshot = store.snapshot();
  return [
    once(store.get(under)),
    once(store.getMany([under])),
    store.scan(range),
    once(snapshot.get(under)),
    once(snapshot.getMany([under])),
    snapshot.scan(range),
  ];
}

async function expectDamaged(store: SealedKvStore, under: Uint8Array): Promise<void> {
  for (const read of readsOf(store, under)) {
    const failure: unknown = await drained(read).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(DamagedRecordError);
    expect(comparable((failure as DamagedRecordError).key)).toEqual(comparable(under));
  }
  expect(() => store.getSync(under)).toThrow(DamagedRecordError);
}

async function drained(read: AsyncIterable<unknown>): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const one of read) found.push(one);
  return found;
}

async function auditOf(store: SealedKvStore): Promise<boolean[]> {
  const found: boolean[] = [];
  for await (const { isSound } of store.audit({ from: Buffer.of(0), to: END })) found.push(isSound);
  return found;
}

const rawOf = (disk: MemoryDisk, under: Uint8Array): Uint8Array =>
  disk.read().get(Buffer.from(under).toString('latin1'))!;

const FLIPPED = 'any bit of any stored value flipped: every read finds it, and names the key';

test.each(FORMS)(`prop: $form store: ${FLIPPED}`, async ({ dressed }) => {
  const cases = fc.record({ key, value, at: fc.nat() });
  const property = fc.asyncProperty(cases, async ({ key, value, at }) => {
    const { disk, store } = await storing(key, value, dressed);
    const bits = rawOf(disk, key).length * 8;
    disk.flipBit(key, at % bits);
    await expectDamaged(store, key);
    expect(await auditOf(store)).toEqual([false]);
    disk.flipBit(key, at % bits);
    expect(comparable(await store.get(key))).toEqual(comparable(asWritten(key, value)));
  });
  await fc.assert(property);
});

const MISPLACED = 'a value under the key of another, or too short: is found';

test.each(FORMS)(`prop: $form store: ${MISPLACED}`, async ({ dressed }) => {
  const cases = fc.record({ key, other: key, value, length: fc.nat({ max: 3 }) });
  const property = fc.asyncProperty(cases, async ({ key, other, value, length }) => {
    fc.pre(Buffer.compare(key, other) !== 0);
    const { disk, store } = await storing(key, value, dressed);
    const moved = rawOf(disk, key);
    disk.write([{ key: other, value: moved }], true);
    await expectDamaged(store, other);
    disk.write([{ key, value: moved.subarray(0, length) }], true);
    await expectDamaged(store, key);
  });
  await fc.assert(property);
});

test('prop: sealed store: what was stored: comes back, and is one checksum longer on the disk', async () => {
  const property = fc.asyncProperty(key, value, async (key, value) => {
    const { disk, store } = await storing(key, value);
    const raw = rawOf(disk, key);
    expect(comparable(dataOf(raw))).toEqual(comparable(value));
    expect(comparable(await store.get(key))).toEqual(comparable(asWritten(key, value)));
    expect(await auditOf(store)).toEqual([true]);
  });
  await fc.assert(property);
});
