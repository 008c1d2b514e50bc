/** How files look in `ls -l`, `stat` and their JSON. */
import type { Attr, FileType } from '../../core/attr.js';
import { printable } from '../../core/printable.js';
import { tableText } from '../output.js';
import { timeText } from '../units.js';

const TYPE_LETTER: Readonly<Record<FileType, string>> = {
  regular: '-',
  directory: 'd',
  symlink: 'l',
  fifo: 'p',
  socket: 's',
  charDevice: 'c',
  blockDevice: 'b',
};

const BYTES_PER_BLOCK = 512;

export interface NamedFile {
  readonly name: string;
  readonly attr: Attr;
  /** Of a symbolic link. */
  readonly target: string | undefined;
}

/** "-rwxr-sr-t": as ls(1) writes mode bits. */
export function modeText(type: FileType, mode: number): string {
  const bit = (mask: number, letter: string): string => ((mode & mask) === 0 ? '-' : letter);
  const execute = (mask: number, special: number, letter: string): string => {
    if ((mode & special) === 0) return bit(mask, 'x');
    return (mode & mask) === 0 ? letter.toUpperCase() : letter;
  };
  return [
    TYPE_LETTER[type],
    bit(0o400, 'r') + bit(0o200, 'w') + execute(0o100, 0o4000, 's'),
    bit(0o040, 'r') + bit(0o020, 'w') + execute(0o010, 0o2000, 's'),
    bit(0o004, 'r') + bit(0o002, 'w') + execute(0o001, 0o1000, 't'),
  ].join('');
}

export const octal = (mode: number): string => mode.toString(8).padStart(4, '0');

export const fileDocument = ({ name, attr, target }: NamedFile) => ({
  name,
  type: attr.type,
  mode: octal(attr.mode),
  linkCount: attr.linkCount,
  uid: attr.uid,
  gid: attr.gid,
  sizeBytes: attr.sizeBytes,
  storedBytes: attr.storedBytes,
  ino: attr.ino,
  atime: timeText(attr.atime.seconds),
  mtime: timeText(attr.mtime.seconds),
  ctime: timeText(attr.ctime.seconds),
  ...(target !== undefined && { target }),
});

export function longListing(files: readonly NamedFile[]): string {
  const left = { head: '' };
  const right = { head: '', align: 'right' } as const;
  const rows = files.map(({ name, attr, target }) => [
    modeText(attr.type, attr.mode),
    attr.linkCount,
    attr.uid,
    attr.gid,
    attr.sizeBytes,
    timeText(attr.mtime.seconds),
    shownName({ name, target }),
  ]);
  return tableText([left, right, right, right, right, left, left], rows);
}

/** Not as it is: a name may hold a line break, and whatever else a terminal obeys. */
export const shownName = ({ name, target }: Pick<NamedFile, 'name' | 'target'>): string =>
  printable(target === undefined ? name : `${name} -> ${target}`);

/** As stat(1) lays it out. */
export function statBlock({ name, attr, target }: NamedFile): string {
  return [
    `  File: ${shownName({ name, target })}`,
    `  Size: ${attr.sizeBytes}  Blocks: ${Math.ceil(attr.storedBytes / BYTES_PER_BLOCK)}  ${attr.type}`,
    ` Inode: ${attr.ino}  Links: ${attr.linkCount}`,
    `Access: (${octal(attr.mode)}/${modeText(attr.type, attr.mode)})  Uid: ${attr.uid}  Gid: ${attr.gid}`,
    `Access: ${timeText(attr.atime.seconds)}`,
    `Modify: ${timeText(attr.mtime.seconds)}`,
    `Change: ${timeText(attr.ctime.seconds)}`,
  ].join('\n');
}
