import type { Catalogue, PoolNode, VolumeRecord } from '../../src/volume/catalogue.js';
import { describeContradiction } from '../../src/volume/contradictions.js';
import type { EventKind } from './event-kinds.js';
import type { Tell } from './event-log.js';

/** Makes events of how the pool's configuration has changed. */
export function tellChanges(before: Catalogue, after: Catalogue, tell: Tell): void {
  const known = (list: readonly PoolNode[], id: string): boolean => list.some((node) => node.id === id);
  for (const { id, name, address } of after.nodes) {
    if (!known(before.nodes, id)) tell('node-joined', `${name} (${address}) has joined the pool`);
  }
  for (const { id, name, address } of before.nodes) {
    if (!known(after.nodes, id)) tell('node-left', `${name} (${address}) has left the pool`);
  }
  for (const node of after.nodes) tellDrain(node, before, tell);
  for (const volume of after.volumes) tellVolume(volume, sameVolume(before, volume), tell);
  for (const volume of before.volumes) {
    if (sameVolume(after, volume) === undefined)
      tell('volume-deleted', 'the volume was deleted', volume.name);
  }
}

function tellDrain({ id, name, drainedRun }: PoolNode, before: Catalogue, tell: Tell): void {
  const wasDrained = before.nodes.some((node) => node.id === id && node.drainedRun !== undefined);
  if (drainedRun !== undefined && !wasDrained)
    tell('node-drained', `${name} is drained: it is to be stopped`);
  if (drainedRun === undefined && wasDrained) tell('node-undrained', `${name} is no longer drained`);
}

const sameVolume = ({ volumes }: Catalogue, { id }: VolumeRecord): VolumeRecord | undefined =>
  volumes.find((volume) => volume.id === id);

const STATUS_KINDS: Readonly<Record<VolumeRecord['status'], EventKind>> = {
  created: 'volume-created',
  started: 'volume-started',
  stopped: 'volume-stopped',
};

function tellVolume(volume: VolumeRecord, before: VolumeRecord | undefined, tell: Tell): void {
  const { name, status } = volume;
  // It may have been started before anybody looked.
  if (before === undefined) tell('volume-created', 'the volume was created', name);
  if (status !== (before?.status ?? 'created')) tell(STATUS_KINDS[status], `the volume was ${status}`, name);
  if (before === undefined) return;
  tellReplacement(volume, before, tell);
  tellIsolation(volume, before, tell);
  const changed = optionChanges(before.options, volume.options);
  if (changed !== '') tell('volume-options', changed, name);
}

function tellReplacement(volume: VolumeRecord, before: VolumeRecord, tell: Tell): void {
  const { name, replacement, bricks } = volume;
  const begun = replacement?.brick;
  if (begun !== undefined && before.replacement?.brick.id !== begun.id)
    tell('brick-replacing', `${begun.directory} is healed, to take the place of another brick`, name);
  for (const { id, directory } of before.bricks) {
    if (!bricks.some((brick) => brick.id === id))
      tell('brick-replaced', `${directory} is no longer a brick of the volume`, name);
  }
}

function tellIsolation({ name, isolated, bricks }: VolumeRecord, before: VolumeRecord, tell: Tell): void {
  if (isolated?.brick === before.isolated?.brick) return;
  const directoryOf = (brick: string): string => bricks.find(({ id }) => id === brick)?.directory ?? brick;
  if (isolated !== undefined) {
    const why = describeContradiction(isolated.why);
    tell('brick-isolated', `${directoryOf(isolated.brick)} counts for nothing any more: ${why}`, name);
  } else if (before.isolated !== undefined) {
    tell(
      'brick-trusted',
      `${directoryOf(before.isolated.brick)} was healed or replaced, and counts again`,
      name,
    );
  }
}

function optionChanges(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): string {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const changed = keys.filter((key) => before[key] !== after[key]);
  return changed.map((key) => `${key}: ${before[key] ?? 'default'} → ${after[key] ?? 'default'}`).join(', ');
}
