import { expect, test } from 'vitest';
import { ino, ROOT_INO, type Ino } from '../../src/core/ids.js';
import { XATTR_VALUE_BYTES_MAX } from '../../src/core/limits.js';
import type { AttrChange } from '../../src/core/operation.js';
import type { OperationOf } from '../../src/fs/operation-of.js';
import { XATTR_RECORD_BYTES_MAX } from '../../src/fs/xattr-record.js';
import { bytes, MemoryVolume, outcome, queryOutcome } from '../support/memory-volume.js';
import { violations } from '../support/volume-checks.js';

const LATER = { seconds: 2000, nanoseconds: 7 };
const GIVEN = { seconds: -5, nanoseconds: 999_999_999 };
const START = { seconds: 1000, nanoseconds: 0 };

test.each<{ change: AttrChange; want: object }>([
  { change: { mode: 0o4711 }, want: { mode: 0o4711, mtime: START } },
  { change: { uid: 5, gid: 6 }, want: { uid: 5, gid: 6, mode: 0o644 } },
  { change: { atime: GIVEN, mtime: 'now' }, want: { atime: GIVEN, mtime: LATER } },
  { change: { sizeBytes: 9 }, want: { sizeBytes: 9, mtime: LATER, atime: START, storedBytes: 0 } },
  { change: { sizeBytes: 9, mtime: GIVEN }, want: { sizeBytes: 9, mtime: GIVEN } },
  { change: {}, want: { mode: 0o644, uid: 33, atime: START, mtime: START } },
])('setattr: $change: gives $want, a new ctime and version', ({ change, want }) => {
  const volume = new MemoryVolume();
  const file = volume.make('file');
  volume.now = LATER;
  const reply = volume.mutate({ kind: 'setattr', ino: file, change });
  expect(reply).toMatchObject({ kind: 'attr', attr: { ...want, ctime: LATER, version: 2 } });
});

test('setattr: ctime given: is taken as it is', async () => {
  const volume = new MemoryVolume();
  volume.mutate({ kind: 'setattr', ino: ROOT_INO, change: { ctime: GIVEN } });
  expect((await volume.attr(ROOT_INO)).ctime).toEqual(GIVEN);
});

test('setattr: missing inode: ESTALE', () => {
  const operation = { kind: 'setattr', ino: ino(99), change: { mode: 0 } } as const;
  expect(outcome(() => new MemoryVolume().mutate(operation))).toBe('ESTALE');
});

const setxattr = (name: string, value: Uint8Array, mode: OperationOf<'setxattr'>['mode'] = 'any') =>
  ({ kind: 'setxattr', ino: ino(2), name: bytes(name), value, mode }) as const;

const names = async (volume: MemoryVolume, file: Ino): Promise<string[]> => {
  const reply = await volume.query({ kind: 'listxattr', ino: file });
  return reply.kind === 'names' ? reply.names.map((name) => Buffer.from(name).toString()) : [];
};

const SMALL = bytes('1');

test.each([
  { what: 'new one', operation: setxattr('user.new', SMALL), want: 'ok' },
  { what: 'new one, to be created', operation: setxattr('user.new', SMALL, 'create'), want: 'ok' },
  { what: 'new one, to be replaced', operation: setxattr('user.new', SMALL, 'replace'), want: 'ENODATA' },
  { what: 'old one', operation: setxattr('user.old', SMALL), want: 'ok' },
  { what: 'old one, to be created', operation: setxattr('user.old', SMALL, 'create'), want: 'EEXIST' },
  { what: 'old one, to be replaced', operation: setxattr('user.old', SMALL, 'replace'), want: 'ok' },
  { what: 'empty name', operation: setxattr('', SMALL), want: 'ERANGE' },
  { what: 'name of 255 bytes', operation: setxattr('n'.repeat(255), SMALL), want: 'ok' },
  { what: 'name of 256 bytes', operation: setxattr('n'.repeat(256), SMALL), want: 'ERANGE' },
  { what: 'empty value', operation: setxattr('user.new', bytes('')), want: 'ok' },
  {
    what: 'largest value',
    operation: setxattr('user.new', Buffer.alloc(XATTR_VALUE_BYTES_MAX)),
    want: 'ok',
  },
  {
    what: 'larger than the largest value',
    operation: setxattr('user.new', Buffer.alloc(XATTR_VALUE_BYTES_MAX + 1)),
    want: 'E2BIG',
  },
  { what: 'missing inode', operation: { ...setxattr('user.new', SMALL), ino: ino(99) }, want: 'ESTALE' },
])('setxattr: $what: $want', ({ operation, want }) => {
  const volume = new MemoryVolume();
  volume.make('file');
  volume.mutate(setxattr('user.old', bytes('old')));
  expect(outcome(() => volume.mutate(operation))).toBe(want);
  expect(violations(volume.entries())).toEqual([]);
});

