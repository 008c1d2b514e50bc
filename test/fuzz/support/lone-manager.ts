/** A volume whose replica set is one brick in memory: a real volume manager, and its records at hand. */
import { FileActivity } from '../../../brick/metrics/file-activity.js';
import { ConnectedClients } from '../../../brick/clients/connected-clients.js';
import type { ServingBrick } from '../../../brick/file-session.js';
import { mapKeyToBytes } from '../../../src/core/bytes.js';
import { brickId, groupId } from '../../../src/core/ids.js';
import { KEY_KIND } from '../../../src/core/key-kind.js';
import { GIB } from '../../../src/core/limits.js';
import { dataOf } from '../../../src/core/seal.js';
import type { StateEntry } from '../../../src/fs/state-view.js';
import { MemoryDisk, MemoryKvStore, type DiskDelay } from '../../../src/kv/memory-kv-store.js';
import { SystemClock } from '../../../src/runtime/clock.js';
import { silentLogger } from '../../../src/runtime/logger.js';
import { noMetrics } from '../../../src/runtime/metrics.js';
import { SystemRandom } from '../../../src/runtime/random.js';
import { BrickStore } from '../../../src/volume/replica/brick-store.js';
import { VolumeManager } from '../../../src/volume/volume-manager.js';
import { eventually } from '../../support/eventually.js';

const ELECTION_MS_MAX = 10_000;
const SELF = brickId('a');
const { counters, inode, dirent, cookie, chunk, xattr, orphan, lock } = KEY_KIND;
/** Those that `violations` knows. */
const FILE_KINDS: ReadonlySet<number> = new Set([
  counters,
  inode,
  dirent,
  cookie,
  chunk,
  xattr,
  orphan,
  lock,
]);

export class LoneManager {
  readonly clients = new ConnectedClients();
  /** Why the brick is broken; nothing ever may break it. */
  failure: unknown;

  private constructor(
    private readonly disk: MemoryDisk,
    readonly serving: ServingBrick,
    readonly manager: VolumeManager,
  ) {}

  /** @param delay by which its disk is slow. */
  static async start(delay?: DiskDelay): Promise<LoneManager> {
    const disk = new MemoryDisk();
    const kv = new MemoryKvStore(disk, delay);
    const identity = { group: groupId('g'), brick: SELF, volume: 'www' };
    await BrickStore.format(kv, identity, { kind: 'member', members: [SELF] });
    const store = await BrickStore.open(kv, 'boot');
    const clock = new SystemClock();
    const deps = { store, clock, random: new SystemRandom(), log: silentLogger };
    const found: { lone?: LoneManager } = {};
    const manager = new VolumeManager(
      {
        ...deps,
        transport: { send: () => undefined },
        isEverythingSynced: () => false,
        healShare: () => 1,
        space: () => ({ totalBytes: GIB, availableBytes: GIB }),
      },
      {
        committed: () => undefined,
        failed: (error) => {
          if (found.lone !== undefined) found.lone.failure = error;
        },
      },
    );
    manager.start();
    await eventually(() => manager.group.ready(), ELECTION_MS_MAX);
    const activity = new FileActivity(noMetrics, clock);
    found.lone = new LoneManager(disk, { manager, activity, clients: new ConnectedClients() }, manager);
    return found.lone;
  }

  /** Everything the file system is made of, when nothing is under way. */
  records(): StateEntry[] {
    return [...this.disk.read()]
      .map(([key, value]) => ({ key: mapKeyToBytes(key), value }))
      .filter(({ key }) => FILE_KINDS.has(key[0] ?? 0))
      .map(({ key, value }) => ({ key, value: key[0] === chunk ? value : dataOf(value) }));
  }

  stop(): Promise<void> {
    return this.manager.stop();
  }
}
