import { expect, test } from 'vitest';
import { decodeRequest, wantsReply } from '../../mount/protocol/decode-request.js';
import type { RequestBody } from '../../mount/protocol/kernel-request.js';
import { OPCODE } from '../../mount/protocol/opcode.js';
import { kernelNodeId, unique } from '../../mount/protocol/request-ids.js';
import { InvalidRequestError } from '../../src/core/errors.js';
import { REQUEST, REQUEST_UNIQUE, requestBytes } from '../support/fuse-messages.js';

const text = (value: string): Uint8Array => Buffer.from(value, 'latin1');
const node = kernelNodeId;
const EXTENSION_LENGTH_OFFSET = 36;

const WRITE = {
  kind: 'write',
  offsetBytes: 4096,
  isAppend: false,
  isSync: false,
  isFromMapping: false,
  killsSetIds: false,
  data: text('abc'),
} as const;
const READ = { kind: 'read', offsetBytes: 8_589_934_592, lengthBytes: 131_072, isNoAtime: false } as const;
const READDIRPLUS = {
  kind: 'readdir',
  cookie: 17,
  sizeBytes: 4096,
  withAttr: true,
  isNoAtime: false,
} as const;
const SETXATTR = { kind: 'setxattr', name: text('user.k'), value: text('v\0l\0e'), flags: 1 } as const;

const CASES: readonly [keyof typeof REQUEST, RequestBody][] = [
  ['init', { kind: 'init', offer: { major: 7, minor: 45, flags: 0x5c0000009n } }],
  ['lookup', { kind: 'lookup', name: text('name') }],
  ['forget', { kind: 'forget', forgets: [{ nodeid: node(42), nlookup: 3 }] }],
  [
    'batchForget',
    {
      kind: 'forget',
      forgets: [
        { nodeid: node(5), nlookup: 1 },
        { nodeid: node(6), nlookup: 9 },
      ],
    },
  ],
  ['getattr', { kind: 'getattr' }],
  [
    'setattr',
    {
      kind: 'setattr',
      change: {
        mode: 0o4755,
        uid: 1001,
        gid: 34,
        sizeBytes: 6_000_000_000,
        atime: { seconds: -5, nanoseconds: 7 },
        mtime: 'now',
        ctime: { seconds: 12, nanoseconds: 9 },
        killsSetIds: false,
      },
    },
  ],
  ['setattrOfOwner', { kind: 'setattr', change: { uid: 1001, killsSetIds: true } }],
  ['symlink', { kind: 'symlink', name: text('new'), target: text('../target') }],
  ['mknod', { kind: 'mknod', name: text('dev'), mode: 0o20644, umask: 0o22, rdev: 0x103 }],
  ['mkdir', { kind: 'mkdir', name: text('dir'), mode: 0o755, umask: 0o22 }],
  [
    'create',
    { kind: 'create', name: text('file'), mode: 0o100640, umask: 0o22, isExclusive: true, isAppend: false },
  ],
  ['rename', { kind: 'rename', name: text('old'), newParent: node(9), newName: text('new'), flags: 0 }],
  ['rename2', { kind: 'rename', name: text('old'), newParent: node(9), newName: text('new'), flags: 2 }],
  ['link', { kind: 'link', target: node(7), name: text('hard') }],
  ['read', READ],
  ['readNoAtime', { ...READ, isNoAtime: true }],
  ['write', { ...WRITE, isAppend: true, isSync: true }],
  ['writeByUser', { ...WRITE, killsSetIds: true }],
  ['writeFromMapping', { ...WRITE, isFromMapping: true }],
  ['readdirplus', READDIRPLUS],
  ['readdirplusNoAtime', { ...READDIRPLUS, isNoAtime: true }],
  ['setxattr', { ...SETXATTR, killsSetgid: true }],
  ['setxattrOfOldKernel', { ...SETXATTR, killsSetgid: false }],
  ['getxattr', { kind: 'getxattr', name: text('user.k'), sizeBytes: 64 }],
  ['listxattr', { kind: 'listxattr', sizeBytes: 64 }],
  ['interrupt', { kind: 'interrupt', target: unique(0xfffffffffffffff0n) }],
];

