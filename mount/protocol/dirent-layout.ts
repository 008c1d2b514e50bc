import { FILE_TYPE, type Attr, type FileType } from '../../src/core/attr.js';
import { ENTRY_OUT_BYTES, putEntry } from './encode-attr.js';
import { ReplyWriter } from './reply-writer.js';

const DIRENT_BYTES = 24;
const ALIGNMENT_BYTES = 8;

/** One name of a listing as the kernel gets it. */
export interface KernelDirent {
  readonly name: Uint8Array;
  /** What `d_ino` shows. */
  readonly ino: number;
  readonly type: FileType;
  readonly cookie: number;
  /** Only in READDIRPLUS, and not for `.` and `..`: the kernel counts a lookup where it stands. */
  readonly attr?: Attr;
  /** How long the attributes may be told on. */
  readonly attrMs?: number;
}

type Named = Pick<KernelDirent, 'name'>;

const headBytes = (withAttr: boolean): number => DIRENT_BYTES + (withAttr ? ENTRY_OUT_BYTES : 0);

/** FUSE_REC_ALIGN of linux/fuse.h. */
const aligned = (sizeBytes: number): number => Math.ceil(sizeBytes / ALIGNMENT_BYTES) * ALIGNMENT_BYTES;

const recordBytes = (entry: Named, withAttr: boolean): number =>
  aligned(headBytes(withAttr) + entry.name.length);

/** How many entries a listing of `sizeBytes` can hold at most: names have a byte or more. */
export const entriesMaxIn = (sizeBytes: number, withAttr: boolean): number =>
  Math.floor(sizeBytes / aligned(headBytes(withAttr) + 1));

/** The longest run of entries, from the first, whose records fit into `sizeBytes`. */
export function entriesThatFit<Entry extends Named>(
  entries: readonly Entry[],
  sizeBytes: number,
  withAttr: boolean,
): readonly Entry[] {
  let usedBytes = 0;
  const overflow = entries.findIndex((entry) => {
    usedBytes += recordBytes(entry, withAttr);
    return usedBytes > sizeBytes;
  });
  return overflow < 0 ? entries : entries.slice(0, overflow);
}

/**
 * `struct fuse_dirent` of linux/fuse.h for each entry: ino:8 off:8 namelen:4 type:4 name, zeros up to a
 * multiple of 8. With attributes each is led by a `fuse_entry_out` (`struct fuse_direntplus`); one of
 * zeros says that the name comes without.
 */
export function encodeDirents(entries: readonly KernelDirent[], withAttr: boolean): Uint8Array {
  const sizes = entries.map((entry) => recordBytes(entry, withAttr));
  const writer = new ReplyWriter(sizes.reduce((sum, size) => sum + size, 0));
  for (const entry of entries) {
    if (withAttr) putEntryOrNothing(writer, entry);
    writer.u64(entry.ino).u64(entry.cookie).u32(entry.name.length).u32(FILE_TYPE[entry.type]).raw(entry.name);
    writer.skip(aligned(entry.name.length) - entry.name.length);
  }
  return writer.done();
}

function putEntryOrNothing(writer: ReplyWriter, { attr, attrMs = 0 }: KernelDirent): void {
  if (attr === undefined) writer.skip(ENTRY_OUT_BYTES);
  else putEntry(writer, attr, { entryMs: 0, attrMs });
}
