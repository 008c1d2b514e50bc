/** setxattr, removexattr and the look-up they share with getxattr. */
import { ACCESS_ACL_NAME, isAclName } from '../core/acl.js';
import type { Attr } from '../core/attr.js';
import { equalBytes } from '../core/bytes.js';
import { CAPABILITY_NAME } from '../core/capability.js';
import { FileError } from '../core/errors.js';
import type { Ino } from '../core/ids.js';
import { XATTR_NAME_BYTES_MAX, XATTR_VALUE_BYTES_MAX } from '../core/limits.js';
import type { FileReply } from '../core/operation.js';
import { hasAcl, planAcl } from './acl.js';
import type { Draft } from './draft.js';
import { xattrKey } from './keys.js';
import type { OperationOf } from './operation-of.js';
import { loadInode, loadXattrs } from './state.js';
import { encodeXattrs, xattrsFit, type Xattr } from './xattr-record.js';

const SETGID = 0o2000;

export function setxattr(draft: Draft, operation: OperationOf<'setxattr'>): FileReply {
  const { ino, name, value, mode: presence, losesSetgid } = operation;
  const inode = loadInode(draft, ino);
  checkXattrName(name);
  if (value.length > XATTR_VALUE_BYTES_MAX) throw new FileError('E2BIG', `value of ${value.length} bytes`);
  const xattrs = loadXattrs(draft, ino);
  const index = findXattr(xattrs, name);
  if (index >= 0 && presence === 'create') throw new FileError('EEXIST');
  if (index < 0 && presence === 'replace') throw new FileError('ENODATA');
  const acl = planAcl(inode, { name, value });
  const changed =
    acl?.isRedundant === true ? without(xattrs, index) : withXattr(xattrs, index, { name, value });
  if (!xattrsFit(changed)) throw new FileError('ENOSPC', `attributes of inode ${ino}`);
  saveXattrs(draft, ino, changed);
  const mode = acl?.mode ?? inode.attr.mode;
  const setgid = losesSetgid === true && equalBytes(name, ACCESS_ACL_NAME) ? SETGID : 0;
  draft.saveInode(inode, { mode: mode & ~setgid, ...kindsOf(changed) });
  return { kind: 'done' };
}

export function removexattr(draft: Draft, { ino, name }: OperationOf<'removexattr'>): FileReply {
  const inode = loadInode(draft, ino);
  checkXattrName(name);
  const xattrs = loadXattrs(draft, ino);
  const index = findXattr(xattrs, name);
  // Linux takes an ACL away without asking whether there is one.
  if (index < 0 && isAclName(name)) return { kind: 'done' };
  if (index < 0) throw new FileError('ENODATA');
  const left = without(xattrs, index);
  saveXattrs(draft, ino, left);
  draft.saveInode(inode, kindsOf(left));
  return { kind: 'done' };
}

/** What the attributes of an inode say of its extended ones. */
export const kindsOf = (xattrs: readonly Xattr[]): Pick<Attr, 'hasAcl' | 'hasCapability'> => ({
  hasAcl: hasAcl(xattrs),
  hasCapability: xattrs.some(isCapability),
});

export const isCapability = ({ name }: Xattr): boolean => equalBytes(name, CAPABILITY_NAME);

/** @throws {FileError} ERANGE */
export function checkXattrName(name: Uint8Array): void {
  if (name.length === 0 || name.length > XATTR_NAME_BYTES_MAX) {
    throw new FileError('ERANGE', `attribute name of ${name.length} bytes`);
  }
}

/** @returns the index of the attribute, or -1. */
export const findXattr = (xattrs: readonly Xattr[], name: Uint8Array): number =>
  xattrs.findIndex((xattr) => equalBytes(xattr.name, name));

const without = (xattrs: Xattr[], index: number): Xattr[] =>
  index < 0 ? xattrs : xattrs.toSpliced(index, 1);

const withXattr = (xattrs: Xattr[], index: number, xattr: Xattr): Xattr[] =>
  index < 0 ? [...xattrs, xattr] : xattrs.with(index, xattr);

/** An inode without attributes has no record. */
export function saveXattrs(draft: Draft, ino: Ino, xattrs: readonly Xattr[]): void {
  if (xattrs.length === 0) draft.removeIfPresent(xattrKey(ino));
  else draft.put(xattrKey(ino), encodeXattrs(xattrs));
}