test.each(CASES)('decode: %s: is read as linux/fuse.h lays it out', (name, body) => {
  const { opcode, body: bodyHex } = REQUEST[name];
  const decoded = decodeRequest(requestBytes(opcode, bodyHex));
  expect(decoded).toMatchObject({
    kind: 'request',
    request: {
      header: { unique: REQUEST_UNIQUE, nodeid: 42, caller: { uid: 1000, gid: 33 } },
      body,
    },
  });
});

/** What may follow the last field that matters; cutting there loses nothing. */
const UNREAD_TAIL_BYTES: Partial<Record<keyof typeof REQUEST, number>> = {
  init: 44,
  getattr: 16,
  setattr: 4,
  setattrOfOwner: 4,
  read: 4,
  readNoAtime: 4,
  readdirplus: 4,
  readdirplusNoAtime: 4,
  listxattr: 4,
};

test.each(CASES)('decode: %s: cut short anywhere it is malformed, never a crash', (name) => {
  const { opcode, body } = REQUEST[name];
  const neededBytes = body.length / 2 - (UNREAD_TAIL_BYTES[name] ?? 0);
  for (let length = 0; length < neededBytes; length++) {
    const decoded = decodeRequest(requestBytes(opcode, body.slice(0, length * 2)));
    expect(decoded.kind).toBe('malformed');
  }
});

test('decode: value above 2^53: stays above every limit of hafs', () => {
  const body = `0000000000000000${'ff'.repeat(7)}7f${REQUEST.read.body.slice(32)}`;
  expect(decodeRequest(requestBytes(OPCODE.READ, body))).toMatchObject({
    request: { body: { offsetBytes: Number.MAX_SAFE_INTEGER } },
  });
});

test('decode: a time with more than a second of nanoseconds: malformed, not stored', () => {
  const body = REQUEST.setattr.body.replace('07000000', 'ffffffff'); // atimensec, which comes first.
  expect(decodeRequest(requestBytes(OPCODE.SETATTR, body)).kind).toBe('malformed');
});

test('decode: a lock that ends before it begins: malformed, not stored', () => {
  const bytes = [0n, 1n, 9n, 8n].map((value) => Buffer.from(BigUint64Array.of(value).buffer).toString('hex'));
  const body = `${bytes.join('')}${'00'.repeat(16)}`;
  expect(decodeRequest(requestBytes(OPCODE.SETLK, body)).kind).toBe('malformed');
});

test('decode: a read of 4 GiB: malformed, no memory is set aside for it', () => {
  const body = `${REQUEST.read.body.slice(0, 32)}ffffffff${REQUEST.read.body.slice(40)}`;
  expect(decodeRequest(requestBytes(OPCODE.READ, body)).kind).toBe('malformed');
});

test('decode: unknown opcode: is named as unsupported', () => {
  expect(decodeRequest(requestBytes(4711, ''))).toMatchObject({
    request: { body: { kind: 'unsupported', opcode: 4711 } },
  });
});

test('decode: header that belies the length: nobody can be answered', () => {
  const message = requestBytes(OPCODE.GETATTR, REQUEST.getattr.body);
  expect(() => decodeRequest(message.subarray(0, -1))).toThrow(InvalidRequestError);
  expect(() => decodeRequest(message.subarray(0, 39))).toThrow(InvalidRequestError);
  expect(() => decodeRequest(new Uint8Array(0))).toThrow(InvalidRequestError);
});

test('decode: extensions that were not negotiated: malformed', () => {
  const message = Buffer.from(requestBytes(OPCODE.MKDIR, REQUEST.mkdir.body));
  message.writeUInt16LE(1, EXTENSION_LENGTH_OFFSET);
  expect(decodeRequest(message)).toMatchObject({ kind: 'malformed', header: { unique: REQUEST_UNIQUE } });
});

test.each([
  { opcode: OPCODE.FORGET, want: false },
  { opcode: OPCODE.BATCH_FORGET, want: false },
  { opcode: OPCODE.INTERRUPT, want: false },
  { opcode: OPCODE.LOOKUP, want: true },
])('decode: opcode $opcode: wants a reply is $want', ({ opcode, want }) => {
  expect(wantsReply(opcode)).toBe(want);
});
