import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

/** One line of /proc/self/mountinfo (proc(5)). */
export interface MountEntry {
  readonly id: string;
  /** Of the mount that it stands on. */
  readonly parentId: string;
  /** `major:minor` of the superblock; for FUSE the minor is the connection's number. */
  readonly device: string;
  readonly mountPoint: string;
  readonly type: string;
  readonly source: string;
}

const MOUNT_TABLE = '/proc/self/mountinfo';
export const HAFS_MOUNT_TYPE = 'fuse.hafs';

/** The mounts that this process can see, in the order of mounting: of several at one place the last is on top. */
export const readMountTable = async (): Promise<readonly MountEntry[]> =>
  parseMountTable(await readFile(MOUNT_TABLE, 'utf8'));

/** Where a moment's wait would be too long. */
export const readMountTableNow = (): readonly MountEntry[] =>
  parseMountTable(readFileSync(MOUNT_TABLE, 'utf8'));

/** `ID parent-ID major:minor root mount-point options [tags...] - type source super-options` */
export function parseMountTable(text: string): readonly MountEntry[] {
  return text.split('\n').flatMap((line) => {
    const [mount = '', superblock = ''] = line.split(' - ');
    const [id = '', parentId = '', device, , mountPoint] = mount.split(' ');
    const [type, source] = superblock.split(' ');
    if (device === undefined || mountPoint === undefined || type === undefined) return [];
    const place = { mountPoint: unescapeField(mountPoint), source: unescapeField(source ?? '') };
    return [{ id, parentId, device, type, ...place }];
  });
}

/** The mount that one sees at this place, which must be given without symlinks. */
export const mountAt = (table: readonly MountEntry[], directory: string): MountEntry | undefined =>
  table.findLast((entry) => entry.mountPoint === directory);

/** Whether something stands on a directory of this file system. */
export function hasMountsWithin(table: readonly MountEntry[], device: string): boolean {
  const own = new Set(table.filter((entry) => entry.device === device).map(({ id }) => id));
  return table.some(({ parentId }) => own.has(parentId));
}

/** Blanks and backslashes stand as `\ooo`. */
const unescapeField = (field: string): string =>
  field.replace(/\\([0-7]{3})/g, (_all, octal: string) => String.fromCharCode(parseInt(octal, 8)));
