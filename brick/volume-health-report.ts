import { BRICK_METHODS } from '../src/rpc/services.js';
import type { hafs } from '../src/rpc/wire.js';
import { bricksOf, type VolumeBrick, type VolumeRecord } from '../src/volume/catalogue.js';
import type { StorageNode } from './storage-node.js';

/** A node that does not answer sooner is shown as offline. */
const STATUS_TIMEOUT_MS = 1_500;

interface Answer {
  readonly brick: VolumeBrick;
  /** `undefined` when its node did not answer. */
  readonly status: hafs.v1.BrickStatusResponse | undefined;
}

/** Asks every brick how it stands; the manager of the highest term knows about the others. */
export async function volumeHealth(node: StorageNode, volume: VolumeRecord): Promise<hafs.v1.IVolumeHealth> {
  const answers = await Promise.all(bricksOf(volume).map((brick) => askBrick(node, volume, brick)));
  const manager = managerAmong(answers);
  return {
    volume: volume.name,
    status: volume.status,
    quorum: manager?.status?.quorum ?? false,
    term: Math.max(...answers.map(({ status }) => status?.term ?? 0)),
    manager: manager === undefined ? '' : nameOf(node, manager.brick.nodeId),
    index: manager?.status?.index ?? Math.max(...answers.map(({ status }) => status?.index ?? 0)),
    bricks: answers.map((answer) => ({
      ...brickHealth(node, answer, manager?.status),
      replaces:
        answer.brick.id === volume.replacement?.brick.id
          ? node.addressOfBrick(volume.replacement.oldBrick)
          : '',
    })),
    activity: totalActivity(answers.flatMap(({ status }) => status?.activity ?? [])),
    clients: manager?.status?.clients ?? [],
    clientCount: manager?.status?.clientCount ?? 0,
  };
}

/** The manager changes; what was served before was served all the same. */
function totalActivity(activities: readonly hafs.v1.IActivity[]): hafs.v1.IActivity {
  const sum = (amount: (one: hafs.v1.IActivity) => number | null | undefined): number =>
    activities.reduce((total, one) => total + (amount(one) ?? 0), 0);
  const classes = activities[0]?.latencyCounts?.length ?? 0;
  return {
    operations: sum(({ operations }) => operations),
    errors: sum(({ errors }) => errors),
    readBytes: sum(({ readBytes }) => readBytes),
    writtenBytes: sum(({ writtenBytes }) => writtenBytes),
    latencyCounts: Array.from({ length: classes }, (_, place) =>
      sum(({ latencyCounts }) => latencyCounts?.[place]),
    ),
  };
}

async function askBrick(node: StorageNode, volume: VolumeRecord, brick: VolumeBrick): Promise<Answer> {
  const address = node.pool.nodeById(brick.nodeId)?.address;
  if (address === undefined) return { brick, status: undefined };
  const status = await node.calls
    .call(address, BRICK_METHODS.Status, { group: volume.group, brick: brick.id }, STATUS_TIMEOUT_MS)
    .catch(() => undefined);
  return { brick, status };
}

function managerAmong(answers: readonly Answer[]): Answer | undefined {
  const managers = answers.filter(({ status }) => status?.manager === true);
  return managers.sort((a, b) => (b.status?.term ?? 0) - (a.status?.term ?? 0))[0];
}

function brickHealth(
  node: StorageNode,
  { brick, status }: Answer,
  manager: hafs.v1.BrickStatusResponse | undefined,
): hafs.v1.IBrickHealth {
  const known = manager?.members.find((member) => member.brick === brick.id);
  const isUp = status?.open === true;
  return {
    index: status?.index ?? 0,
    ...known,
    brick: node.addressOfBrick(brick.id),
    node: nameOf(node, brick.nodeId),
    // Without a manager nobody can say that a brick is in sync.
    state: isUp ? (known?.state ?? 'stale') : 'offline',
    problem: problemOf(status) || (known?.problem ?? ''),
    totalBytes: status?.totalBytes ?? 0,
    availableBytes: status?.availableBytes ?? 0,
    processId: status?.processId ?? 0,
    drained: node.isDrained(brick.nodeId),
    ...(status?.scrub ? { scrub: status.scrub } : {}),
  };
}

function problemOf(status: hafs.v1.BrickStatusResponse | undefined): string {
  return status === undefined ? 'its node does not answer' : status.problem;
}

const nameOf = (node: StorageNode, id: string): string => node.pool.nodeById(id)?.name ?? id;
