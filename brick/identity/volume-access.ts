/** What a caller may do with a volume. */
import { createHmac } from 'node:crypto';
import { AccessDeniedError } from '../../src/core/errors.js';
import { callerKey, type Caller } from '../../src/rpc/identity/caller.js';
import { PassOffice } from '../../src/rpc/identity/pass-office.js';
import type { ClientRecord } from '../../src/volume/client-record.js';

export interface VolumeAccess {
  /** Whose sessions are this caller's; see `callerKey`. */
  readonly owner: string;
  readonly isReadOnly: boolean;
  /** All that it sees of the volume, as "/a/b"; `undefined` is all of it. */
  readonly confinement?: { readonly directory: string; readonly passes: PassOffice };
}

export interface VolumeSettings {
  readonly name: string;
  /** Never that of another volume, also not of one that had the same name. */
  readonly id: string;
  readonly clients: readonly ClientRecord[];
  /** The same on all nodes, and known to nobody else. */
  readonly passKey: Uint8Array | undefined;
}

/** Makes the nodes' key for passes out of what they have in common. */
export const passKeyOf = (authorityKeyPem: string): Uint8Array =>
  createHmac('sha256', authorityKeyPem).update('hafs passes').digest();

/** @throws {AccessDeniedError} the volume is none of the caller's. */
export function accessTo(volume: VolumeSettings, caller: Caller): VolumeAccess {
  const owner = callerKey(caller);
  if (caller.kind === 'anyone' || caller.kind === 'admin') return { owner, isReadOnly: false };
  const client = caller.kind === 'client' ? volume.clients.find(({ id }) => id === caller.id) : undefined;
  const grant = client?.grants.find((known) => known.volume === volume.name);
  if (grant === undefined || client?.revokedAtMs !== 0)
    throw new AccessDeniedError(
      `this credential is not for volume ${volume.name}; "hafs client list", on a node, shows which ones are`,
    );
  const { isReadOnly, directory } = grant;
  const access = { owner, isReadOnly };
  if (directory === '/') return access;
  if (volume.passKey === undefined)
    throw new AccessDeniedError('this node has no identity to make passes with');
  const passes = new PassOffice(volume.passKey, `${owner}\0${volume.id}\0${directory}`);
  return { ...access, confinement: { directory, passes } };
}
