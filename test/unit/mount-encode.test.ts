import { expect, test } from 'vitest';
import { entriesMaxIn, entriesThatFit, type KernelDirent } from '../../mount/protocol/dirent-layout.js';
import { encodeReply } from '../../mount/protocol/encode-reply.js';
import { negotiate, PROTOCOL_MINOR_MIN } from '../../mount/protocol/init-answer.js';
import { NOT_VALID, type KernelReply } from '../../mount/protocol/kernel-reply.js';
import { unique } from '../../mount/protocol/request-ids.js';
import type { Attr } from '../../src/core/attr.js';
import { ERRNO } from '../../src/core/errno.js';
import { InvalidRequestError } from '../../src/core/errors.js';
import { ino } from '../../src/core/ids.js';
import { MIB } from '../../src/core/limits.js';
import { LAST_BYTE } from '../../src/core/lock.js';
import { REPLY, REQUEST_UNIQUE } from '../support/fuse-messages.js';

const ID = unique(REQUEST_UNIQUE);
const OPEN_OUT = '07' + '0'.repeat(30);
const OPEN_KEEPING = '07' + '0'.repeat(14) + '02' + '0'.repeat(14);

const attr: Attr = {
  ino: ino(42),
  type: 'regular',
  mode: 0o644,
  linkCount: 2,
  uid: 1000,
  gid: 33,
  rdev: 0x103,
  sizeBytes: 5_000_000_000,
  storedBytes: 4097,
  atime: { seconds: -2, nanoseconds: 1 },
  mtime: { seconds: 1_700_000_001, nanoseconds: 999_999_999 },
  ctime: { seconds: 1_700_000_002, nanoseconds: 3 },
  version: 1,
};
const hello: KernelDirent = { name: Buffer.from('hello'), ino: 42, type: 'regular', cookie: 17 };
const space = { totalBytes: 16_777_216 * 4096, availableBytes: 12_582_912 * 4096 + 1, inodeCount: 7 };
const KERNEL_OFFER = { major: 7, minor: 45, flags: 0xfffffffffn };

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

test.each<[string, KernelReply, string]>([
  ['entry', { kind: 'entry', attr, valid: NOT_VALID }, REPLY.entry],
  ['created', { kind: 'created', attr, handle: 7n }, REPLY.entry + OPEN_KEEPING],
  ['attr', { kind: 'attr', attr, validMs: 0 }, REPLY.attr],
  ['opened', { kind: 'opened', handle: 7n, isFlushed: true, keepsPages: false }, OPEN_OUT],
  [
    'opened to be read',
    { kind: 'opened', handle: 7n, isFlushed: false, keepsPages: true },
    '0700000000000000' + '2200000000000000',
  ],
  [
    'opened to append',
    { kind: 'opened', handle: 7n, isFlushed: true, keepsPages: true, isDirect: true },
    '0700000000000000' + '0300000000000000',
  ],
  ['directory opened', { kind: 'directoryOpened' }, '0'.repeat(32)],
  ['offset', { kind: 'offset', offsetBytes: 4096 }, '0010000000000000'],
  ['no obstacle', { kind: 'obstacle', lock: undefined }, '0'.repeat(32) + '0200000000000000'],
  [
    'obstacle to the end of the file',
    { kind: 'obstacle', lock: { type: 'write', firstByte: 16, lastByte: LAST_BYTE, pid: 5 } },
    '1000000000000000' + 'ffffffffffffff7f' + '0100000005000000',
  ],
  ['written', { kind: 'written', sizeBytes: MIB }, REPLY.written],
  ['xattr size', { kind: 'xattrSize', sizeBytes: MIB }, REPLY.written],
  ['data', { kind: 'data', data: Buffer.from('abc') }, '616263'],
  ['dirents', { kind: 'dirents', entries: [hello] }, REPLY.dirent],
  ['dirents with attributes', { kind: 'direntsPlus', entries: [{ ...hello, attr }] }, REPLY.direntplus],
  ['space', { kind: 'space', space }, REPLY.statfs],
  ['init', { kind: 'init', answer: negotiate(KERNEL_OFFER) }, REPLY.init],
  ['done', { kind: 'done' }, ''],
])('encode: %s: is laid out as linux/fuse.h has it', (_name, reply, want) => {
  const [header, payload] = encodeReply(ID, reply);
  expect(hex(payload)).toBe(want);
  expect(Buffer.from(header).readUInt32LE(0)).toBe(16 + payload.length);
  expect(hex(header.subarray(4))).toBe('000000008877665544332211');
});

test('encode: error: is negative and has no data', () => {
  const [header, payload] = encodeReply(ID, { kind: 'error', errno: ERRNO.ENOENT });
  expect(hex(header)).toBe(REPLY.error);
  expect(payload).toHaveLength(0);
});

test('encode: entry without attributes in a plus listing: nodeid 0, so the kernel counts no lookup', () => {
  const [, payload] = encodeReply(ID, { kind: 'direntsPlus', entries: [hello] });
  expect(hex(payload)).toBe('00'.repeat(128) + REPLY.dirent);
});

test.each([
  { sizeBytes: 0, want: 0 },
  { sizeBytes: 31, want: 0 },
  { sizeBytes: 32, want: 1 },
  { sizeBytes: 63, want: 1 },
  { sizeBytes: 64, want: 2 },
  { sizeBytes: 1000, want: 3 },
])('dirents: $sizeBytes bytes hold $want records of 32', ({ sizeBytes, want }) => {
  const fitting = entriesThatFit([hello, hello, hello], sizeBytes, false);
  expect(fitting).toHaveLength(want);
  expect(entriesMaxIn(sizeBytes, false)).toBeGreaterThanOrEqual(want === 3 ? 0 : want);
});

test('init: older kernel: keeps to its minor and to the flags it knows', () => {
  const answer = negotiate({ major: 7, minor: 31, flags: 0x1n });
  expect(answer).toEqual({ minor: 31, flags: 0x1n });
});

test.each([
  { major: 6, minor: 45 },
  { major: 8, minor: 0 },
  { major: 7, minor: PROTOCOL_MINOR_MIN - 1 },
])('init: protocol $major.$minor: refused', ({ major, minor }) => {
  expect(() => negotiate({ ...KERNEL_OFFER, major, minor })).toThrow(InvalidRequestError);
});
