import { expect, test } from 'vitest';
import { ACCESS_ACL_NAME, DEFAULT_ACL_NAME, encodeAcl } from '../../src/core/acl.js';
import { CAPABILITY_NAME } from '../../src/core/capability.js';
import type { FileType } from '../../src/core/attr.js';
import type { Ino } from '../../src/core/ids.js';
import type { LostPrivileges, Mutation } from '../../src/core/operation.js';
import { bytes, MemoryVolume } from '../support/memory-volume.js';

type Change = (ino: Ino, loses?: LostPrivileges) => Mutation;
type Loss = { readonly loses?: LostPrivileges };

const lossOf = (loses?: LostPrivileges): Loss => (loses === undefined ? {} : { loses });
const RANGE = { offsetBytes: 0, lengthBytes: 3 };
const CHANGES: readonly (readonly [string, Change])[] = [
  [
    'write',
    (ino, loses) => ({
      kind: 'write',
      ino,
      offsetBytes: 1,
      append: false,
      sync: false,
      data: bytes('x'),
      ...lossOf(loses),
    }),
  ],
  ['truncate', (ino, loses) => ({ kind: 'setattr', ino, change: { sizeBytes: 1, ...lossOf(loses) } })],
  ['chown', (ino, loses) => ({ kind: 'setattr', ino, change: { uid: 7, ...lossOf(loses) } })],
  ['fallocate', (ino, loses) => ({ kind: 'allocate', ino, ...RANGE, mode: 'punch', ...lossOf(loses) })],
  [
    'copy',
    (ino, loses) => ({ kind: 'copy', ino, ...RANGE, target: ino, targetOffsetBytes: 9, ...lossOf(loses) }),
  ],
];

/** A file (or something else) with a mode and a capability. */
function privileged(mode: number, type: FileType = 'regular'): { volume: MemoryVolume; ino: Ino } {
  const volume = new MemoryVolume();
  const ino = volume.make('file', type);
  if (type === 'regular') volume.write(ino, 0, bytes('12345678'));
  volume.mutate({ kind: 'setxattr', ino, name: CAPABILITY_NAME, value: bytes('caps'), mode: 'any' });
  volume.mutate({ kind: 'setxattr', ino, name: bytes('user.a'), value: bytes('1'), mode: 'any' });
  volume.mutate({ kind: 'setattr', ino, change: { mode } });
  return { volume, ino };
}

async function names(volume: MemoryVolume, ino: Ino): Promise<string[]> {
  const reply = await volume.query({ kind: 'listxattr', ino });
  return reply.kind === 'names' ? reply.names.map((name) => Buffer.from(name).toString()) : [];
}

test.each(CHANGES)('privileges: %s: takes away what it is told to', async (_what, change) => {
  for (const { loses, mode, capability } of [
    { loses: 'all', mode: 0o755, capability: false },
    { loses: 'capabilities', mode: 0o6755, capability: false },
    { loses: undefined, mode: 0o6755, capability: true },
  ] as const) {
    const { volume, ino } = privileged(0o6755);
    volume.mutate(change(ino, loses));
    expect(await volume.attr(ino)).toMatchObject({ mode });
    expect((await volume.attr(ino)).hasCapability ?? false).toBe(capability);
    expect(await names(volume, ino)).toEqual(capability ? ['security.capability', 'user.a'] : ['user.a']);
  }
});

test.each([
  { mode: 0o4644, left: 0o644 },
  { mode: 0o2755, left: 0o755 },
  { mode: 0o2745, left: 0o2745 },
  { mode: 0o7777, left: 0o1777 },
])('privileges: mode $mode: setgid without group execute is none', async ({ mode, left }) => {
  const { volume, ino } = privileged(mode);
  volume.mutate({ kind: 'setattr', ino, change: { gid: 3, loses: 'all' } });
  expect(await volume.attr(ino)).toMatchObject({ mode: left, gid: 3 });
});

test('privileges: a directory: keeps its bits, whoever owns it', async () => {
  const { volume, ino } = privileged(0o6775, 'directory');
  volume.mutate({ kind: 'setattr', ino, change: { uid: 3, loses: 'all' } });
  expect(await volume.attr(ino)).toMatchObject({ mode: 0o6775, uid: 3 });
});

test('privileges: a capability is removed: the attributes say so', async () => {
  const { volume, ino } = privileged(0o755);
  expect(await volume.attr(ino)).toMatchObject({ hasCapability: true });
  volume.mutate({ kind: 'removexattr', ino, name: CAPABILITY_NAME });
  expect((await volume.attr(ino)).hasCapability ?? false).toBe(false);
});

const anyAcl = encodeAcl([
  { tag: 'owner', permissions: 7, id: 0xffff_ffff },
  { tag: 'group', permissions: 5, id: 0xffff_ffff },
  { tag: 'others', permissions: 0, id: 0xffff_ffff },
]);

test.each([
  { name: ACCESS_ACL_NAME, losesSetgid: true, mode: 0o750 },
  { name: ACCESS_ACL_NAME, losesSetgid: false, mode: 0o2750 },
  { name: DEFAULT_ACL_NAME, losesSetgid: true, mode: 0o2775 },
])('privileges: ACL $name set, from outside of the group is $losesSetgid: mode $mode', async (given) => {
  const { volume, ino } = privileged(0o2775, 'directory');
  const set = { kind: 'setxattr', ino, name: given.name, value: anyAcl, mode: 'any' } as const;
  volume.mutate({ ...set, losesSetgid: given.losesSetgid });
  expect(await volume.attr(ino)).toMatchObject({ mode: given.mode });
});
