import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CodedKvStore } from '../../src/kv/coded-kv-store.js';
import type { KvStore } from '../../src/kv/kv-store.js';
import { LevelKvStore } from '../../src/kv/level-kv-store.js';
import { MemoryKvStore } from '../../src/kv/memory-kv-store.js';
import { SealedKvStore } from '../../src/kv/sealed-kv-store.js';
import { aCipher } from '../support/ciphers.js';
import { describeKvStore, type StoreUnderTest } from '../support/kv-store-suite.js';

describeKvStore('memory', () => {
  const store = new MemoryKvStore();
  return Promise.resolve({ store, dispose: () => store.close() });
});

describeKvStore('level', () => onDisk((store) => store));

describeKvStore('sealed memory', () => {
  const store = new SealedKvStore(new MemoryKvStore());
  return Promise.resolve({ store, dispose: () => store.close() });
});

describeKvStore('sealed level', () => onDisk((store) => new SealedKvStore(store)));

describeKvStore('encrypted memory', () => {
  const store = new CodedKvStore(new MemoryKvStore(), aCipher());
  return Promise.resolve({ store, dispose: () => store.close() });
});

describeKvStore('encrypted level', () => onDisk((store) => new CodedKvStore(store, aCipher())));

async function onDisk(dressed: (store: KvStore) => KvStore): Promise<StoreUnderTest> {
  const directory = mkdtempSync(join(tmpdir(), 'hafs-kv-'));
  const store = await LevelKvStore.open(directory);
  const dispose = async (): Promise<void> => {
    await store.close();
    rmSync(directory, { recursive: true });
  };
  return { store: dressed(store), dispose };
}
