/** The clients of the pool: made, looked up, and revoked. */
import { RefusedError } from '../../src/core/errors.js';
import type { Edit } from '../../src/core/edit.js';
import { callerKey, type Named } from '../../src/rpc/identity/caller.js';
import { CERTIFICATE_LIFETIME_MS } from '../../src/rpc/identity/certificates.js';
import type { Standing } from '../../src/rpc/server.js';
import type { Catalogue } from '../../src/volume/catalogue.js';
import { noSuchVolume } from '../unknown-names.js';
import { putClient, removeClient, type ClientRecord } from '../../src/volume/client-record.js';

const CLIENTS_MAX = 1_000;

interface Change {
  readonly edits: readonly Edit[];
  readonly result: ClientRecord;
}

/** @throws {RefusedError} */
export function clientAdded(catalogue: Catalogue, client: ClientRecord): Change {
  const { clients, volumes } = catalogue;
  if (clients.some(({ name, revokedAtMs }) => name === client.name && revokedAtMs === 0))
    throw new RefusedError(
      `there is a client ${client.name} already; revoke it first, or choose another name`,
    );
  const missing = client.grants.find(({ volume }) => !volumes.some(({ name }) => name === volume));
  if (missing !== undefined) throw noSuchVolume(catalogue, missing.volume);
  // Those whose last certificate has run out would be refused without a record too.
  const forgotten = clients.filter(
    ({ revokedAtMs }) => revokedAtMs !== 0 && client.createdAtMs - revokedAtMs > 2 * CERTIFICATE_LIFETIME_MS,
  );
  if (clients.length - forgotten.length >= CLIENTS_MAX)
    throw new RefusedError(
      `a pool has at most ${CLIENTS_MAX} clients, the revoked ones of 60 days among them`,
    );
  return { edits: [putClient(client), ...forgotten.map(({ id }) => removeClient(id))], result: client };
}

/** @throws {RefusedError} */
export function clientRevoked({ clients }: Catalogue, name: string, nowMs: number): Change {
  const client = clients.find((known) => known.name === name && known.revokedAtMs === 0);
  if (client === undefined) throw new RefusedError(`there is no client ${name} (see: hafs client list)`);
  const result = { ...client, revokedAtMs: nowMs };
  return { edits: [putClient(result)], result };
}

/** Whether the pool still knows the caller, as this node has heard. */
export function standingOf(clients: readonly ClientRecord[], caller: Named): Standing {
  if (caller.kind !== 'client') return 'good';
  const record = clients.find(({ id }) => id === caller.id);
  if (record === undefined) return 'unknown';
  return record.revokedAtMs === 0 ? 'good' : 'revoked';
}

/** What people call the credential of a session's owner. @param owner as `callerKey` has it. */
export function credentialName(clients: readonly ClientRecord[], owner: string): string {
  const client = clients.find(({ id }) => owner === callerKey({ kind: 'client', id }));
  return client?.name ?? owner;
}

/** @param owner as `callerKey` has it. */
export const isRevoked = (clients: readonly ClientRecord[], owner: string): boolean =>
  clients.some(({ id, revokedAtMs }) => revokedAtMs !== 0 && owner === callerKey({ kind: 'client', id }));
