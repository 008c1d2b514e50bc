/**
 * POSIX ACLs in the form that Linux gives them as extended attributes (linux/posix_acl_xattr.h), little-endian:
 *
 *   version:4 (2), then for each entry: tag:2 permissions:2 id:4
 */
import { bytesToMapKey } from './bytes.js';

export const ACCESS_ACL_NAME = Buffer.from('system.posix_acl_access');
export const DEFAULT_ACL_NAME = Buffer.from('system.posix_acl_default');

const ACL_KEYS = new Set([ACCESS_ACL_NAME, DEFAULT_ACL_NAME].map(bytesToMapKey));
const VERSION = 2;
const HEADER_BYTES = 4;
const ENTRY_BYTES = 8;
const PERMISSIONS = 0o777;
const TAG = { owner: 0x01, user: 0x02, group: 0x04, namedGroup: 0x08, mask: 0x10, others: 0x20 } as const;

type Tag = keyof typeof TAG;

const TAG_OF_NUMBER = new Map<number, Tag>(Object.entries(TAG).map(([name, tag]) => [tag, name as Tag]));

export interface AclEntry {
  readonly tag: Tag;
  readonly permissions: number;
  /** Of a named user or group; else 2^32-1. */
  readonly id: number;
}

export type Acl = readonly AclEntry[];

export const isAclName = (name: Uint8Array): boolean => ACL_KEYS.has(bytesToMapKey(name));

/** @returns `undefined` when it is none. The kernel has checked the order and that nothing is missing. */
export function decodeAcl(value: Uint8Array): Acl | undefined {
  const bytes = Buffer.from(value);
  if (bytes.length < HEADER_BYTES || (bytes.length - HEADER_BYTES) % ENTRY_BYTES !== 0) return undefined;
  if (bytes.readUInt32LE(0) !== VERSION) return undefined;
  const entries: AclEntry[] = [];
  for (let at = HEADER_BYTES; at < bytes.length; at += ENTRY_BYTES) {
    const tag = TAG_OF_NUMBER.get(bytes.readUInt16LE(at));
    const permissions = bytes.readUInt16LE(at + 2);
    if (tag === undefined || permissions > 7) return undefined;
    entries.push({ tag, permissions, id: bytes.readUInt32LE(at + 4) });
  }
  return entries;
}

export function encodeAcl(acl: Acl): Uint8Array {
  const bytes = Buffer.alloc(HEADER_BYTES + acl.length * ENTRY_BYTES);
  bytes.writeUInt32LE(VERSION, 0);
  for (const [nth, { tag, permissions, id }] of acl.entries()) {
    const at = HEADER_BYTES + nth * ENTRY_BYTES;
    bytes.writeUInt16LE(TAG[tag], at);
    bytes.writeUInt16LE(permissions, at + 2);
    bytes.writeUInt32LE(id, at + 4);
  }
  return bytes;
}

/** Whether the permission bits say the same. */
export const isMinimal = (acl: Acl): boolean =>
  acl.every(({ tag }) => tag === 'owner' || tag === 'group' || tag === 'others');

/** The permission bits that go with an ACL: the group's are the mask, where there is one. */
export function permissionsOf(acl: Acl): number {
  const of = (tag: Tag): number | undefined => acl.find((entry) => entry.tag === tag)?.permissions;
  return ((of('owner') ?? 0) << 6) | ((of('mask') ?? of('group') ?? 0) << 3) | (of('others') ?? 0);
}

/** chmod(2): the ACL as the new bits have it. */
export const withMode = (acl: Acl, mode: number): Acl => remade(acl, mode, (_old, given) => given);

/** What a new inode gets of its directory's default ACL: no more than the mode of its making allows. */
export const narrowed = (acl: Acl, mode: number): Acl => remade(acl, mode, (old, given) => old & given);

function remade(acl: Acl, mode: number, permit: (old: number, given: number) => number): Acl {
  const groupClass: Tag = acl.some(({ tag }) => tag === 'mask') ? 'mask' : 'group';
  const shifts = new Map<Tag, number>([
    ['owner', 6],
    [groupClass, 3],
    ['others', 0],
  ]);
  return acl.map((entry) => {
    const shift = shifts.get(entry.tag);
    if (shift === undefined) return entry;
    return { ...entry, permissions: permit(entry.permissions, ((mode & PERMISSIONS) >> shift) & 7) };
  });
}
