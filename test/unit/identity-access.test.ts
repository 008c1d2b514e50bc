import { expect, test } from 'vitest';
import { accessTo, passKeyOf, type VolumeSettings } from '../../brick/identity/volume-access.js';
import { squashed, squashOf, type Squash } from '../../brick/identity/squash.js';
import { AccessDeniedError } from '../../src/core/errors.js';
import { ino, ROOT_INO } from '../../src/core/ids.js';
import type { FileOperation } from '../../src/core/operation.js';
import { mayCall } from '../../src/rpc/identity/access.js';
import { namedBy, uriOf } from '../../src/rpc/identity/caller.js';
import { PassOffice } from '../../src/rpc/identity/pass-office.js';
import { parseToken, tokenText } from '../../src/rpc/identity/token.js';

const GRANTS = [
  { volume: 'www', directory: '/', isReadOnly: false },
  { volume: 'logs', directory: '/site/a', isReadOnly: true },
];
const CLIENT = { id: 'c1', name: 'web', grants: GRANTS, createdAtMs: 1, revokedAtMs: 0 };
const caller = { kind: 'client', id: 'c1' } as const;
const passKey = passKeyOf('a key');

const volume = (name: string, change: Partial<VolumeSettings> = {}): VolumeSettings => ({
  ...{ name, id: 'v1', clients: [CLIENT], passKey },
  ...change,
});

test('access: a client: gets what its grant says, and nothing of another volume', () => {
  expect(accessTo(volume('www'), caller)).toEqual({ owner: 'client/c1', isReadOnly: false });
  const confined = accessTo(volume('logs'), caller);
  expect(confined.isReadOnly).toBe(true);
  expect(confined.confinement?.directory).toBe('/site/a');
  expect(() => accessTo(volume('other'), caller)).toThrow(AccessDeniedError);
});

test.each([
  {
    who: 'a client that was revoked',
    with: { kind: 'client', id: 'c1' },
    clients: [{ ...CLIENT, revokedAtMs: 5 }],
  },
  { who: 'a client that nobody knows', with: { kind: 'client', id: 'c2' }, clients: [CLIENT] },
  { who: 'a node', with: { kind: 'node', id: 'c1' }, clients: [CLIENT] },
  { who: 'a stranger', with: { kind: 'stranger' }, clients: [CLIENT] },
] as const)('access: $who: has no volume', ({ with: who, clients }) => {
  expect(() => accessTo(volume('www', { clients }), who)).toThrow(AccessDeniedError);
});

test('access: an administrator: sees everything', () => {
  const admin = { kind: 'admin', id: 'n1' } as const;
  expect(accessTo(volume('www'), admin)).toEqual({ owner: 'admin/n1', isReadOnly: false });
});

test('access: a method that is in no table: nobody may call it', () => {
  for (const kind of ['node', 'admin', 'client'] as const) {
    expect(mayCall('/hafs.v1.Other/Method', { kind, id: 'x' })).toBe(false);
    expect(mayCall('nonsense', { kind, id: 'x' })).toBe(false);
  }
});

test('passes: shown with the inode they are for: good; with another, by another client, or torn: not', () => {
  const office = new PassOffice(passKey, 'client/c1\0v1\0/a');
  const [pass] = office.passesFor([ino(7)]);
  if (pass === undefined) throw new Error('no pass');
  const stale = /ESTALE/;
  expect(() => office.check([ino(7)], [pass])).not.toThrow();
  expect(() => office.check([ino(8)], [{ ...pass, ino: 8 }])).toThrow(stale);
  expect(() => office.check([ino(7), ino(8)], [pass])).toThrow(stale);
  expect(() => office.check([ino(7)], [{ ...pass, seal: pass.seal?.subarray(1) ?? null }])).toThrow(stale);
  expect(() => office.check([ROOT_INO], [])).toThrow(stale);
  expect(() => new PassOffice(passKey, 'client/c2\0v1\0/a').check([ino(7)], [pass])).toThrow(stale);
  expect(() => new PassOffice(passKeyOf('other'), 'client/c1\0v1\0/a').check([ino(7)], [pass])).toThrow(
    stale,
  );
});

test('passes: of a long list: each is checked, and others are served meanwhile', async () => {
  const office = new PassOffice(passKey, 'client/c1\0v1\0/a');
  const inos = Array.from({ length: 1_000 }, (_, place) => ino(place + 2));
  const passes = office.passesFor(inos);
  const served = { count: 0 };
  const others = setInterval(() => served.count++, 0);
  await office.checkMany([...inos, ...inos], passes);
  clearInterval(others);
  expect(served.count).toBeGreaterThan(0);
  await expect(office.checkMany(inos, passes.slice(1))).rejects.toThrow(/ESTALE/);
});

