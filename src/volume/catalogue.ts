/** The pool's configuration: nodes and volumes, as the replicated state of the pool's own group. */
import { afterPrefix } from '../core/bytes.js';
import type { Edit } from '../core/edit.js';
import { KEY_KIND } from '../core/key-kind.js';
import type { KvReader } from '../kv/kv-store.js';
import { wire, type hafs } from '../rpc/wire.js';
import { clientFromWire, type ClientRecord } from './client-record.js';

const keyOf = (kind: number, name: string): Uint8Array => Buffer.from([kind, ...Buffer.from(name)]);
const allOf = (kind: number) => ({ from: Buffer.of(kind), to: afterPrefix(Buffer.of(kind)) });

export interface PoolNode {
  readonly id: string;
  readonly name: string;
  /** HOST:PORT that the others and the clients use. */
  readonly address: string;
  /** It is drained, as long as its process is this one. */
  readonly drainedRun?: string;
}

export type VolumeStatus = 'created' | 'started' | 'stopped';

export interface VolumeBrick {
  readonly id: string;
  readonly nodeId: string;
  /** Absolute, on its node. */
  readonly directory: string;
}

/** A brick on its way into a volume, in the place of another. */
export interface BrickReplacement {
  readonly oldBrick: string;
  readonly brick: VolumeBrick;
  /** The members are on their way back to what they were. */
  readonly isAborted: boolean;
}

/** A volume's key, that a key of the pool's administrators has made unreadable for everybody else. */
export interface WrappedKey {
  /** Of the volume's values. */
  readonly cipher: string;
  /** Which of the pool's keys unwraps it. */
  readonly poolKey: string;
  readonly wrapped: Uint8Array;
}

/** A brick that was caught in a lie. */
export interface IsolatedBrick {
  readonly brick: string;
  /** As `Contradiction` has it; another version may know others. */
  readonly why: string;
}

export interface VolumeRecord {
  readonly name: string;
  readonly id: string;
  readonly status: VolumeStatus;
  /** Its replica set. */
  readonly group: string;
  readonly bricks: readonly VolumeBrick[];
  /** Only those that were set. */
  readonly options: Readonly<Record<string, string>>;
  readonly createdAtMs: number;
  readonly replacement?: BrickReplacement;
  /** The one whose disk is being changed: it is closed meanwhile. */
  readonly restingBrick?: string;
  /** What its bricks hold is encrypted by this key. */
  readonly encryption?: WrappedKey;
  /** Nothing is believed of it until it was healed or replaced. */
  readonly isolated?: IsolatedBrick;
}

/** All that are, or are to become, bricks of the volume. */
export const bricksOf = ({ bricks, replacement }: VolumeRecord): readonly VolumeBrick[] =>
  replacement === undefined ? bricks : [...bricks, replacement.brick];

/** The bricks that the volume is to have in the end. */
export function wantedBricksOf({ bricks, replacement }: VolumeRecord): readonly VolumeBrick[] {
  if (replacement === undefined || replacement.isAborted) return bricks;
  return bricks.map((brick) => (brick.id === replacement.oldBrick ? replacement.brick : brick));
}

export interface Catalogue {
  readonly nodes: readonly PoolNode[];
  readonly volumes: readonly VolumeRecord[];
  /** Of the pool itself; only those that were set. */
  readonly options: Readonly<Record<string, string>>;
  /** Those that were revoked too. */
  readonly clients: readonly ClientRecord[];
}

export const EMPTY_CATALOGUE: Catalogue = { nodes: [], volumes: [], options: {}, clients: [] };

export async function readCatalogue(reader: KvReader): Promise<Catalogue> {
  const nodes: PoolNode[] = [];
  for await (const { value } of reader.scan(allOf(KEY_KIND.node)))
    nodes.push(nodeFromWire(wire.Node.decode(value)));
  const volumes: VolumeRecord[] = [];
  for await (const { value } of reader.scan(allOf(KEY_KIND.volume))) {
    volumes.push(volumeFromWire(wire.VolumeInfo.decode(value)));
  }
  const clients: ClientRecord[] = [];
  for await (const { value } of reader.scan(allOf(KEY_KIND.client)))
    clients.push(clientFromWire(wire.PoolClient.decode(value)));
  const options = await reader.get(POOL_OPTIONS_KEY);
  return {
    nodes,
    volumes,
    clients,
    options: options === undefined ? {} : { ...wire.PoolOptions.decode(options).options },
  };
}

