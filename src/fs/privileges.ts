/** Set-id bits and capabilities of a file, which it loses when somebody else may have changed what it does. */
import type { Attr } from '../core/attr.js';
import type { LostPrivileges } from '../core/operation.js';
import type { Draft } from './draft.js';
import type { Inode } from './inode-record.js';
import { loadXattrs } from './state.js';
import { isCapability, saveXattrs } from './xattr.js';

const SETUID = 0o4000;
const SETGID = 0o2000;
const GROUP_EXECUTE = 0o010;

/** Takes them away. @returns how the attributes change by that. */
export function dropPrivileges(draft: Draft, inode: Inode, lost: LostPrivileges | undefined): Partial<Attr> {
  if (lost === undefined || inode.kind === 'directory') return {};
  const mode = lost === 'all' ? withoutSetIds(inode.attr.mode) : inode.attr.mode;
  if (inode.attr.hasCapability !== true) return { mode };
  const { ino } = inode.attr;
  saveXattrs(
    draft,
    ino,
    loadXattrs(draft, ino).filter((xattr) => !isCapability(xattr)),
  );
  return { mode, hasCapability: false };
}

/** Setgid without group execute is no privilege. */
function withoutSetIds(mode: number): number {
  const isPrivilege = (mode & GROUP_EXECUTE) !== 0;
  return mode & ~SETUID & ~(isPrivilege ? SETGID : 0);
}
