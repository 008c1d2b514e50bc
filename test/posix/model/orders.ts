/**
 * What the model test asks of both file systems: system calls as data. Names are few, so that calls meet; every order
 * means something after any other, so that a sequence can be shortened anywhere.
 */
import fc from 'fast-check';
import { CHUNK_SIZE_BYTES, GIB, NAME_BYTES_MAX } from '../../../src/core/limits.js';

/** The fields of each kind stand in moves.py; text is bytes as Latin-1 has them. */
export interface Order {
  readonly do: string;
  readonly [field: string]: unknown;
}

type Fields = Readonly<Record<string, fc.Arbitrary<unknown>>>;

const PAGE_BYTES = 4096;
const SLOT_COUNT = 3;
const [KEEP_SIZE, PUNCH_HOLE, ZERO_RANGE] = [1, 2, 16];
const UTIME_NOW = 2 ** 30 - 1;
const UTIME_OMIT = 2 ** 30 - 2;

const rarely = <T, R>(usual: fc.Arbitrary<T>, rare: fc.Arbitrary<R>): fc.Arbitrary<T | R> =>
  fc.oneof<fc.MaybeWeightedArbitrary<T | R>[]>(
    { weight: 9, arbitrary: usual },
    { weight: 1, arbitrary: rare },
  );

const strangeNames = ['.', '\xff\n\x01', 'n'.repeat(NAME_BYTES_MAX), 'n'.repeat(NAME_BYTES_MAX + 1)];
const strangeName = fc.constantFrom(...strangeNames);
const name = fc.constantFrom('a', 'b', 'c');
const path = fc.oneof(
  { weight: 12, arbitrary: name },
  { weight: 12, arbitrary: fc.tuple(name, name).map((names) => names.join('/')) },
  { weight: 3, arbitrary: fc.tuple(name, name, name).map((names) => names.join('/')) },
  { weight: 1, arbitrary: fc.tuple(name, strangeName).map((names) => names.join('/')) },
  { weight: 1, arbitrary: strangeName },
);
const linkTarget = fc.constantFrom('a', 'b', 'a/b', '../b', 'b/', 'none', '../none', 'c'.repeat(1000));

const edges = [PAGE_BYTES, CHUNK_SIZE_BYTES, 2 * CHUNK_SIZE_BYTES].flatMap((at) => [at - 1, at, at + 1]);
const place = fc.oneof(fc.constantFrom(0, 1, ...edges), fc.nat(3 * CHUNK_SIZE_BYTES));
const farPlace = rarely(place, fc.constantFrom(2 * GIB + 1, 5 * GIB - 1, 1024 * GIB));
const length = fc.oneof(fc.constantFrom(0, 1, ...edges), fc.nat(2000));
const lengthAboveZero = length.map((bytes) => Math.max(1, bytes));

const slot = fc.nat(SLOT_COUNT - 1);
const permissions = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(0o777, 0o755, 0o666, 0o644, 0o1777, 0o2775, 0o6755, 0o2745) },
  { weight: 1, arbitrary: fc.nat(0o7777) },
);
const umask = rarely(fc.constant(0o022), fc.constantFrom(0, 0o077, 0o777));
const id = fc.constantFrom(-1, 0, 3001, 3002, 4001, 4002, 4009);

const LONG_AGO = -2_000_000_000;
const FAR_AHEAD = 15_000_000_000;
const moment = fc.oneof(
  fc.tuple(fc.constantFrom(LONG_AGO, -1, 0, 1, 2 ** 31, FAR_AHEAD), fc.constantFrom(0, 1, 999_999_999)),
  fc.tuple(fc.constant(0), fc.constantFrom(UTIME_NOW, UTIME_OMIT)),
);

const openFlags = rarely(
  fc.constantFrom(
    ['O_RDONLY'],
    ['O_RDWR'],
    ['O_RDWR', 'O_CREAT'],
    ['O_RDWR', 'O_CREAT'],
    ['O_RDWR', 'O_CREAT', 'O_EXCL'],
    ['O_RDWR', 'O_CREAT', 'O_TRUNC'],
    ['O_WRONLY', 'O_TRUNC'],
    ['O_RDWR', 'O_CREAT', 'O_APPEND'],
    ['O_WRONLY', 'O_APPEND'],
    ['O_RDONLY', 'O_DIRECTORY'],
    ['O_RDWR', 'O_TMPFILE'],
    ['O_RDWR', 'O_TMPFILE', 'O_EXCL'],
    ['O_RDWR', 'O_NOFOLLOW'],
  ),
  fc
    .uniqueArray(
      fc.constantFrom('O_CREAT', 'O_EXCL', 'O_TRUNC', 'O_APPEND', 'O_NOFOLLOW', 'O_DSYNC', 'O_DIRECTORY'),
    )
    .chain((some) => fc.constantFrom('O_RDONLY', 'O_WRONLY', 'O_RDWR').map((access) => [access, ...some])),
);

