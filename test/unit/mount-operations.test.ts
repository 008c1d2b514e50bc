import { expect, test } from 'vitest';
import { NodeMap } from '../../mount/node-map.js';
import { resolveRoot } from '../../mount/mounted-root.js';
import type { AttrRequest, RequestBody } from '../../mount/protocol/kernel-request.js';
import type { FileVolume } from '../../src/client/file-volume.js';
import { ERRNO, type Errno } from '../../src/core/errno.js';
import { QuorumLostError, RefusedError, SessionExpiredError } from '../../src/core/errors.js';
import type { FileOperation } from '../../src/core/operation.js';
import { SystemClock } from '../../src/runtime/clock.js';
import { KernelMock } from '../support/kernel-mock.js';
import { LocalVolume } from '../support/local-volume.js';

const clock = new SystemClock();
const name = (text: string): Uint8Array => Buffer.from(text);
const newKernel = (): KernelMock => new KernelMock(new LocalVolume(clock).connect(), clock);
const LISTING = { kind: 'readdir', cookie: 0, sizeBytes: 4096, withAttr: false, isNoAtime: false } as const;
const error = (errno: Errno): object => ({ kind: 'error', errno: ERRNO[errno] });

/** Answers every operation alike, and remembers what was asked. */
function recordingVolume(answer: () => Promise<never>): FileVolume & { readonly asked: FileOperation[] } {
  const asked: FileOperation[] = [];
  const execute = (operation: FileOperation): Promise<never> => {
    asked.push(operation);
    return answer();
  };
  return { asked, execute, onOrphans: () => undefined, close: () => Promise.resolve() };
}

test('create: new file: belongs to the caller and is open', async () => {
  const kernel = newKernel();
  const create = {
    kind: 'create',
    name: name('a'),
    mode: 0o100640,
    umask: 0o22,
    isExclusive: false,
    isAppend: false,
  } as const;
  expect(await kernel.ask(1, create)).toMatchObject({
    kind: 'created',
    attr: { type: 'regular', mode: 0o640, uid: 33, gid: 34, linkCount: 1 },
  });
});

test('create: somebody was faster: the kernel must look again, and check permissions', async () => {
  const kernel = newKernel();
  await kernel.makeFile('a');
  const create = {
    kind: 'create',
    name: name('a'),
    mode: 0o100640,
    umask: 0o22,
    isExclusive: false,
    isAppend: false,
  } as const;
  expect(await kernel.ask(1, create)).toEqual(error('ESTALE'));
  expect(await kernel.ask(1, { ...create, isExclusive: true, isAppend: false })).toEqual(error('EEXIST'));
});

test.each<[string, RequestBody, Errno]>([
  ['unknown name', { kind: 'lookup', name: name('nobody') }, 'ENOENT'],
  [
    'rename with WHITEOUT',
    { kind: 'rename', name: name('a'), newParent: 1 as never, newName: name('b'), flags: 4 },
    'EINVAL',
  ],
  ['mknod without a type', { kind: 'mknod', name: name('a'), mode: 0o644, umask: 0o22, rdev: 0 }, 'EINVAL'],
  [
    'an attribute without a namespace',
    { kind: 'setxattr', name: name('plain'), value: name(''), flags: 0, killsSetgid: false },
    'EOPNOTSUPP',
  ],
  [
    'setting an attribute with a namespace only',
    { kind: 'setxattr', name: name('user.'), value: name(''), flags: 0, killsSetgid: false },
    'EINVAL',
  ],
  [
    'reading an attribute with a namespace only',
    { kind: 'getxattr', name: name('trusted.'), sizeBytes: 0 },
    'EINVAL',
  ],
  ['looking up a name of 4,095 bytes', { kind: 'lookup', name: name('n'.repeat(4095)) }, 'ENAMETOOLONG'],
  [
    'setxattr with odd flags',
    { kind: 'setxattr', name: name('user.a'), value: name(''), flags: 3, killsSetgid: false },
    'EINVAL',
  ],
  [
    'setting an ACL that is none',
    {
      kind: 'setxattr',
      name: name('system.posix_acl_access'),
      value: name(''),
      flags: 0,
      killsSetgid: false,
    },
    'EINVAL',
  ],
  ['a lock', { kind: 'unsupported', opcode: 32 }, 'ENOSYS'],
  [
    'fallocate that collapses',
    { kind: 'fallocate', offsetBytes: 0, lengthBytes: 4096, flags: 8 },
    'EOPNOTSUPP',
  ],
  ['old kernel', { kind: 'init', offer: { major: 7, minor: 8, flags: 0n } }, 'EINVAL'],
])('operations: %s: refused with the right errno', async (_what, body, errno) => {
  expect(await newKernel().ask(1, body)).toEqual(error(errno));
});

