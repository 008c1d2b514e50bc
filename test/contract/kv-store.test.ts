import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LevelKvStore } from '../../src/kv/level-kv-store.js';
import { MemoryKvStore } from '../../src/kv/memory-kv-store.js';
import { describeKvStore } from '../support/kv-store-suite.js';

describeKvStore('memory', () => {
  const store = new MemoryKvStore();
  return Promise.resolve({ store, dispose: () => store.close() });
});

describeKvStore('level', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'hafs-kv-'));
  const store = await LevelKvStore.open(directory);
  const dispose = async (): Promise<void> => {
    await store.close();
    rmSync(directory, { recursive: true });
  };
  return { store, dispose };
});
