import { FileError } from '../../src/core/errors.js';

/** `kept` goes to the volume. The others are answered here. */
export type XattrSupport = 'kept' | 'never-set' | 'none';

const POSIX_ACL_PREFIX = 'system.posix_acl_';
const FILE_CAPABILITIES = 'security.capability';

/**
 * Which attributes a mount keeps.
 *
 * POSIX ACLs would be stored but not enforced (FUSE_POSIX_ACL is not negotiated), so they are refused.
 * File capabilities cannot be set: without FUSE_HANDLE_KILLPRIV_V2 the kernel asks for them before every
 * single write, and "never set" saves that round trip (as GlusterFS's mount does by default).
 */
export function xattrSupport(name: Uint8Array): XattrSupport {
  const text = Buffer.from(name).toString('latin1');
  if (text.startsWith(POSIX_ACL_PREFIX)) return 'none';
  return text === FILE_CAPABILITIES ? 'never-set' : 'kept';
}

/** @throws {FileError} EOPNOTSUPP for an attribute that cannot be changed here. */
export function refuseUnkept(name: Uint8Array): void {
  if (xattrSupport(name) !== 'kept') throw new FileError('EOPNOTSUPP');
}