test('operations: request that names no inode: EINVAL', async () => {
  expect(await newKernel().ask(0, { kind: 'getattr' })).toEqual(error('EINVAL'));
});

test('operations: inode that is gone: ESTALE, so that the kernel looks the path up anew', async () => {
  expect(await newKernel().ask(4711, { kind: 'getattr' })).toEqual(error('ESTALE'));
});

test.each([
  { err: new QuorumLostError('two of three bricks are down'), errno: 'EROFS' },
  { err: new SessionExpiredError('unknown session'), errno: 'ESTALE' },
  { err: new Error('a bug'), errno: 'EIO' },
] as const)('operations: $err.name: the kernel is told $errno', async ({ err, errno }) => {
  const kernel = new KernelMock(
    recordingVolume(() => Promise.reject(err)),
    clock,
  );
  expect(await kernel.ask(1, { kind: 'getattr' })).toEqual(error(errno));
});

const WRITE = {
  kind: 'write',
  offsetBytes: 7,
  isAppend: false,
  isSync: false,
  isFromMapping: false,
  killsSetIds: false,
  data: name('x'),
} as const;

/** What the volume is asked for. */
async function askedFor(nodeid: number, body: RequestBody): Promise<readonly FileOperation[]> {
  const volume = recordingVolume(() => Promise.reject(new QuorumLostError('away')));
  await new KernelMock(volume, clock).ask(nodeid, body);
  return volume.asked;
}

test('write: opened for append: the volume decides where the file ends', async () => {
  const asked = await askedFor(5, { ...WRITE, isAppend: true, isSync: true });
  const common = { kind: 'write', ino: 5, offsetBytes: 7, append: true, sync: true };
  expect(asked).toEqual([{ ...common, loses: 'capabilities', data: name('x') }]);
});

test.each<[string, RequestBody, 'capabilities' | 'all' | undefined]>([
  ['root writes', WRITE, 'capabilities'],
  ['a user writes', { ...WRITE, killsSetIds: true }, 'all'],
  ['a mapping is written back', { ...WRITE, isFromMapping: true }, undefined],
])('write: %s: privileges are lost as on Linux', async (_what, body, loses) => {
  expect((await askedFor(5, body))[0]).toMatchObject(loses === undefined ? {} : { loses });
  expect('loses' in (await askedFor(5, body))[0]!).toBe(loses !== undefined);
});

test.each<[string, Omit<AttrRequest, 'killsSetIds'>, boolean, 'capabilities' | 'all' | undefined]>([
  ['root truncates', { sizeBytes: 1 }, false, 'capabilities'],
  ['a user truncates', { sizeBytes: 1 }, true, 'all'],
  ['the owner is changed', { uid: 1 }, true, 'all'],
  ['the owner of a directory is changed', { gid: 1 }, false, 'capabilities'],
  ['a user is about to write', {}, false, 'all'],
  ['the mode is changed', { mode: 0o4755 }, false, undefined],
  ['the times are changed', { mtime: 'now' }, false, undefined],
])('setattr: %s: privileges are lost as on Linux', async (_what, change, killsSetIds, loses) => {
  const asked = await askedFor(5, { kind: 'setattr', change: { ...change, killsSetIds } });
  const lost = loses === undefined ? {} : { loses };
  expect(asked).toEqual([{ kind: 'setattr', ino: 5, change: { ...change, ...lost } }]);
});

test('getxattr: capabilities of a file that has none: cost no question to the volume', async () => {
  const ask = { kind: 'getxattr', name: name('security.capability'), sizeBytes: 20 } as const;
  expect(await askedFor(5, ask)).toEqual([]);
  const kernel = newKernel();
  const { ino } = await kernel.makeFile('a');
  expect(await kernel.ask(ino, ask)).toEqual(error('ENODATA'));
  const set = {
    kind: 'setxattr',
    name: ask.name,
    value: name('caps'),
    flags: 0,
    killsSetgid: false,
  } as const;
  await kernel.ask(ino, set);
  expect(await kernel.ask(ino, ask)).toEqual({ kind: 'data', data: name('caps') });
  await kernel.ask(ino, WRITE);
  expect(await kernel.ask(ino, ask)).toEqual(error('ENODATA'));
});

test.each([
  { sizeBytes: 0, want: { kind: 'xattrSize', sizeBytes: 5 } },
  { sizeBytes: 4, want: { kind: 'error', errno: ERRNO.ERANGE } },
  { sizeBytes: 5, want: { kind: 'data', data: name('value') } },
])('getxattr: buffer of $sizeBytes: answered as getxattr(2) has it', async ({ sizeBytes, want }) => {
  const kernel = newKernel();
  const { ino } = await kernel.makeFile('a');
  await kernel.ask(ino, {
    kind: 'setxattr',
    name: name('user.k'),
    value: name('value'),
    flags: 0,
    killsSetgid: false,
  });
  expect(await kernel.ask(ino, { kind: 'getxattr', name: name('user.k'), sizeBytes })).toEqual(want);
});

