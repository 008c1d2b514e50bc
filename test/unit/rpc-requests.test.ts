import { expect, test } from 'vitest';
import { InvalidRequestError } from '../../src/core/errors.js';
import {
  IO_SIZE_BYTES_MAX,
  NAME_BYTES_MAX,
  RELEASE_INOS_MAX,
  SYMLINK_TARGET_BYTES_MAX,
  XATTR_VALUE_BYTES_MAX,
} from '../../src/core/limits.js';
import { normalizeAddress } from '../../src/rpc/address.js';
import { operationFromWire } from '../../src/rpc/operation-codec.js';
import { replyFromWire } from '../../src/rpc/reply-codec.js';
import { wire, type hafs } from '../../src/rpc/wire.js';

const name = Buffer.from('name');
const DIRECTORY = 4;
const ok = { parent: 1, name, type: DIRECTORY };

const parse = (request: hafs.v1.IFileRequest): unknown =>
  operationFromWire(wire.FileRequest.decode(wire.FileRequest.encode(request).finish()));

test.each<{ request: string; body: hafs.v1.IFileRequest }>([
  { request: 'without operation', body: {} },
  { request: 'of a keep-alive', body: { keepAlive: {} } },
  { request: 'for inode 0', body: { getattr: { ino: 0 } } },
  { request: 'for no inode', body: { getattr: {} } },
  { request: 'for an inode beyond safe integers', body: { getattr: { ino: 2 ** 54 } } },
  { request: 'without parent', body: { lookup: { name } } },
  {
    request: 'with a name too long to answer',
    body: { lookup: { parent: 1, name: Buffer.alloc(NAME_BYTES_MAX + 2) } },
  },
  { request: 'with a mode beyond its bits', body: { make: { ...ok, mode: 0o10000 } } },
  { request: 'for no file type', body: { make: { ...ok, type: 0 } } },
  { request: 'for an unknown file type', body: { make: { ...ok, type: 3 } } },
  {
    request: 'with a target too long',
    body: { make: { ...ok, target: Buffer.alloc(SYMLINK_TARGET_BYTES_MAX + 1) } },
  },
  {
    request: 'with an unknown rename mode',
    body: { rename: { ...ok, newParent: 1, newName: name, mode: 3 } },
  },
  { request: 'with no new parent', body: { rename: { ...ok, newName: name } } },
  { request: 'with an unknown xattr mode', body: { setxattr: { ino: 1, name, mode: 3 } } },
  {
    request: 'with an xattr too long',
    body: { setxattr: { ino: 1, name, value: Buffer.alloc(XATTR_VALUE_BYTES_MAX + 1) } },
  },
  { request: 'with too much data', body: { write: { ino: 1, data: Buffer.alloc(IO_SIZE_BYTES_MAX + 1) } } },
  { request: 'for too much data', body: { read: { ino: 1, lengthBytes: IO_SIZE_BYTES_MAX + 1 } } },
  { request: 'at an offset beyond safe integers', body: { read: { ino: 1, offsetBytes: 2 ** 54 } } },
  { request: 'with a billion nanoseconds', body: { setattr: { ino: 1, mtime: { nanoseconds: 1e9 } } } },
  {
    request: 'at a time beyond safe integers',
    body: { setattr: { ino: 1, mtime: { seconds: -(2 ** 54) } } },
  },
  {
    request: 'that releases too many',
    body: { release: { inos: Array.from({ length: RELEASE_INOS_MAX + 1 }, () => 1) } },
  },
  { request: 'that releases inode 0', body: { release: { inos: [5, 0] } } },
  { request: 'for more entries than fit', body: { readdir: { ino: 1, entriesMax: 4_097 } } },
])('request: $request: is refused', ({ body }) => {
  expect(() => parse(body)).toThrow(InvalidRequestError);
});

test('request: a name one byte too long: is let through, so that it is answered with ENAMETOOLONG', () => {
  const long = Buffer.alloc(NAME_BYTES_MAX + 1, 'x');
  expect(parse({ lookup: { parent: 1, name: long } })).toMatchObject({ kind: 'lookup', parent: 1 });
});

test('request: for no entries of a directory: is for one, so that a listing always goes on', () => {
  expect(parse({ readdir: { ino: 1 } })).toMatchObject({ entriesMax: 1, cookie: 0 });
});

test('setattr: fields sent as zero: are changes, fields not sent are none', () => {
  expect(parse({ setattr: { ino: 1, mode: 0, uid: 0, gid: 0, sizeBytes: 0, atime: {} } })).toEqual({
    kind: 'setattr',
    ino: 1,
    change: { mode: 0, uid: 0, gid: 0, sizeBytes: 0, atime: { seconds: 0, nanoseconds: 0 } },
  });
  expect(parse({ setattr: { ino: 1 } })).toEqual({ kind: 'setattr', ino: 1, change: {} });
});

test.each<{ reply: string; body: hafs.v1.IFileResponse }>([
  { reply: 'without result', body: {} },
  { reply: 'without attributes', body: { entry: {} } },
  { reply: 'with attributes of inode 0', body: { attr: { attr: { type: DIRECTORY } } } },
  { reply: 'with an entry of no type', body: { dirents: { parent: 1, entries: [{ ino: 2, name }] } } },
])('reply: $reply: is refused', ({ body }) => {
  expect(() => replyFromWire(body)).toThrow(InvalidRequestError);
});

test.each(['', '.', '..', '../x', '/etc/x', 'a/b', 'a\0', 'a'.repeat(256)])(
  'reply: a listing with the name %j: is refused, for a copy would follow it out of its directory',
  (text) => {
    const entry = { ino: 2, type: DIRECTORY, cookie: 3, name: Buffer.from(text) };
    expect(() => replyFromWire({ dirents: { parent: 1, entries: [entry] } })).toThrow(InvalidRequestError);
    const sound = { ...entry, name: Buffer.from('a') };
    expect(replyFromWire({ dirents: { parent: 1, entries: [sound] } })).toMatchObject({ kind: 'dirents' });
  },
);

test.each([
  { text: 'web1', address: 'web1:24100' },
  { text: 'web1:7', address: 'web1:7' },
  { text: ' web-1.example.org:65535 ', address: 'web-1.example.org:65535' },
  { text: '10.0.0.1', address: '10.0.0.1:24100' },
  { text: '[::1]', address: '[::1]:24100' },
  { text: '[fe80::1]:7', address: '[fe80::1]:7' },
])('address: "$text": is $address', ({ text, address }) => {
  expect(normalizeAddress(text)).toBe(address);
});

test.each([
  '',
  ':7',
  'web1:',
  'web1:0',
  'web1:65536',
  'web1:x',
  'web 1',
  '::1',
  '[::1',
  'http://web1',
  'web1:7:7',
])('address: "%s": is refused', (text) => {
  expect(() => normalizeAddress(text)).toThrow(InvalidRequestError);
});
