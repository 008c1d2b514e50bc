/** Clients of a pool, as administrators see them. */
import type { hafs } from '../rpc/wire.js';

export interface ClientGrant {
  readonly volume: string;
  /** Absolute within the volume; "/" is all of it. */
  readonly directory: string;
  readonly isReadOnly: boolean;
}

export interface NewClient {
  readonly name: string;
  readonly grants: readonly ClientGrant[];
}

export interface PoolClient extends NewClient {
  readonly id: string;
  /** Since 1970. */
  readonly createdAtMs: number;
  readonly revokedAtMs: number | undefined;
}

export const grantToWire = ({ volume, directory, isReadOnly }: ClientGrant): hafs.v1.IGrant => ({
  volume,
  directory,
  readOnly: isReadOnly,
});

export const clientFromWire = (client: hafs.v1.IPoolClient): PoolClient => ({
  id: client.id ?? '',
  name: client.name ?? '',
  grants: (client.grants ?? []).map(({ volume, directory, readOnly }) => ({
    volume: volume ?? '',
    directory: directory ?? '/',
    isReadOnly: readOnly === true,
  })),
  createdAtMs: client.createdAtMs ?? 0,
  revokedAtMs: (client.revokedAtMs ?? 0) === 0 ? undefined : (client.revokedAtMs ?? 0),
});
