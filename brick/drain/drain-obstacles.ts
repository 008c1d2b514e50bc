import type { hafs } from '../../src/rpc/wire.js';
import type { PoolNode, VolumeRecord } from '../../src/volume/catalogue.js';
import { isMajority } from '../../src/volume/majority.js';
import type { StorageNode } from '../storage-node.js';
import { volumeHealth } from '../volume-health-report.js';

/** What stands between a node and its being stopped without harm, for people. */
export interface DrainObstacles {
  /** Why waiting does not help; empty: it may. */
  readonly refusal: string;
  /** What of the other nodes does not have everything yet. */
  readonly unsynced: readonly string[];
  /** What the node still manages. */
  readonly managed: readonly string[];
}

/** On the pool's manager: as things are now. */
export async function drainObstacles(node: StorageNode, target: PoolNode): Promise<DrainObstacles> {
  const volumes = node.catalogue.volumes.filter(
    ({ status, bricks }) => status === 'started' && bricks.some(({ nodeId }) => nodeId === target.id),
  );
  const all = await Promise.all(volumes.map((volume) => volumeObstacles(node, volume, target)));
  const found = [poolObstacles(node, target), ...all];
  return {
    refusal: found.map(({ refusal }) => refusal).find((refusal) => refusal !== '') ?? '',
    unsynced: found.flatMap(({ unsynced }) => unsynced),
    managed: found.flatMap(({ managed }) => managed),
  };
}

function poolObstacles(node: StorageNode, target: PoolNode): DrainObstacles {
  const { members, peers, isManager } = node.pool.group.replica.view();
  const others = members.filter((member) => member !== target.id);
  const ready = others.filter((member) => member === node.self.id || peers.get(member)?.inSync === true);
  const behind = others.filter((member) => !ready.includes(member)).map((member) => node.nameOf(member));
  return {
    refusal: !isMajority(others.length, members.length)
      ? `without ${target.name} the pool has no majority of its nodes; add a node`
      : '',
    unsynced: !isMajority(ready.length, members.length)
      ? [`the pool's configuration on ${behind.join(', ')}`]
      : [],
    managed: isManager && node.self.id === target.id ? ['the pool'] : [],
  };
}

async function volumeObstacles(
  node: StorageNode,
  volume: VolumeRecord,
  target: PoolNode,
): Promise<DrainObstacles> {
  const others = volume.bricks.filter(({ nodeId }) => nodeId !== target.id);
  const { bricks, manager } = await volumeHealth(node, volume);
  const behind = (bricks ?? []).filter((brick) => brick.node !== target.name && brick.state !== 'in-sync');
  return {
    refusal: volumeRefusal(node, volume, target, others.length),
    unsynced: behind.map((brick) => describe(brick)),
    managed: manager === target.name ? [`volume ${volume.name}`] : [],
  };
}

const describe = ({ brick, state, problem }: hafs.v1.IBrickHealth): string =>
  `brick ${brick ?? ''} (${state ?? ''}${problem ? `: ${problem}` : ''})`;

function volumeRefusal(
  node: StorageNode,
  { name, bricks }: VolumeRecord,
  target: PoolNode,
  othersCount: number,
): string {
  if (!isMajority(othersCount, bricks.length))
    return `without ${target.name} volume ${name} has fewer bricks than a write needs`;
  const drained = bricks.find(({ nodeId }) => nodeId !== target.id && node.isDrained(nodeId));
  if (drained === undefined) return '';
  const other = node.nameOf(drained.nodeId);
  return `${other} is drained too, and both hold bricks of volume ${name}; first: hafs node drain ${other} --undo`;
}
