/** A client of a pool of nodes on this machine; both end with the test. */
import { afterEach, beforeEach } from 'vitest';
import { connectVolume, type ConnectOptions } from '../../src/client/connect.js';
import type { FileVolume } from '../../src/client/file-volume.js';
import { defined } from '../../src/core/assert.js';
import { FileError } from '../../src/core/errors.js';
import { ROOT_INO } from '../../src/core/ids.js';
import type { FileOperation } from '../../src/core/operation.js';
import { SystemClock } from '../../src/runtime/clock.js';
import { silentLogger } from '../../src/runtime/logger.js';
import { SystemRandom } from '../../src/runtime/random.js';
import { FilePool, VOLUME, type FileNode } from './file-pool.js';
import { bytes } from './memory-volume.js';

const NODE_COUNT = 3;

export interface ClientFixture {
  readonly pool: () => FilePool;
  /** The first one is manager. */
  readonly node: (index: number) => FileNode;
  readonly connect: (options?: Partial<ConnectOptions>) => Promise<FileVolume>;
}

/** To be called once in a test file. */
export function clientFixture(): ClientFixture {
  let pool: FilePool | undefined;
  let volumes: FileVolume[] = [];
  beforeEach(async () => {
    pool = await FilePool.start(NODE_COUNT);
  });
  afterEach(async () => {
    await Promise.all(volumes.map((volume) => volume.close()));
    volumes = [];
    pool?.stop();
  });
  return {
    pool: () => defined(pool),
    node: (index) => defined(pool?.nodes[index]),
    connect: async (options) => {
      const volume = await connectTo(defined(pool), options);
      volumes.push(volume);
      return volume;
    },
  };
}

const connectTo = (pool: FilePool, options: Partial<ConnectOptions> = {}): Promise<FileVolume> =>
  connectVolume(
    {
      servers: pool.addresses,
      volume: VOLUME,
      connectTimeoutMs: 5_000,
      operationTimeoutMs: 8_000,
      clientName: 'a test',
      log: silentLogger,
      ...options,
    },
    { clock: new SystemClock(), random: new SystemRandom() },
  );

export const getRoot: FileOperation = { kind: 'getattr', ino: ROOT_INO };

export const lookup = (name: string): FileOperation => ({
  kind: 'lookup',
  parent: ROOT_INO,
  name: bytes(name),
});

export const exists = (volume: FileVolume, name: string): Promise<boolean> =>
  volume.execute(lookup(name)).then(
    () => true,
    (error: unknown) => {
      if (error instanceof FileError && error.errno === 'ENOENT') return false;
      throw error;
    },
  );

/** How long `work` takes. */
export async function durationMs(work: () => Promise<unknown>): Promise<number> {
  const startedAtMs = performance.now();
  await work();
  return performance.now() - startedAtMs;
}
