/** Anything that the vocabulary of the file system can express, for property tests of the codecs. */
import fc from 'fast-check';
import { FILE_TYPE, type Attr, type FileType } from '../../src/core/attr.js';
import type { Dirent } from '../../src/core/dirent.js';
import { ino, type Ino } from '../../src/core/ids.js';
import { FILE_SIZE_BYTES_MAX, IO_SIZE_BYTES_MAX, READ_FILES_MAX } from '../../src/core/limits.js';
import type { AttrChange, FileOperation, FileReply, TimeChange } from '../../src/core/operation.js';

const U32_MAX = 0xffff_ffff;

/** Drawn towards the edges: zero, 2^32 and 2^53 are where codecs break. */
export const edges = (max: number): fc.Arbitrary<number> =>
  fc.oneof(
    fc.constantFrom(0, 1, max - 1, max),
    fc.constantFrom(2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, 2 ** 32).map((edge) => Math.min(edge, max)),
    fc.maxSafeNat().map((number) => (max === Number.MAX_SAFE_INTEGER ? number : number % (max + 1))),
  );

export const u64 = edges(Number.MAX_SAFE_INTEGER);
export const u32 = edges(U32_MAX);
export const anyIno: fc.Arbitrary<Ino> = u64.map((number) => ino(Math.max(1, number)));
/** Plain arrays, as tests compare them; `comparable` (comparable.ts) makes decoded ones alike. */
export const bytes = (maxLength = 40, minLength = 0): fc.Arbitrary<Uint8Array> =>
  fc.uint8Array({ minLength, maxLength });
const mode = fc.nat({ max: 0o7777 });
const type = fc.constantFrom(...(Object.keys(FILE_TYPE) as FileType[]));

const time = fc.record({
  seconds: fc.oneof(
    fc.maxSafeInteger(),
    fc.constantFrom(-1, 0, 1, Number.MIN_SAFE_INTEGER, -(2 ** 31) - 1, 2 ** 32),
  ),
  nanoseconds: fc.oneof(fc.constantFrom(0, 999_999_999), fc.nat({ max: 999_999_999 })),
});
const timeChange: fc.Arbitrary<TimeChange> = fc.oneof(fc.constant('now' as const), time);

export const attr: fc.Arbitrary<Attr> = fc.record({
  ino: anyIno,
  type,
  mode,
  linkCount: u32,
  uid: u32,
  gid: u32,
  rdev: u32,
  sizeBytes: edges(FILE_SIZE_BYTES_MAX),
  storedBytes: u64,
  atime: time,
  mtime: time,
  ctime: time,
  version: u64,
});

const flag = fc.boolean();
const timeChanges = { atime: timeChange, mtime: timeChange, ctime: timeChange };
const loses = fc.constantFrom('capabilities' as const, 'all' as const);
/** Every field may be absent, which is not the same as zero. */
const attrChange = fc.record(
  { mode, uid: u32, gid: u32, sizeBytes: u64, ...timeChanges, loses },
  { requiredKeys: [] },
) as fc.Arbitrary<AttrChange>;

export const kind = <Kind extends string, Fields extends object>(name: Kind, fields: fc.Arbitrary<Fields>) =>
  fields.map((rest) => ({ kind: name, ...rest }));

const named = { parent: anyIno, name: bytes(256) };

const makeFields = fc.record({
  ...named,
  type,
  mode,
  rdev: u32,
  exclusive: fc.boolean(),
  caller: fc.record({ uid: u32, gid: u32 }),
});
const make = fc.tuple(makeFields, bytes(4_095)).map(([fields, target]) => ({
  kind: 'make' as const,
  ...fields,
  ...(fields.type === 'symlink' ? { target } : {}),
}));

export const operation: fc.Arbitrary<FileOperation> = fc.oneof(
  make,
  kind('link', fc.record({ ino: anyIno, ...named })),
  kind('unlink', fc.record(named)),
  kind('rmdir', fc.record(named)),
  kind(
    'rename',
    fc.record({
      ...named,
      newParent: anyIno,
      newName: bytes(256),
      mode: fc.constantFrom('replace' as const, 'noReplace' as const, 'exchange' as const),
    }),
  ),
  kind('setattr', fc.record({ ino: anyIno, change: attrChange })),
  kind(
    'write',
    fc.record({ ino: anyIno, offsetBytes: u64, append: flag, sync: flag, loses, data: bytes(500) }),
  ),
  kind(
    'setxattr',
    fc.record({
      ino: anyIno,
      name: bytes(256),
      value: bytes(),
      mode: fc.constantFrom('any' as const, 'create' as const, 'replace' as const),
      losesSetgid: fc.constant(true),
    }),
  ),
  kind('removexattr', fc.record({ ino: anyIno, name: bytes(256) })),
  kind('access', fc.record({ ino: anyIno })),
  kind('fsync', fc.record({ ino: anyIno })),
  kind('release', fc.record({ inos: fc.array(anyIno, { maxLength: 20 }) })),
  kind('lookup', fc.record(named)),
  kind('getattr', fc.record({ ino: anyIno })),
  kind('readlink', fc.record({ ino: anyIno })),
  kind('read', fc.record({ ino: anyIno, offsetBytes: u64, lengthBytes: edges(IO_SIZE_BYTES_MAX) })),
  kind('readFiles', fc.record({ inos: fc.array(anyIno, { maxLength: READ_FILES_MAX }) })),
  kind(
    'readdir',
    fc.record({
      ino: anyIno,
      cookie: u64,
      entriesMax: fc.integer({ min: 1, max: 4_096 }),
      withAttr: fc.boolean(),
    }),
  ),
  kind('getxattr', fc.record({ ino: anyIno, name: bytes(256) })),
  kind('listxattr', fc.record({ ino: anyIno })),
  kind('statfs', fc.constant({})),
);

const entryName = bytes(255, 1).filter((name) => !/^\.\.?$|[/\0]/.test(Buffer.from(name).toString('latin1')));
const dirent = fc.record(
  { name: entryName, ino: anyIno, type, cookie: u64, attr },
  { requiredKeys: ['name', 'ino', 'type', 'cookie'] },
) as fc.Arbitrary<Dirent>;

const fileContent = fc.record({ ino: anyIno, version: u64, data: bytes(500) });

export const reply: fc.Arbitrary<FileReply> = fc.oneof(
  kind('entry', fc.record({ attr, created: fc.boolean() })),
  kind('attr', fc.record({ attr })),
  kind('written', fc.record({ attr, offsetBytes: u64 })),
  kind('done', fc.constant({})),
  kind('data', fc.record({ data: bytes(500) })),
  kind(
    'dirents',
    fc.record({ parent: anyIno, entries: fc.array(dirent, { maxLength: 5 }), end: fc.boolean() }),
  ),
  kind('files', fc.record({ files: fc.array(fileContent, { maxLength: 5 }) })),
  kind('names', fc.record({ names: fc.array(bytes(), { maxLength: 5 }) })),
  kind('space', fc.record({ space: fc.record({ totalBytes: u64, availableBytes: u64, inodeCount: u64 }) })),
);