const [FIFO, CHAR, BLOCK, REGULAR, SOCKET, DIRECTORY] = [1, 2, 6, 8, 12, 4];
const typeAndMode = fc
  .tuple(rarely(fc.constantFrom(FIFO, CHAR, BLOCK, REGULAR, SOCKET), fc.constant(DIRECTORY)), fc.nat(0o777))
  .map(([type, mode]) => type * 2 ** 12 + mode);
const xattrName = rarely(
  fc.constantFrom('user.a', 'user.b', 'trusted.a', 'security.a'),
  fc.constantFrom('user.', 'plain', 'system.a', `user.${'n'.repeat(NAME_BYTES_MAX - 5)}`),
);

const [USER_OBJ, USER, GROUP_OBJ, GROUP, MASK, OTHER] = [1, 2, 4, 8, 16, 32];
const bits = fc.nat(7);
const entry = (tag: number, who: fc.Arbitrary<number> = fc.constant(-1)) =>
  fc.tuple(fc.constant(tag), bits, who);
const named = (tag: number, ...ids: number[]) =>
  fc.subarray(ids).chain((some) => fc.tuple(...some.map((one) => entry(tag, fc.constant(one)))));
/** In the order that acl(5) asks for; without a mask it is refused where users or groups have names. */
const soundAcl = fc
  .tuple(
    entry(USER_OBJ).map((one) => [one]),
    named(USER, 3001, 3002),
    entry(GROUP_OBJ).map((one) => [one]),
    named(GROUP, 4001, 4009),
    rarely(
      entry(MASK).map((one) => [one]),
      fc.constant([]),
    ),
    entry(OTHER).map((one) => [one]),
  )
  .map((parts) => parts.flat());
const anyAcl = fc.array(
  entry(USER_OBJ, id).chain(([, ...rest]) =>
    fc.constantFrom(USER_OBJ, USER, GROUP_OBJ, GROUP, MASK, OTHER, 64).map((tag) => [tag, ...rest]),
  ),
  { maxLength: 5 },
);
const whichAcl = fc.constantFrom('access', 'default');

const [READ_LOCK, WRITE_LOCK, UNLOCK] = [0, 1, 2];
const [SHARED, EXCLUSIVE, FREE] = [1, 2, 8];
const lockPlace = fc.oneof(fc.nat(9), fc.constantFrom(PAGE_BYTES, 2 ** 40));
const rangeLock = {
  slot,
  type: fc.constantFrom(READ_LOCK, WRITE_LOCK, UNLOCK),
  offset: lockPlace,
  /** To the end of the file, wherever that comes to be, if 0; backwards if negative. */
  length: fc.oneof(fc.nat(9), fc.constantFrom(0, -1, PAGE_BYTES)),
};