test('setxattr: more than one record holds: ENOSPC, and what was there stays', async () => {
  const volume = new MemoryVolume();
  const file = volume.make('file');
  const largest = Buffer.alloc(XATTR_VALUE_BYTES_MAX);
  const fitting = Math.floor(XATTR_RECORD_BYTES_MAX / (XATTR_VALUE_BYTES_MAX + 10));
  for (let nth = 0; nth < fitting; nth++) volume.mutate(setxattr(`${nth}`, largest));
  expect(outcome(() => volume.mutate(setxattr('last', largest)))).toBe('ENOSPC');
  expect(await names(volume, file)).toHaveLength(fitting);
});

test('setxattr: more names than one list may hold: ENOSPC', () => {
  const volume = new MemoryVolume();
  volume.make('file');
  const name = (nth: number): string => `${nth}`.padStart(255, 'n');
  for (let nth = 0; nth < 256; nth++) volume.mutate(setxattr(name(nth), bytes('')));
  expect(outcome(() => volume.mutate(setxattr(name(256), bytes(''))))).toBe('ENOSPC');
});

test('xattr: set, replaced, removed: is shown as it is, and moves ctime alone', async () => {
  const volume = new MemoryVolume();
  const file = volume.make('file');
  volume.now = LATER;
  volume.mutate(setxattr('user.a', bytes('1')));
  volume.mutate(setxattr('user.b', bytes('2')));
  volume.mutate(setxattr('user.a', bytes('3')));
  expect(await names(volume, file)).toEqual(['user.a', 'user.b']);
  const reply = await volume.query({ kind: 'getxattr', ino: file, name: bytes('user.a') });
  expect(reply).toEqual({ kind: 'data', data: bytes('3') });
  volume.mutate({ kind: 'removexattr', ino: file, name: bytes('user.a') });
  expect(await names(volume, file)).toEqual(['user.b']);
  expect(await volume.attr(file)).toMatchObject({ ctime: LATER, mtime: START, version: 5 });
});

test('removexattr: last one: leaves no record', () => {
  const volume = new MemoryVolume();
  volume.make('file');
  const before = volume.entries().length;
  volume.mutate(setxattr('user.a', bytes('1')));
  volume.mutate({ kind: 'removexattr', ino: ino(2), name: bytes('user.a') });
  expect(volume.entries()).toHaveLength(before);
});

test.each([
  { kind: 'getxattr', target: ino(2), name: 'user.none', want: 'ENODATA' },
  { kind: 'getxattr', target: ino(2), name: '', want: 'ERANGE' },
  { kind: 'getxattr', target: ino(99), name: 'user.none', want: 'ESTALE' },
  { kind: 'listxattr', target: ino(99), name: '', want: 'ESTALE' },
  { kind: 'listxattr', target: ino(2), name: '', want: 'ok' },
] as const)('$kind: "$name" of $target: $want', async ({ kind, target, name, want }) => {
  const volume = new MemoryVolume();
  volume.make('file');
  expect(await queryOutcome(volume.query({ kind, ino: target, name: bytes(name) }))).toBe(want);
});

test.each([
  { target: ino(2), name: 'user.none', want: 'ENODATA' },
  { target: ino(2), name: '', want: 'ERANGE' },
  { target: ino(99), name: 'user.none', want: 'ESTALE' },
])('removexattr: "$name" of $target: $want', ({ target, name, want }) => {
  const volume = new MemoryVolume();
  volume.make('file');
  const operation = { kind: 'removexattr', ino: target, name: bytes(name) } as const;
  expect(outcome(() => volume.mutate(operation))).toBe(want);
});
