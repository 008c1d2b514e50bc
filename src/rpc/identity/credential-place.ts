/** Where this machine keeps its credential, unless it is named. */
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { CREDENTIAL_FILE } from '../../runtime/config.js';

export interface CredentialPlaces {
  /** One for everything: /etc/hafs/credential.pem */
  readonly systemFile: string;
  /** One for each server that is spoken to: its name is HOST:PORT.pem. */
  readonly directory: string;
}

/** @param home of the user. */
export const standardPlaces = (home: string): CredentialPlaces => ({
  systemFile: CREDENTIAL_FILE,
  directory: join(home, '.hafs', 'credentials'),
});

export const credentialFileFor = ({ directory }: CredentialPlaces, address: string): string =>
  join(directory, `${address.replaceAll(/[^A-Za-z0-9.:_-]/g, '_')}.pem`);

/**
 * @param named by flag, environment or settings, the most explicit one.
 * @param servers HOST:PORT each, of one pool.
 * @returns `undefined` when there is none: then nothing but a pool without identities can be spoken to.
 */
export async function findCredential(
  named: string | undefined,
  servers: readonly string[],
  places: CredentialPlaces,
): Promise<string | undefined> {
  if (named !== undefined) return named;
  for (const file of [...servers.map((server) => credentialFileFor(places, server)), places.systemFile]) {
    if (await exists(file)) return file;
  }
  return undefined;
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );
