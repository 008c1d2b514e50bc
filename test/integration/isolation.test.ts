/** A brick of a real node that holds something else than the others, with checksums that are right. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { afterPrefix } from '../../src/core/bytes.js';
import { KEY_KIND } from '../../src/core/key-kind.js';
import { LevelKvStore } from '../../src/kv/level-kv-store.js';
import { SealedKvStore } from '../../src/kv/sealed-kv-store.js';
import { eventually } from '../support/eventually.js';
import { startNodes, type Outcome } from '../support/nodes.js';

const BASE_PORT = 21_701;
const TIMEOUT_MS = 60_000;

interface Health {
  readonly manager: string;
  readonly bricks: readonly {
    readonly node: string;
    readonly state: string;
    readonly problem: string | null;
  }[];
}

/** Loses every name in the brick, and no checksum tells. */
async function forgetNames(directory: string): Promise<void> {
  const store = new SealedKvStore(await LevelKvStore.open(directory));
  const from = Buffer.of(KEY_KIND.dirent);
  for await (const { key } of store.scan({ from, to: afterPrefix(from) })) {
    await store.commit([{ key, value: undefined }], { sync: true });
  }
  await store.close();
}

test.each([
  { who: 'another brick', isManager: false },
  { who: "the manager's own brick", isManager: true },
])(
  'isolation: $who holds something else: verify finds it, the others serve, a full heal makes it good',
  async ({ isManager }) => {
    const scratch = await mkdtemp(join(tmpdir(), 'hafs-isolation-'));
    const nodes = await startNodes(3, scratch, BASE_PORT + (isManager ? 10 : 0));
    const directory = (node: number): string => join(scratch, `brick${node}`);
    const ok = async (...words: string[]): Promise<string> => {
      const { status, out, err } = await nodes.hafs(...words);
      expect({ words, status, err }).toEqual({ words, status: 0, err: '' });
      return out;
    };
    const health = async (): Promise<Health> => {
      const [volume] = JSON.parse(await ok('--json', 'heal-status', 'v')) as [Health];
      return volume;
    };
    const allInSync = (): Promise<void> =>
      eventually(async () => {
        expect((await health()).bricks.map(({ state }) => state)).toEqual(['in-sync', 'in-sync', 'in-sync']);
      }, TIMEOUT_MS);
    const verify = (): Promise<Outcome> => nodes.hafs('volume', 'verify', 'v');
    try {
      const places = [1, 2, 3].map((node) => `${nodes.address(node)}:${directory(node)}`);
      await ok('volume', 'create', 'v', 'replica', '3', ...places);
      await ok('volume', 'start', 'v');
      await eventually(async () => {
        await ok('fs', 'mkdir', 'v:/before');
      }, TIMEOUT_MS);
      await allInSync();
      await nodes.terminate(3);
      await forgetNames(directory(3));
      nodes.start(3);
      await allInSync();
      if (isManager) {
        // One that had to leave the in-sync set for a moment is refused: who asks sees it, and asks again.
        await eventually(async () => {
          await ok('volume', 'manager', 'v', 'move', 'node3');
        }, TIMEOUT_MS);
        await eventually(async () => expect((await health()).manager).toBe('node3'), TIMEOUT_MS);
      }

      // Nor is it compared.
      await eventually(async () => expect((await verify()).err).toContain('the bricks differ'), TIMEOUT_MS);
      await eventually(async () => {
        const { manager, bricks } = await health();
        expect(manager).not.toBe('node3');
        expect(bricks.find(({ node }) => node === 'node3')).toMatchObject({
          state: 'isolated',
          problem: expect.stringContaining('does not hold what a majority') as string,
        });
      }, TIMEOUT_MS);
      // The pool's manager looks for news twice a second.
      await eventually(async () => expect(await ok('events', 'v')).toContain('brick-isolated'), TIMEOUT_MS);
      expect(await ok('fs', 'ls', 'v:/')).toContain('before');
      await ok('fs', 'mkdir', 'v:/meanwhile');

      await ok('volume', 'heal', 'v', 'full');
      await allInSync();
      await eventually(async () => expect(await ok('events', 'v')).toContain('brick-trusted'), TIMEOUT_MS);
      expect(await ok('volume', 'verify', 'v')).toContain('identical');
    } finally {
      await nodes.stop();
      await rm(scratch, { recursive: true });
    }
  },
);