/** Each kind of call: how often, and what it is given. */
const KINDS: Readonly<Record<string, readonly [weight: number, fields: Fields]>> = {
  open: [14, { path, slot, flags: openFlags, mode: permissions, umask }],
  close: [3, { slot }],
  read: [5, { slot, offset: place, length }],
  write: [12, { slot, offset: farPlace, length, seed: fc.nat(99) }],
  ftruncate: [4, { slot, size: farPlace }],
  truncate: [3, { path, size: farPlace }],
  fallocate: [
    4,
    {
      slot,
      mode: fc.constantFrom(0, KEEP_SIZE, KEEP_SIZE | PUNCH_HOLE, ZERO_RANGE, KEEP_SIZE | ZERO_RANGE),
      offset: place,
      length,
    },
  ],
  seek: [3, { slot, offset: place, whence: fc.constantFrom(3, 4) }],
  copy: [3, { slot, toSlot: slot, offset: place, toOffset: place, length }],
  map: [4, { slot, offset: place, length: lengthAboveZero }],
  fsync: [1, { slot }],
  mkdir: [9, { path, mode: permissions, umask }],
  rmdir: [4, { path }],
  unlink: [6, { path }],
  link: [5, { path, to: path, follow: fc.boolean() }],
  linkOpen: [2, { slot, to: path }],
  symlink: [4, { path, target: linkTarget }],
  readlink: [1, { path }],
  rename: [12, { path, to: path, flags: rarely(fc.constantFrom(0, 0, 1, 2), fc.constantFrom(3, 8)) }],
  mknod: [3, { path, mode: typeAndMode, device: fc.constantFrom(0, 0x103, 0x763), umask }],
  chmod: [5, { path, mode: permissions }],
  fchmod: [2, { slot, mode: permissions }],
  chown: [4, { path, uid: id, gid: id, follow: fc.boolean() }],
  fchown: [2, { slot, uid: id, gid: id }],
  setTimes: [4, { path, times: rarely(fc.tuple(moment, moment), fc.constant([])), follow: fc.boolean() }],
  setxattr: [
    4,
    { path, name: xattrName, length: fc.nat(300), seed: fc.nat(99), flags: fc.nat(2), follow: fc.boolean() },
  ],
  getxattr: [2, { path, name: xattrName, follow: fc.boolean() }],
  removexattr: [2, { path, name: xattrName, follow: fc.boolean() }],
  listxattr: [1, { path, follow: fc.boolean() }],
  setAcl: [4, { path, which: whichAcl, entries: rarely(soundAcl, anyAcl) }],
  getAcl: [2, { path, which: whichAcl }],
  removeAcl: [1, { path, which: whichAcl }],
  lockRange: [5, rangeLock],
  isRangeHeld: [2, rangeLock],
  lockRangeInPassing: [2, rangeLock],
  lockWhole: [3, { slot, operation: fc.constantFrom(SHARED, EXCLUSIVE, FREE) }],
  list: [2, { path }],
  stat: [2, { path }],
  access: [2, { path, mode: fc.nat(7) }],
};

const mount = fc.nat(1);
const common = {
  as: fc.oneof(
    { weight: 5, arbitrary: fc.constant('root') },
    { weight: 4, arbitrary: fc.constantFrom('owner', 'member', 'stranger') },
  ),
  /** The mount that the call goes through, and the one that is looked at afterwards. */
  via: mount,
  through: mount,
  look: fc.constantFrom('none', 'near', 'near', 'all'),
};

const OPTIONAL: Readonly<Record<string, Fields>> = { map: { seed: fc.nat(99) } };

function orderOf(kind: string, fields: Fields): fc.Arbitrary<Order> {
  const whole = fc.record({ do: fc.constant(kind), ...common, ...fields }) as fc.Arbitrary<Order>;
  const optional = { ...('path' in fields && { at: slot }), ...OPTIONAL[kind] };
  if (Object.keys(optional).length === 0) return whole;
  const withOptional = fc
    .tuple(whole, fc.record(optional))
    .map(([order, more]) => ({ ...order, ...(more as object) }));
  return kind in OPTIONAL ? fc.oneof(whole, withOptional) : rarely(whole, withOptional);
}

const anyOrder: fc.Arbitrary<Order> = fc.oneof(
  ...Object.entries(KINDS).map(([kind, [weight, fields]]) => ({ weight, arbitrary: orderOf(kind, fields) })),
);

const opening = { do: 'open', through: 0, look: 'near', umask: 0, flags: ['O_RDWR', 'O_CREAT'] };
const making = { do: 'mkdir', through: 1, look: 'near', umask: 0 };
/** Something to work with: most of it is there from the start. */
const FIRST_ORDERS: readonly Order[] = [
  { ...making, as: 'root', via: 0, path: 'a', mode: 0o777 },
  { ...making, as: 'owner', via: 1, path: 'b', mode: 0o2775 },
  { ...making, as: 'owner', via: 0, path: 'a/b', mode: 0o755 },
  { ...opening, as: 'root', via: 0, path: 'c', slot: 0, mode: 0o666 },
  { ...opening, as: 'owner', via: 1, path: 'a/c', slot: 1, mode: 0o6777 },
  { ...opening, as: 'owner', via: 0, path: 'a/b/c', slot: 2, mode: 0o644 },
];

/** Any sequence of calls, mostly a long one. What fails is shortened, what comes first too. */
export const anySequence = (ordersMax: number): fc.Arbitrary<Order[]> =>
  fc
    .tuple(
      fc.tuple(...FIRST_ORDERS.map((order) => fc.option(fc.constant(order), { freq: 10 }))),
      fc.array(anyOrder, { maxLength: ordersMax, size: 'max' }),
    )
    .map(([first, more]) => [...first.filter((order) => order !== null), ...more]);
