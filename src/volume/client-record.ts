/** A client that may use volumes of the pool: part of the pool's configuration. */
import { InvalidRequestError } from '../core/errors.js';
import type { Edit } from '../core/edit.js';
import { KEY_KIND } from '../core/key-kind.js';
import { textField } from '../rpc/validate.js';
import { wire, type hafs } from '../rpc/wire.js';

export interface Grant {
  readonly volume: string;
  /** Absolute within the volume; "/" is all of it. */
  readonly directory: string;
  readonly isReadOnly: boolean;
}

export interface ClientRecord {
  readonly id: string;
  readonly name: string;
  readonly grants: readonly Grant[];
  readonly createdAtMs: number;
  /** 0: it is not. Kept, so that every node knows, until its last certificate is void. */
  readonly revokedAtMs: number;
}

export const GRANTS_MAX = 64;
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;
const DIRECTORY_LENGTH_MAX = 4_095;
const VOLUME_LENGTH_MAX = 63;

const keyOf = (id: string): Uint8Array => Buffer.from([KEY_KIND.client, ...Buffer.from(id)]);

export const putClient = (client: ClientRecord): Edit => ({
  key: keyOf(client.id),
  value: wire.PoolClient.encode(clientToWire(client)).finish(),
});

export const removeClient = (id: string): Edit => ({ key: keyOf(id), value: undefined });

/** Takes from all clients what they may do with a volume that goes: another one of its name is none of theirs. */
export const withdrawGrants = (clients: readonly ClientRecord[], volume: string): Edit[] =>
  clients
    .filter(({ grants }) => grants.some((grant) => grant.volume === volume))
    .map((client) =>
      putClient({ ...client, grants: client.grants.filter((grant) => grant.volume !== volume) }),
    );

export const clientToWire = ({ grants, ...client }: ClientRecord): hafs.v1.IPoolClient => ({
  ...client,
  grants: grants.map(({ volume, directory, isReadOnly }) => ({ volume, directory, readOnly: isReadOnly })),
});

export const clientFromWire = (client: hafs.v1.IPoolClient): ClientRecord => ({
  id: client.id ?? '',
  name: client.name ?? '',
  grants: (client.grants ?? []).map(({ volume, directory, readOnly }) => ({
    volume: volume ?? '',
    directory: directory ?? '',
    isReadOnly: readOnly === true,
  })),
  createdAtMs: client.createdAtMs ?? 0,
  revokedAtMs: client.revokedAtMs ?? 0,
});

/** @throws {InvalidRequestError} */
export function clientNameField(value: string): string {
  if (NAME.test(value)) return value;
  throw new InvalidRequestError('a client has 1 to 63 letters, digits, ".", "_" or "-" as its name');
}

/** @throws {InvalidRequestError} */
export function grantsField(grants: readonly hafs.v1.IGrant[]): readonly Grant[] {
  if (grants.length < 1 || grants.length > GRANTS_MAX)
    throw new InvalidRequestError(`a client has 1 to ${GRANTS_MAX} volumes`);
  const checked = grants.map(({ volume, directory, readOnly }) => ({
    volume: textField(volume, 'volume', VOLUME_LENGTH_MAX),
    directory: directoryField(textField(directory, 'directory', DIRECTORY_LENGTH_MAX)),
    isReadOnly: readOnly === true,
  }));
  if (new Set(checked.map(({ volume }) => volume)).size < checked.length)
    throw new InvalidRequestError('a client is given each volume once');
  return checked;
}

function directoryField(text: string): string {
  const names = namesOf(text);
  const isSound =
    text.startsWith('/') && !text.includes('\0') && !names.some((name) => name === '.' || name === '..');
  if (!isSound) throw new InvalidRequestError(`"${text}" is not an absolute path within a volume`);
  return `/${names.join('/')}`;
}

/** "/a/b" as a, b; "/" as none. */
export const namesOf = (path: string): readonly string[] => path.split('/').filter((name) => name !== '');
