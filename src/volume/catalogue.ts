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
}

export type VolumeStatus = 'created' | 'started' | 'stopped';

export interface VolumeBrick {
  readonly id: string;
  readonly nodeId: string;
  /** Absolute, on its node. */
  readonly directory: string;
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
    clients.push(clientFromWire(wire.Client.decode(value)));
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
  return { id: node.id ?? '', name: node.name ?? '', address: node.address ?? '' };
}

/** @param nodes to name the bricks' nodes by. */
export function volumeToWire(volume: VolumeRecord, nodes: readonly PoolNode[]): hafs.v1.IVolumeInfo {
  const bricks = volume.bricks.map(({ id, nodeId, directory }) => {
    const node = nodes.find((known) => known.id === nodeId);
    return { id, nodeId, directory, nodeName: node?.name ?? '', address: node?.address ?? '' };
  });
  return { ...volume, bricks, options: { ...volume.options } };
}

function volumeFromWire(volume: hafs.v1.IVolumeInfo): VolumeRecord {
  return {
    name: volume.name ?? '',
    id: volume.id ?? '',
    status: volume.status === 'started' || volume.status === 'stopped' ? volume.status : 'created',
    group: volume.group ?? '',
    bricks: (volume.bricks ?? []).map(({ id, nodeId, directory }) => ({
      id: id ?? '',
      nodeId: nodeId ?? '',
      directory: directory ?? '',
    })),
    options: { ...volume.options },
    createdAtMs: volume.createdAtMs ?? 0,
  };
}