const make = (uid: number, gid: number): FileOperation => ({
  ...{ kind: 'make', parent: ROOT_INO, name: Buffer.from('f'), type: 'regular', mode: 0o644 },
  ...{ rdev: 0, exclusive: true, caller: { uid, gid } },
});

test.each([
  { squash: 'none', from: [0, 0], to: [0, 0] },
  { squash: 'root', from: [0, 0], to: [65_534, 65_534] },
  { squash: 'root', from: [33, 33], to: [33, 33] },
  { squash: 'root', from: [33, 0], to: [33, 65_534] },
  { squash: 'all', from: [33, 33], to: [65_534, 65_534] },
] as const)('squash: $squash: what $from makes belongs to $to', ({ squash, from: [uid, gid], to }) => {
  expect(squashed(make(uid, gid), squash)).toMatchObject({ caller: { uid: to[0], gid: to[1] } });
});

const setattr = (change: object): FileOperation => ({ kind: 'setattr', ino: ino(2), change });
const aFile = make(0, 0) as FileOperation & { kind: 'make' };
const device: FileOperation = { ...aFile, type: 'blockDevice' };
const xattr = (name: string): FileOperation => ({
  ...{ kind: 'setxattr', ino: ino(2), name: Buffer.from(name), value: Buffer.of(1), mode: 'any' },
});

test.each([
  { what: 'a change of owner', operation: setattr({ uid: 1 }), refusedBy: ['root', 'all'] },
  { what: "a change to root's group", operation: setattr({ gid: 0 }), refusedBy: ['root', 'all'] },
  { what: 'a change to another group', operation: setattr({ gid: 5 }), refusedBy: ['all'] },
  { what: 'a change of mode', operation: setattr({ mode: 0o600 }), refusedBy: [] },
  { what: 'setuid by chmod', operation: setattr({ mode: 0o4755 }), refusedBy: ['root', 'all'] },
  { what: 'a new setuid file', operation: { ...aFile, mode: 0o4755 }, refusedBy: ['root', 'all'] },
  { what: 'a setgid directory', operation: setattr({ mode: 0o2775 }), refusedBy: [] },
  { what: 'a device', operation: device, refusedBy: ['root', 'all'] },
  { what: 'a capability', operation: xattr('security.capability'), refusedBy: ['root', 'all'] },
  { what: 'an attribute of a user', operation: xattr('user.x'), refusedBy: [] },
])('squash: $what: refused by $refusedBy', ({ operation, refusedBy }) => {
  for (const squash of ['none', 'root', 'all'] as const satisfies readonly Squash[]) {
    const attempt = (): FileOperation => squashed(operation, squash);
    if (refusedBy.includes(squash)) expect(attempt).toThrow(/EPERM/);
    else expect(attempt).not.toThrow();
  }
});

test('squash: a write: takes set-id bits away, whatever the client says', () => {
  const write: FileOperation = {
    ...{ kind: 'write', ino: ino(2), offsetBytes: 0, append: false, data: Buffer.of(1), sync: false },
  };
  expect(squashed(write, 'none')).not.toHaveProperty('loses');
  expect(squashed(write, 'root')).toHaveProperty('loses', 'all');
  expect(squashed(setattr({ sizeBytes: 0 }), 'root')).toMatchObject({ change: { loses: 'all' } });
  expect(squashed(setattr({ mtime: 'now' }), 'root')).toEqual(setattr({ mtime: 'now' }));
});

test('squash: both options on: the stricter one counts', () => {
  expect(squashOf((key) => (key === 'read-only' ? 'off' : 'on'), caller)).toBe('all');
  expect(squashOf(() => 'off', caller)).toBe('none');
});

test('squash: an administrator: is who it says', () => {
  expect(squashOf(() => 'on', { kind: 'admin', id: 'n1' })).toBe('none');
});

test('token: written and read: is the same; anything else is none', () => {
  const token = { address: '10.0.0.1:24100', fingerprint: 'ab'.repeat(32), secret: 'cd'.repeat(16) };
  expect(parseToken(`${tokenText(token)}\n`)).toEqual(token);
  for (const text of ['', 'hafs1-', 'hafs1-AAAA', tokenText({ ...token, secret: 'x' })])
    expect(() => parseToken(text)).toThrow(/no token/);
});

test.each(['node', 'admin', 'client'] as const)('caller: %s: is read from its certificate', (kind) => {
  expect(namedBy(`URI:${uriOf({ kind, id: 'a-1' })}`)).toEqual({ kind, id: 'a-1' });
});

test.each([
  '',
  'URI:hafs://root/x',
  'URI:hafs://node/',
  'DNS:a, URI:hafs://node/x',
  'URI:hafs://node/x, DNS:a',
])('caller: a certificate with "%s": names nobody', (text) => expect(namedBy(text)).toBeUndefined());