test('listxattr: two names: each ends with a NUL', async () => {
  const kernel = newKernel();
  const { ino } = await kernel.makeFile('a');
  for (const key of ['user.a', 'user.b']) {
    await kernel.ask(ino, {
      kind: 'setxattr',
      name: name(key),
      value: name('1'),
      flags: 0,
      killsSetgid: false,
    });
  }
  const reply = await kernel.ask(ino, { kind: 'listxattr', sizeBytes: 100 });
  expect(reply).toEqual({ kind: 'data', data: name('user.a\0user.b\0') });
});

async function listNames(kernel: KernelMock, nodeid: number, sizeBytes: number): Promise<string[]> {
  const names: string[] = [];
  for (let cookie = 0; ;) {
    const reply = await kernel.ask(nodeid, { ...LISTING, cookie, sizeBytes });
    if (reply?.kind !== 'dirents') throw new Error(`readdir was answered with ${JSON.stringify(reply)}`);
    if (reply.entries.length === 0) return names;
    names.push(...reply.entries.map((entry) => Buffer.from(entry.name).toString()));
    cookie = reply.entries.at(-1)!.cookie;
  }
}

test.each([32, 64, 100, 4096])(
  'readdir: buffers of %i bytes: every name once, dots first',
  async (sizeBytes) => {
    const kernel = newKernel();
    for (const file of ['a', 'b', 'c', 'd', 'e']) await kernel.makeFile(file);
    expect(await listNames(kernel, 1, sizeBytes)).toEqual(['.', '..', 'a', 'b', 'c', 'd', 'e']);
  },
);

test('interrupt: operation still waits for its turn: EINTR; one that was sent finishes by itself', async () => {
  const release: (() => void)[] = [];
  const volume = recordingVolume(
    () => new Promise((_resolve, reject) => release.push(() => reject(new QuorumLostError('late')))),
  );
  const kernel = new KernelMock(volume, clock);
  const ids = Array.from({ length: 257 }, () => kernel.send(1, { kind: 'getattr' }));
  const [sent, waiting] = [ids[0]!, ids[256]!];
  for (const target of [sent, waiting]) kernel.send(0, { kind: 'interrupt', target: target as never });
  await new Promise((resolve) => setImmediate(resolve));
  expect(kernel.replyTo(waiting)).toEqual(error('EINTR'));
  expect(kernel.replyTo(sent)).toBeUndefined();
  for (const finish of release) finish();
  await kernel.drained;
  expect(kernel.replyTo(sent)).toEqual(error('EROFS'));
  expect(volume.asked).toHaveLength(256);
});

test('gate: more requests than slots: the others follow in order', async () => {
  const kernel = newKernel();
  const ids = Array.from({ length: 600 }, () => kernel.send(1, { kind: 'getattr' }));
  await kernel.drained;
  expect(ids.map((id) => kernel.replyTo(id)?.kind)).toEqual(ids.map(() => 'attr'));
});

async function subdirectoryKernel(): Promise<KernelMock> {
  const volume = new LocalVolume(clock).connect();
  const outer = new KernelMock(volume, clock);
  const { ino: parent } = await outer.makeDirectory('sites');
  const { ino: inner } = await outer.makeDirectory('www', parent);
  await outer.makeFile('index.html', inner);
  return new KernelMock(volume, clock, new NodeMap(await resolveRoot(volume, ['sites', 'www'])));
}

test('subdirectory: mounted as the top: is inode 1 and its own parent', async () => {
  const kernel = await subdirectoryKernel();
  const root = { kind: 'attr', attr: { ino: 1, type: 'directory' } };
  expect(await kernel.ask(1, { kind: 'getattr' })).toMatchObject(root);
  expect(await kernel.ask(1, { kind: 'lookup', name: name('..') })).toMatchObject({ attr: { ino: 1 } });
  expect(await kernel.ask(1, { kind: 'lookup', name: name('index.html') })).toMatchObject({ kind: 'entry' });
  const listing = await kernel.ask(1, { ...LISTING, withAttr: true });
  expect(listing).toMatchObject({ entries: [{ ino: 1 }, { ino: 1 }, { attr: { type: 'regular' } }] });
});

test.each([[['nobody']], [['sites', 'www', 'index.html']]])('subdirectory: %j: refused', async (path) => {
  const volume = new LocalVolume(clock).connect();
  const kernel = new KernelMock(volume, clock);
  const { ino: parent } = await kernel.makeDirectory('sites');
  const { ino: inner } = await kernel.makeDirectory('www', parent);
  await kernel.makeFile('index.html', inner);
  await expect(resolveRoot(volume, path)).rejects.toThrow(RefusedError);
});
