import { isAclName } from '../../src/core/acl.js';
import { FileError } from '../../src/core/errors.js';
import type { Caller } from '../../src/core/operation.js';

/** What Linux has besides ACLs: the space, a dot, a name. */
const KEPT = /^(user|trusted|security)\../s;
const NAMELESS = /^(user|trusted|security)\.$/;
const FOR_ROOT_ONLY = 'trusted.';
const ROOT_UID = 0;

/** @throws {FileError} EOPNOTSUPP, or EINVAL, for an attribute that there cannot be here. */
export function refuseUnkept(name: Uint8Array): void {
  const text = Buffer.from(name).toString('latin1');
  if (NAMELESS.test(text)) throw new FileError('EINVAL', 'an attribute without a name');
  if (!isAclName(name) && !KEPT.test(text)) throw new FileError('EOPNOTSUPP');
}

/** The kernel hides the values of `trusted.*` from users; the names are up to the file system. */
export const isListed = (name: Uint8Array, { uid }: Caller): boolean =>
  uid === ROOT_UID || !Buffer.from(name).toString('latin1').startsWith(FOR_ROOT_ONLY);
