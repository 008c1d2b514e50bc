/** Where a server may listen: without an identity, nowhere but on this machine. */
import { RefusedError } from '../../src/core/errors.js';
import { DEFAULT_PORT, normalizeAddress } from '../../src/rpc/address.js';

export interface Listening {
  /** HOST:PORT */
  readonly address: string;
  /** Anybody may talk to it from elsewhere, and listen: it was asked for. */
  readonly isInsecure: boolean;
}

const LOOPBACK = /^(127(\.\d{1,3}){3}|localhost|\[::1\])$/;

/**
 * @param wanted HOST:PORT; without it, everywhere with an identity and on loopback without.
 * @throws {RefusedError} it would be open to everybody, and nobody has asked for that.
 */
export function listeningFor(
  wanted: string | undefined,
  { hasIdentity, isInsecure }: { readonly hasIdentity: boolean; readonly isInsecure: boolean },
): Listening {
  if (hasIdentity && isInsecure)
    throw new RefusedError('this node has an identity: with --insecure it could talk to none of its pool');
  const everywhere = hasIdentity || isInsecure;
  const address = normalizeAddress(wanted ?? `${everywhere ? '0.0.0.0' : '127.0.0.1'}:${DEFAULT_PORT}`);
  const isLoopback = LOOPBACK.test(address.replace(/:\d+$/, ''));
  if (everywhere || isLoopback) return { address, isInsecure: isInsecure && !isLoopback };
  throw new RefusedError(
    `listening on ${address} would let anybody in: give the node an identity first ("hafs pool init", or ` +
      '"hafs pool join" with a token), or say --insecure',
  );
}
