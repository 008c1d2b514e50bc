import { expect, test } from 'vitest';
import {
  ACCESS_ACL_NAME,
  decodeAcl,
  DEFAULT_ACL_NAME,
  encodeAcl,
  type AclEntry,
} from '../../src/core/acl.js';
import { ino, ROOT_INO, type Ino } from '../../src/core/ids.js';
import { bytes, entryAttr, makeOperation, MemoryVolume, outcome } from '../support/memory-volume.js';

const NOBODY = 0xffff_ffff;
const TAGS = { u: 'owner', U: 'user', g: 'group', G: 'namedGroup', m: 'mask', o: 'others' } as const;

/** An ACL such as `u7 U5 g5 m7 o0`; whoever is named has the id 3001. */
const acl = (text: string): Uint8Array => encodeAcl(text.split(' ').map(entryOf));

function entryOf(text: string): AclEntry {
  const tag = TAGS[text[0] as keyof typeof TAGS];
  return { tag, permissions: Number(text[1]), id: tag === 'user' || tag === 'namedGroup' ? 3001 : NOBODY };
}

const set = (volume: MemoryVolume, at: Ino, name: Uint8Array, value: Uint8Array) =>
  volume.mutate({ kind: 'setxattr', ino: at, name, value, mode: 'any' });

async function aclOf(volume: MemoryVolume, at: Ino, name: Uint8Array = ACCESS_ACL_NAME): Promise<string> {
  const listed = await volume.query({ kind: 'listxattr', ino: at });
  if (listed.kind !== 'names' || !listed.names.some((known) => Buffer.compare(known, name) === 0))
    return 'none';
  const reply = await volume.query({ kind: 'getxattr', ino: at, name });
  const entries = reply.kind === 'data' ? (decodeAcl(reply.data) ?? []) : [];
  const letters = Object.fromEntries(Object.entries(TAGS).map(([letter, tag]) => [tag, letter]));
  return entries.map(({ tag, permissions }) => `${letters[tag]}${permissions}`).join(' ');
}

test.each([
  { text: 'u6 g4 o0', mode: 0o640, kept: 'none' },
  { text: 'u6 U7 g4 m6 o1', mode: 0o661, kept: 'u6 U7 g4 m6 o1' },
  { text: 'u7 g0 m5 o0', mode: 0o750, kept: 'u7 g0 m5 o0' },
])('acl: set to $text: the mode follows', async ({ text, mode, kept }) => {
  const volume = new MemoryVolume();
  const file = volume.make('file');
  set(volume, file, ACCESS_ACL_NAME, acl(text));
  expect(await volume.attr(file)).toMatchObject({ mode });
  expect((await volume.attr(file)).hasAcl ?? false).toBe(kept !== 'none');
  expect(await aclOf(volume, file)).toBe(kept);
});

test.each([
  { mode: 0o640, want: 'u6 U7 g5 m4 o0' },
  { mode: 0o4777, want: 'u7 U7 g5 m7 o7' },
  { mode: 0, want: 'u0 U7 g5 m0 o0' },
])('acl: chmod $mode: owner, mask and others follow', async ({ mode, want }) => {
  const volume = new MemoryVolume();
  const file = volume.make('file');
  set(volume, file, ACCESS_ACL_NAME, acl('u6 U7 g5 m7 o0'));
  volume.mutate({ kind: 'setattr', ino: file, change: { mode } });
  expect(await aclOf(volume, file)).toBe(want);
  expect((await volume.attr(file)).mode).toBe(mode);
});

test.each([
  { given: 'u7 U7 g5 m7 o0', made: 0o666, mode: 0o660, want: 'u6 U7 g5 m6 o0' },
  { given: 'u7 g5 o5', made: 0o777, mode: 0o755, want: 'none' },
  { given: 'u7 U7 g5 m0 o0', made: 0o777, mode: 0o700, want: 'u7 U7 g5 m0 o0' },
])('acl: made with $made under default $given: inherits, no umask', async ({ given, made, mode, want }) => {
  const volume = new MemoryVolume();
  set(volume, ROOT_INO, DEFAULT_ACL_NAME, acl(given));
  const file = { ...makeOperation('file'), mode: made, umask: 0o777 };
  const directory = { ...makeOperation('dir', { type: 'directory' }), mode: made, umask: 0o777 };
  for (const [operation, passedOn] of [
    [file, 'none'],
    [directory, given],
  ] as const) {
    const attr = entryAttr(volume.mutate(operation));
    expect(attr.mode).toBe(mode);
    expect(await aclOf(volume, attr.ino)).toBe(want);
    expect(await aclOf(volume, attr.ino, DEFAULT_ACL_NAME)).toBe(passedOn);
  }
});

test('acl: no default ACL: the umask counts', () => {
  const volume = new MemoryVolume();
  const attr = entryAttr(volume.mutate({ ...makeOperation('file'), mode: 0o6666, umask: 0o027 }));
  expect(attr.mode).toBe(0o6640);
});

test.each([
  { what: 'default ACL of a file', name: DEFAULT_ACL_NAME, value: acl('u7 g5 o5'), want: 'EACCES' },
  { what: 'no ACL', name: ACCESS_ACL_NAME, value: bytes('what?'), want: 'EINVAL' },
])('acl: $what: refused', ({ name, value, want }) => {
  const volume = new MemoryVolume();
  volume.make('file');
  expect(outcome(() => set(volume, ino(2), name, value))).toBe(want);
});

test('acl: removed, or removed when there is none: done, and the mode stays', async () => {
  const volume = new MemoryVolume();
  const file = volume.make('file');
  set(volume, file, ACCESS_ACL_NAME, acl('u6 U7 g5 m7 o0'));
  const remove = { kind: 'removexattr', ino: file, name: ACCESS_ACL_NAME } as const;
  volume.mutate(remove);
  volume.mutate(remove);
  expect(await volume.attr(file)).toMatchObject({ mode: 0o670 });
  expect((await volume.attr(file)).hasAcl ?? false).toBe(false);
});
