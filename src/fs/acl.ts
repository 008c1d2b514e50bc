/** POSIX ACLs, kept as extended attributes and in step with the mode, as posix_acl_update_mode of Linux does. */
import type { FileType } from '../core/attr.js';
import {
  ACCESS_ACL_NAME,
  decodeAcl,
  DEFAULT_ACL_NAME,
  encodeAcl,
  isAclName,
  isMinimal,
  narrowed,
  permissionsOf,
  withMode,
  type Acl,
} from '../core/acl.js';
import { equalBytes } from '../core/bytes.js';
import { CorruptionError, FileError } from '../core/errors.js';
import type { DirectoryInode, Inode } from './inode-record.js';
import { loadXattrs } from './state.js';
import type { StateView } from './state-view.js';
import type { Xattr } from './xattr-record.js';

const PERMISSIONS = 0o777;
const SYMLINK_MODE = 0o777;

/** What setting an attribute comes to, if it is an ACL. */
export interface AclChange {
  /** Of the inode afterwards. */
  readonly mode: number;
  /** Says no more than the mode: the attribute goes. */
  readonly isRedundant: boolean;
}

/** @throws {FileError} EINVAL, EACCES for a default ACL of what is no directory. */
export function planAcl({ kind, attr }: Inode, { name, value }: Xattr): AclChange | undefined {
  if (!isAclName(name)) return undefined;
  const acl = decodeAcl(value);
  if (acl === undefined) throw new FileError('EINVAL', 'no ACL');
  if (equalBytes(name, DEFAULT_ACL_NAME)) {
    if (kind !== 'directory') throw new FileError('EACCES', 'default ACL of what is no directory');
    return { mode: attr.mode, isRedundant: acl.length === 0 };
  }
  if (acl.length === 0) return { mode: attr.mode, isRedundant: true };
  return { mode: (attr.mode & ~PERMISSIONS) | permissionsOf(acl), isRedundant: isMinimal(acl) };
}

export const hasAcl = (xattrs: readonly Xattr[]): boolean => xattrs.some(({ name }) => isAclName(name));

/** chmod: @returns the attributes with the access ACL as the new mode has it, `undefined` when there is none. */
export function xattrsAfterChmod(view: StateView, { attr }: Inode, mode: number): Xattr[] | undefined {
  if (attr.hasAcl !== true) return undefined;
  const xattrs = loadXattrs(view, attr.ino);
  const index = xattrs.findIndex(({ name }) => equalBytes(name, ACCESS_ACL_NAME));
  const access = xattrs[index];
  if (access === undefined) return undefined;
  return xattrs.with(index, { ...access, value: encodeAcl(withMode(storedAcl(access), mode)) });
}

export interface Heritage {
  readonly mode: number;
  readonly xattrs: readonly Xattr[];
}

/** A new inode's mode and ACLs. The umask counts only where the directory has no default ACL. */
export function inherit(
  view: StateView,
  parent: DirectoryInode,
  made: { readonly type: FileType; readonly mode: number; readonly umask?: number },
): Heritage {
  if (made.type === 'symlink') return { mode: SYMLINK_MODE, xattrs: [] };
  const inherited = defaultAcl(view, parent);
  if (inherited === undefined) return { mode: made.mode & ~(made.umask ?? 0), xattrs: [] };
  const access = narrowed(storedAcl(inherited), made.mode);
  const own = isMinimal(access) ? [] : [{ name: ACCESS_ACL_NAME, value: encodeAcl(access) }];
  const passedOn = made.type === 'directory' ? [inherited] : [];
  return { mode: (made.mode & ~PERMISSIONS) | permissionsOf(access), xattrs: [...own, ...passedOn] };
}

function defaultAcl(view: StateView, { attr }: DirectoryInode): Xattr | undefined {
  if (attr.hasAcl !== true) return undefined;
  return loadXattrs(view, attr.ino).find(({ name }) => equalBytes(name, DEFAULT_ACL_NAME));
}

function storedAcl({ value }: Xattr): Acl {
  const acl = decodeAcl(value);
  if (acl === undefined) throw new CorruptionError('a stored ACL is none');
  return acl;
}
