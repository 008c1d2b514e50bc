import { bytesToMapKey, mapKeyToBytes } from '../../../src/core/bytes.js';
import { KEY_KIND } from '../../../src/core/key-kind.js';
import { isSound } from '../../../src/core/seal.js';
import type { SimCluster } from './sim-cluster.js';
import type { SimNode } from './sim-node.js';

const BITS_PER_BYTE = 8;
/** A brick that has lost one of its own few records is refused when it is opened; that is no case for here. */
const KINDS = [
  KEY_KIND.journal,
  KEY_KIND.counters,
  KEY_KIND.inode,
  KEY_KIND.dirent,
  KEY_KIND.cookie,
  KEY_KIND.chunk,
  KEY_KIND.session,
  KEY_KIND.slot,
] as const;

/** Flips bits of what is stored: of any record on any brick, as long as all other copies of it are sound. */
export class Rot {
  flips = 0;

  /** @param rotting whose disks. */
  constructor(
    private readonly cluster: SimCluster,
    private readonly rotting: readonly SimNode[],
  ) {}

  /** Flips a bit every now and then, until `durationMs` from now. */
  begin(durationMs: number, pauseMsMax: number): void {
    const { scheduler, random } = this.cluster;
    const endsAtMs = scheduler.nowMs + durationMs;
    const next = (): void => {
      if (scheduler.nowMs > endsAtMs) return;
      this.flipOne();
      scheduler.after(random.between(1, pauseMsMax), next);
    };
    next();
  }

  /** On all disks. */
  damaged(): string[] {
    return this.cluster.nodes.flatMap((node) =>
      [...node.disk.read()]
        .filter(([mapKey, value]) => !isSound(mapKeyToBytes(mapKey), value))
        .map(([mapKey]) => `node ${node.id}: ${Buffer.from(mapKey, 'latin1').toString('hex')}`),
    );
  }

  private flipOne(): void {
    const { random, nodes } = this.cluster;
    const node = random.pick(this.rotting);
    // First a kind, then a record of it: the few that change all the time rot as often as the many others.
    const kind = random.pick(KINDS);
    const keys = [...node.disk.read().keys()].filter((mapKey) => mapKey.charCodeAt(0) === kind);
    if (keys.length === 0) return;
    const key = mapKeyToBytes(random.pick(keys));
    if (nodes.some((other) => other !== node && isDamagedOn(other, key))) return;
    const value = node.disk.read().get(bytesToMapKey(key))!;
    node.disk.flipBit(key, random.below(value.length * BITS_PER_BYTE));
    this.flips++;
  }
}

function isDamagedOn(node: SimNode, key: Uint8Array): boolean {
  const value = node.disk.read().get(bytesToMapKey(key));
  return value !== undefined && !isSound(key, value);
}