const POOL_OPTIONS_KEY = Buffer.of(KEY_KIND.poolOptions);

export const putPoolOptions = (options: Readonly<Record<string, string>>): Edit => ({
  key: POOL_OPTIONS_KEY,
  value: wire.PoolOptions.encode({ options: { ...options } }).finish(),
});

export const putNode = (node: PoolNode): Edit => ({
  key: keyOf(KEY_KIND.node, node.id),
  value: wire.Node.encode(node).finish(),
});

export const removeNode = (id: string): Edit => ({ key: keyOf(KEY_KIND.node, id), value: undefined });

export const putVolume = (volume: VolumeRecord): Edit => ({
  key: keyOf(KEY_KIND.volume, volume.name),
  value: wire.VolumeInfo.encode(volumeToWire(volume, [])).finish(),
});

export const removeVolume = (name: string): Edit => ({ key: keyOf(KEY_KIND.volume, name), value: undefined });

export function nodeFromWire(node: hafs.v1.INode): PoolNode {
  const { id, name, address, drainedRun } = node;
  return { id: id ?? '', name: name ?? '', address: address ?? '', ...(drainedRun ? { drainedRun } : {}) };
}

/** @param nodes to name the bricks' nodes by. */
export function volumeToWire(volume: VolumeRecord, nodes: readonly PoolNode[]): hafs.v1.IVolumeInfo {
  const { replacement, restingBrick, encryption, isolated } = volume;
  return {
    ...volume,
    bricks: volume.bricks.map((brick) => brickToWire(brick, nodes)),
    options: { ...volume.options },
    replacement: replacement === undefined ? null : replacementToWire(replacement, nodes),
    restingBrick: restingBrick ?? '',
    encryption: encryption === undefined ? null : encryptionToWire(encryption),
    isolated: isolated ?? null,
  };
}

const replacementToWire = (
  { oldBrick, brick, isAborted }: BrickReplacement,
  nodes: readonly PoolNode[],
): hafs.v1.IBrickReplacement => ({ oldBrick, brick: brickToWire(brick, nodes), aborted: isAborted });

function brickToWire({ id, nodeId, directory }: VolumeBrick, nodes: readonly PoolNode[]): hafs.v1.IBrickInfo {
  const node = nodes.find((known) => known.id === nodeId);
  return { id, nodeId, directory, nodeName: node?.name ?? '', address: node?.address ?? '' };
}

function volumeFromWire(volume: hafs.v1.IVolumeInfo): VolumeRecord {
  const { replacement, restingBrick, encryption, isolated } = volume;
  return {
    name: volume.name ?? '',
    id: volume.id ?? '',
    status: volume.status === 'started' || volume.status === 'stopped' ? volume.status : 'created',
    group: volume.group ?? '',
    bricks: (volume.bricks ?? []).map(brickFromWire),
    options: { ...volume.options },
    createdAtMs: volume.createdAtMs ?? 0,
    ...(replacement ? { replacement: replacementFromWire(replacement) } : {}),
    ...(restingBrick ? { restingBrick } : {}),
    ...(encryption ? { encryption: encryptionFromWire(encryption) } : {}),
    ...(isolated ? { isolated: { brick: isolated.brick ?? '', why: isolated.why ?? '' } } : {}),
  };
}

export const encryptionToWire = ({ cipher, poolKey, wrapped }: WrappedKey): hafs.v1.IVolumeEncryption => ({
  cipher,
  poolKey,
  wrappedKey: wrapped,
});

export const encryptionFromWire = (encryption: hafs.v1.IVolumeEncryption): WrappedKey => ({
  cipher: encryption.cipher ?? '',
  poolKey: encryption.poolKey ?? '',
  wrapped: encryption.wrappedKey ?? new Uint8Array(0),
});

const brickFromWire = ({ id, nodeId, directory }: hafs.v1.IBrickInfo): VolumeBrick => ({
  id: id ?? '',
  nodeId: nodeId ?? '',
  directory: directory ?? '',
});

const replacementFromWire = ({ oldBrick, brick, aborted }: hafs.v1.IBrickReplacement): BrickReplacement => ({
  oldBrick: oldBrick ?? '',
  brick: brickFromWire(brick ?? {}),
  isAborted: aborted ?? false,
});
