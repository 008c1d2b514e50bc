/** Who uses a volume of real nodes, and what becomes of a client that is sent away. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CachesBelow } from '../../src/client/cache/caches-below.js';
import { FileCache } from '../../src/client/cache/file-cache.js';
import { connectVolume } from '../../src/client/connect.js';
import type { FileVolume } from '../../src/client/file-volume.js';
import { SessionExpiredError } from '../../src/core/errors.js';
import { ROOT_INO } from '../../src/core/ids.js';
import { CACHE_LEASE_MS } from '../../src/core/touched.js';
import { SystemClock } from '../../src/runtime/clock.js';
import { silentLogger } from '../../src/runtime/logger.js';
import { SystemRandom } from '../../src/runtime/random.js';
import { lookup, makeFile } from '../sim/support/workloads/client-calls.js';
import { eventually } from '../support/eventually.js';
import { schemaErrors } from '../support/json-schemas.js';
import { startNodes, type Nodes } from '../support/nodes.js';

const BASE_PORT = 21_401;
const WITHIN_MS = 60_000;
const CLOCK = new SystemClock();

interface ClientDocument {
  readonly client: string;
  readonly id: string;
  readonly version: string | null;
  readonly connected: boolean;
  readonly leases: number;
  readonly silentSeconds: number;
}

let directory: string;
let nodes: Nodes;

const ok = async (...words: string[]): Promise<string> => {
  const { status, out, err } = await nodes.hafs(...words);
  if (status !== 0) throw new Error(err);
  return out;
};

const connect = (clientName: string, keeper?: FileCache): Promise<FileVolume> =>
  connectVolume(
    {
      ...{ volume: 'www', clientName, connectTimeoutMs: 5_000, operationTimeoutMs: 10_000 },
      ...{ servers: [1, 2, 3].map((node) => nodes.address(node)), log: silentLogger },
      ...(keeper === undefined ? {} : { keeper }),
    },
    { clock: CLOCK, random: new SystemRandom(), version: '9.9' },
  );

const clients = async (): Promise<ClientDocument[]> => {
  const answer = JSON.parse(await ok('volume', 'clients', 'www', '--json')) as {
    readonly clients: ClientDocument[];
  };
  return answer.clients.filter(({ client }) => client.startsWith('web'));
};

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'hafs-clients-'));
  nodes = await startNodes(3, directory, BASE_PORT);
  const bricks = [1, 2, 3].map((node) => `${nodes.address(node)}:${join(directory, `brick${node}`)}`);
  await ok('volume', 'create', 'www', 'replica', '3', ...bricks);
  await ok('volume', 'start', 'www');
  await eventually(async () => {
    await ok('fs', 'mkdir', 'www:/a');
  }, WITHIN_MS);
});

afterAll(async () => {
  await nodes.stop();
  await rm(directory, { recursive: true });
});

const NO_KERNEL: CachesBelow = {
  changing: () => undefined,
  invalidate: () => Promise.resolve(),
  unleased: () => undefined,
  readUnleased: () => undefined,
  unleasedBut: () => undefined,
  told: () => [],
};

test('volume clients: two of them, one with a cache: shown with version and leases', async () => {
  const cached = await connect('web1:/srv', new FileCache(CLOCK, NO_KERNEL));
  const plain = await connect('web2:/srv');
  await cached.execute(makeFile('one'));
  await cached.execute(lookup('one'));
  const known = await clients();
  expect(known.map(({ client }) => client).sort()).toEqual(['web1:/srv', 'web2:/srv']);
  for (const client of known) expect(client).toMatchObject({ version: '9.9', connected: true });
  expect(known.find(({ client }) => client === 'web1:/srv')!.leases).toBeGreaterThan(0);
  await cached.close();
  await plain.close();
  expect(await clients()).toEqual([]);
});

test('volume evict: a client that is alive: nothing is done for it any more, and the others go on', async () => {
  const evicted = await connect('web1:/srv', new FileCache(CLOCK, NO_KERNEL));
  const other = await connect('web2:/srv');
  await evicted.execute(makeFile('two'));
  await evicted.execute(lookup('two'));
  const evicting = ok('volume', 'evict', 'www', 'web1:/srv', '--yes', '--json');
  await expect(
    (async () => {
      for (;;) await evicted.execute({ kind: 'setattr', ino: ROOT_INO, change: { mode: 0o755 } });
    })(),
  ).rejects.toThrow(SessionExpiredError);
  // Nobody may be told the old state from its caches when this is answered.
  const beganAtMs = CLOCK.monotonicMs();
  await other.execute({ kind: 'setattr', ino: ROOT_INO, change: { mode: 0o700 } });
  expect(CLOCK.monotonicMs() - beganAtMs).toBeLessThan(2 * CACHE_LEASE_MS);
  expect(schemaErrors('volume evict', JSON.parse(await evicting))).toEqual([]);
  expect((await clients()).map(({ client }) => client)).toEqual(['web2:/srv']);
  await other.close();
  await evicted.close();
});

test('volume evict: nobody of that name: refused', async () => {
  const { status, err } = await nodes.hafs('volume', 'evict', 'www', 'nobody', '--yes');
  expect({ status, isClear: err.includes('no client is called nobody') }).toEqual({
    status: 1,
    isClear: true,
  });
});
