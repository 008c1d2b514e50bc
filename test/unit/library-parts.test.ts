import { constants } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { isAllowed } from '../../library/access.js';
import { connect } from '../../library/connect.js';
import { nodeError } from '../../library/node-error.js';
import { openMode } from '../../library/open-flags.js';
import { timeOf } from '../../library/values.js';
import { differences } from '../../library/watch.js';
import type { Attr } from '../../src/core/attr.js';
import { QuorumLostError } from '../../src/core/errors.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

const file = (ino: number, version: number): Attr => ({ ino, version }) as Attr;

test.each([
  { before: {}, after: {}, want: [] },
  { before: {}, after: { a: file(2, 1) }, want: ['rename a'] },
  { before: { a: file(2, 1) }, after: {}, want: ['rename a'] },
  { before: { a: file(2, 1) }, after: { a: file(2, 2) }, want: ['change a'] },
  { before: { a: file(2, 1) }, after: { a: file(3, 1) }, want: ['rename a'] },
  { before: { a: file(2, 1) }, after: { b: file(2, 1) }, want: ['rename a', 'rename b'] },
])('watch: from $before to $after: $want', ({ before, after, want }) => {
  const changes = differences(new Map(Object.entries(before)), new Map(Object.entries(after)));
  expect(changes.map(({ eventType, filename }) => `${eventType} ${filename}`)).toEqual(want);
});

test.each(['r', 'r+', 'w', 'wx', 'w+', 'a', 'ax', 'a+', 'as', 'rs+'])(
  'open flags: %s: read and write as its letter says',
  (flags) => {
    const mode = openMode(flags);
    expect(mode.canRead).toBe(flags.startsWith('r') || flags.includes('+'));
    expect(mode.canWrite).toBe(!flags.startsWith('r') || flags.includes('+'));
    expect(mode.creates).toBe(!flags.startsWith('r'));
    expect(mode.isExclusive).toBe(flags.includes('x'));
    expect(mode.truncates).toBe(flags.startsWith('w'));
    expect(mode.appends).toBe(flags.startsWith('a'));
    expect(mode.isSync).toBe(flags.includes('s'));
  },
);

test.each([
  { uid: 0, wanted: constants.W_OK, mode: 0o000, want: true },
  { uid: 0, wanted: constants.X_OK, mode: 0o644, want: false },
  { uid: 5, wanted: constants.R_OK, mode: 0o400, want: true },
  { uid: 5, wanted: constants.W_OK, mode: 0o477, want: false },
  { uid: 6, wanted: constants.R_OK, mode: 0o040, want: true },
  { uid: 7, wanted: constants.R_OK, mode: 0o770, want: false },
  { uid: 7, wanted: constants.F_OK, mode: 0o000, want: true },
])('access: $wanted of a file with mode $mode for user $uid: $want', ({ uid, wanted, mode, want }) => {
  const attr = { type: 'regular', mode, uid: 5, gid: 50 } as Attr;
  expect(isAllowed(attr, wanted, { uid, gid: uid === 6 ? 50 : 1 })).toBe(want);
});

test.each([
  { time: 1.5, want: { seconds: 1, nanoseconds: 500_000_000 } },
  { time: '2', want: { seconds: 2, nanoseconds: 0 } },
  { time: new Date(-500), want: { seconds: -1, nanoseconds: 500_000_000 } },
])('times: $time: $want', ({ time, want }) => {
  expect(timeOf(time)).toEqual(want);
});

test("errors: what only hafs can say: is the message and the cause, with Node's fields", () => {
  const cause = new QuorumLostError('only one brick is up');
  const error = nodeError('EROFS', { syscall: 'open', path: '/a' }, cause);
  expect(error).toMatchObject({ code: 'EROFS', errno: -30, syscall: 'open', path: '/a', cause });
  expect(error.message).toBe("EROFS: only one brick is up, open '/a'");
});

test('connect: HAFS_CREDENTIAL is empty: a file without a name was read', async () => {
  vi.stubEnv('HAFS_CREDENTIAL', '');
  const nobody = { volume: 'www', servers: '127.0.0.1:1', connectTimeoutMs: 100 };
  await expect(connect(nobody)).rejects.toMatchObject({ code: 'ENOTCONN' });
});
