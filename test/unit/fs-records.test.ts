import { expect, test } from 'vitest';
import { CorruptionError } from '../../src/core/errors.js';
import { ino, sessionId } from '../../src/core/ids.js';
import { decodeCounters, encodeCounters } from '../../src/fs/counters-record.js';
import { decodeCookie, decodeDirent, encodeCookie, encodeDirent } from '../../src/fs/dirent-record.js';
import { decodeInode, encodeInode, type RegularInode } from '../../src/fs/inode-record.js';
import { cookieKey, countersKey, direntKey, inodeKey, orphanKey, xattrKey } from '../../src/fs/keys.js';
import { decodeOrphan, encodeOrphan } from '../../src/fs/orphan-record.js';
import { decodeXattrs, encodeXattrs } from '../../src/fs/xattr-record.js';
import { bytes } from '../support/memory-volume.js';

const NAME = bytes('name');
const START = { seconds: 0, nanoseconds: 0 };
const INODE: RegularInode = {
  kind: 'regular',
  attr: {
    ino: ino(2),
    type: 'regular',
    mode: 0o644,
    linkCount: 1,
    uid: 0,
    gid: 0,
    rdev: 0,
    sizeBytes: 1,
    storedBytes: 1,
    atime: START,
    mtime: START,
    ctime: START,
    version: 1,
  },
  chunksEnd: 1,
};

const withAttr = (attr: Partial<RegularInode['attr']>): Uint8Array =>
  encodeInode({ ...INODE, attr: { ...INODE.attr, ...attr } });

const RECORDS = [
  { record: 'inode 2', decode: decodeInode, key: inodeKey(ino(2)), value: encodeInode(INODE) },
  {
    record: 'entry "name" in 1',
    decode: decodeDirent,
    key: direntKey(ino(1), NAME),
    value: encodeDirent({ ino: ino(2), type: 'regular', cookie: 3 }),
  },
  {
    record: 'counters',
    decode: decodeCounters,
    key: countersKey(),
    value: encodeCounters({ nextIno: ino(2), inodeCount: 1, history: 3 }),
  },
  {
    record: 'orphan 2',
    decode: decodeOrphan,
    key: orphanKey(ino(2)),
    value: encodeOrphan({ isLinkable: false, holders: [sessionId(1)] }),
  },
  {
    record: 'xattrs of 2',
    decode: decodeXattrs,
    key: xattrKey(ino(2)),
    value: encodeXattrs([{ name: NAME, value: NAME }]),
  },
];

test.each(RECORDS)('records: $record, sound: is read', ({ decode, key, value }) => {
  expect(() => decode(key, value)).not.toThrow();
});

test.each(RECORDS)('records: $record, too short, too long or of another format: names it', (sound) => {
  const { record, decode, key, value } = sound;
  const tooLong = Buffer.concat([value, Buffer.alloc(1)]);
  const otherFormat = Uint8Array.of(2, ...value.subarray(1));
  for (const bad of [value.subarray(0, -1), tooLong, otherFormat, new Uint8Array()]) {
    expect(() => decode(key, bad)).toThrow(CorruptionError);
    expect(() => decode(key, bad)).toThrow(record);
  }
});

test.each([
  { what: 'mode with a file type', value: withAttr({ mode: 0o100644 }) },
  { what: 'nanoseconds of a second', value: withAttr({ mtime: { seconds: 0, nanoseconds: 1e9 } }) },
  { what: 'size above the largest', value: withAttr({ sizeBytes: 2 ** 50 }) },
  { what: 'chunks past the end of the file', value: withAttr({ sizeBytes: 0 }) },
  { what: 'file without its chunks’ end', value: withAttr({}).subarray(0, -4) },
])('records: inode: $what: is a corruption error', ({ value }) => {
  expect(() => decodeInode(inodeKey(ino(2)), value)).toThrow(CorruptionError);
});

test('records: entry under a cookie without a name: is a corruption error', () => {
  const value = encodeCookie({ ino: ino(2), type: 'regular', name: new Uint8Array() });
  expect(() => decodeCookie(cookieKey(ino(1), 3), value)).toThrow(CorruptionError);
});
