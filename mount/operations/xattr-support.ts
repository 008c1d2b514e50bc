import { isAclName } from '../../src/core/acl.js';
import { FileError } from '../../src/core/errors.js';
import type { Caller } from '../../src/core/operation.js';

/** `kept` goes to the volume. The others are answered here. */
export type XattrSupport = 'kept' | 'never-set' | 'nameless' | 'none';

const FILE_CAPABILITIES = 'security.capability';
/** What Linux has besides ACLs: the space, a dot, a name. */
const KEPT = /^(user|trusted|security)\../s;
const NAMELESS = /^(user|trusted|security)\.$/;
const FOR_ROOT_ONLY = 'trusted.';
const ROOT_UID = 0;

/**
 * Which attributes a mount keeps.
 *
 * File capabilities cannot be set: without FUSE_HANDLE_KILLPRIV_V2 the kernel asks for them before every
 * single write, and "never set" saves that round trip (as GlusterFS's mount does by default).
 */
export function xattrSupport(name: Uint8Array): XattrSupport {
  const text = Buffer.from(name).toString('latin1');
  if (text === FILE_CAPABILITIES) return 'never-set';
  if (NAMELESS.test(text)) return 'nameless';
  return isAclName(name) || KEPT.test(text) ? 'kept' : 'none';
}

/** @throws {FileError} EOPNOTSUPP, or EINVAL, for an attribute that there cannot be here. */
export function refuseUnkept(name: Uint8Array): void {
  const support = xattrSupport(name);
  if (support !== 'kept') throw new FileError(support === 'nameless' ? 'EINVAL' : 'EOPNOTSUPP');
}

/** The kernel hides the values of `trusted.*` from users; the names are up to the file system. */
export const isListed = (name: Uint8Array, { uid }: Caller): boolean =>
  uid === ROOT_UID || !Buffer.from(name).toString('latin1').startsWith(FOR_ROOT_ONLY);
