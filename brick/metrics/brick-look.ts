import type { BrickId } from '../../src/core/ids.js';
import type { Clock } from '../../src/runtime/clock.js';
import type { Say } from '../../src/runtime/metrics.js';
import { reserveOf } from '../../src/volume/space.js';
import { brickHealths, type BrickHealth, type BrickState } from '../../src/volume/volume-health.js';
import type { BrickProcess } from '../brick-process.js';
import type { StorageNode } from '../storage-node.js';
import { BRICK_METRICS, VOLUME_METRICS } from './metric-names.js';

const MS_PER_SECOND = 1_000;
const STATES: readonly BrickState[] = ['in-sync', 'healing', 'stale', 'isolated', 'offline'];

/** Says how the bricks of this node stand, and, of volumes that it manages, how all of them do. */
export async function lookAtBricks(node: StorageNode, clock: Clock, say: Say): Promise<void> {
  for (const { volume, brick, isOpen } of node.bricks.wantedBricks) {
    say(BRICK_METRICS.open, isOpen ? 1 : 0, { volume: volume.name, brick: brick.directory });
  }
  for (const process of node.bricks.all) {
    sayReplica(process, say);
    sayDisk(process, say);
    await sayStore(process, say);
    if (process.manager.group.replica.view().isManager) await sayVolume(node, process, clock, say);
  }
}

const labelsOf = ({ volume, brick }: BrickProcess) => ({ volume: volume.name, brick: brick.directory });

function sayReplica(process: BrickProcess, say: Say): void {
  const { replica } = process.manager.group;
  const { isManager, term, tail, commitIndex } = replica.view();
  const { service } = replica.service();
  const labels = labelsOf(process);
  say(BRICK_METRICS.manager, isManager ? 1 : 0, labels);
  say(BRICK_METRICS.term, term, labels);
  say(BRICK_METRICS.index, tail.index, labels);
  say(BRICK_METRICS.commitIndex, commitIndex, labels);
  say(BRICK_METRICS.readable, service === 'none' ? 0 : 1, labels);
  say(BRICK_METRICS.writable, service === 'writable' ? 1 : 0, labels);
  say(BRICK_METRICS.recalls, process.manager.leases.recallCount, labels);
  const scrub = replica.scrub.state();
  say(BRICK_METRICS.scrubRunning, scrub.isUnderWay ? 1 : 0, labels);
  say(BRICK_METRICS.scrubEnded, scrub.endedAtMs / MS_PER_SECOND, labels);
}

function sayDisk(process: BrickProcess, say: Say): void {
  const labels = labelsOf(process);
  const { space } = process;
  say(BRICK_METRICS.diskTotal, space.totalBytes, labels);
  say(BRICK_METRICS.diskAvailable, space.availableBytes, labels);
  say(BRICK_METRICS.diskReserve, reserveOf(space), labels);
}

async function sayStore(process: BrickProcess, say: Say): Promise<void> {
  const labels = labelsOf(process);
  // A store that has just failed says nothing any more.
  const stats = await process.store.kv.stats().catch(() => undefined);
  if (stats === undefined) return;
  say(BRICK_METRICS.storeSize, stats.sizeBytes, labels);
  say(BRICK_METRICS.storeTables, stats.tableCount, labels);
  say(BRICK_METRICS.compactionSeconds, stats.compactionSeconds, labels);
  say(BRICK_METRICS.compactionRead, stats.compactionReadBytes, labels);
  say(BRICK_METRICS.compactionWritten, stats.compactionWrittenBytes, labels);
}

async function sayVolume(node: StorageNode, process: BrickProcess, clock: Clock, say: Say): Promise<void> {
  const { group, sessions, leases } = process.manager;
  const volume = process.volume.name;
  const isConnected = (brick: BrickId): boolean => node.links.isConnected(process.nodeOf(brick) ?? '');
  const healths = await brickHealths(group, process.store, clock.monotonicMs(), isConnected).catch(() => []);
  for (const state of STATES) {
    say(VOLUME_METRICS.bricks, healths.filter((health) => health.state === state).length, { volume, state });
  }
  for (const health of healths) sayHeal(health, { volume, brick: node.placeOfBrick(health.brick) }, say);
  say(VOLUME_METRICS.leases, leases.count, { volume });
  say(VOLUME_METRICS.sessions, sessions.count, { volume });
  say(VOLUME_METRICS.uncommittedEntries, group.uncommitted.entries, { volume });
  say(VOLUME_METRICS.uncommittedBytes, group.uncommitted.bytes, { volume });
}

function sayHeal(
  health: BrickHealth,
  labels: { readonly volume: string; readonly brick: string },
  say: Say,
): void {
  say(VOLUME_METRICS.pendingEntries, health.pendingEntries, labels);
  say(VOLUME_METRICS.pendingBytes, health.pendingBytes, labels);
  say(VOLUME_METRICS.healRate, health.bytesPerSecond, labels);
  if (health.etaSeconds !== undefined) say(VOLUME_METRICS.healRemaining, health.etaSeconds, labels);
}
