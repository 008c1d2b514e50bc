/** What a new node is given to find its pool, to know it, and to be let in: once, and not for long. */
import { InvalidRequestError } from '../../core/errors.js';
import { normalizeAddress } from '../address.js';

export interface JoinToken {
  /** HOST:PORT of the node that made it, and that alone redeems it. */
  readonly address: string;
  /** Of the pool's authority; see `fingerprintOf`. */
  readonly fingerprint: string;
  /** Hexadecimal. */
  readonly secret: string;
}

const PREFIX = 'hafs1-';
const FINGERPRINT = /^[0-9a-f]{64}$/;
const SECRET = /^[0-9a-f]{32,64}$/;

export const tokenText = ({ address, fingerprint, secret }: JoinToken): string =>
  PREFIX + Buffer.from([address, fingerprint, secret].join(' ')).toString('base64url');

/** @throws {InvalidRequestError} */
export function parseToken(text: string): JoinToken {
  const body = text.trim();
  const decoded = body.startsWith(PREFIX)
    ? Buffer.from(body.slice(PREFIX.length), 'base64url').toString()
    : '';
  const [address = '', fingerprint = '', secret = ''] = decoded.split(' ');
  if (!FINGERPRINT.test(fingerprint) || !SECRET.test(secret)) {
    throw new InvalidRequestError('this is no token; "hafs pool token create" makes one');
  }
  return { address: normalizeAddress(address), fingerprint, secret };
}
