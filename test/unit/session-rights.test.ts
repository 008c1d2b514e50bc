/** Every operation there is, asked by every kind of client: who is let in, and who is told what. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Squash } from '../../brick/identity/squash.js';
import { passKeyOf, type VolumeAccess } from '../../brick/identity/volume-access.js';
import { defined } from '../../src/core/assert.js';
import { FileError } from '../../src/core/errors.js';
import { ROOT_INO } from '../../src/core/ids.js';
import { lockOwner, type LockRequest } from '../../src/core/lock.js';
import type { FileOperation } from '../../src/core/operation.js';
import { PassOffice } from '../../src/rpc/identity/pass-office.js';
import { operationToWire } from '../../src/rpc/operation-codec.js';
import { failureFromWire } from '../../src/rpc/reply-codec.js';
import { wire, type hafs } from '../../src/rpc/wire.js';
import { HostileClient } from '../fuzz/support/hostile-client.js';
import { LoneManager } from '../fuzz/support/lone-manager.js';

const WHOLE: VolumeAccess = { owner: 'client/c', isReadOnly: false };
const passes = new PassOffice(passKeyOf('k'), 's');
const ACCESSES = {
  whole: WHOLE,
  reader: { ...WHOLE, isReadOnly: true },
  tenant: { ...WHOLE, confinement: { directory: '/', passes } },
  squashed: WHOLE,
} as const satisfies Record<string, VolumeAccess>;
type Kind = keyof typeof ACCESSES;

/** What only those rules say that are about clients. */
const RULES: readonly string[] = ['EROFS', 'ESTALE', 'EPERM'];
const LET_IN = 'let in';

const caller = { uid: 0, gid: 0 };
const name = Buffer.from('name');
const ino = ROOT_INO;
const at = { parent: ROOT_INO, name };
const range = { offsetBytes: 0, lengthBytes: 1 };
const owner = defined(lockOwner('ab'.repeat(8)));
const lock: LockRequest = { family: 'range', owner, type: 'read', pid: 1, firstByte: 0, lastByte: 1 };
const file = { mode: 0o644, caller } as const;
const making = { kind: 'make', ...at, ...file, rdev: 0, exclusive: false } as const;

type Row = readonly [what: string, operation: FileOperation, told: Partial<Record<Kind, string>>];

const CHANGE = { reader: 'EROFS', tenant: 'ESTALE' } as const;
const LOOK = { tenant: 'ESTALE' } as const;

const rows = [
  ['make a file', { ...making, type: 'regular' }, CHANGE],
  ['make a device', { ...making, type: 'charDevice' }, { ...CHANGE, squashed: 'EPERM' }],
  ['tmpfile', { kind: 'tmpfile', parent: ROOT_INO, ...file }, CHANGE],
  ['link', { kind: 'link', ino, ...at }, CHANGE],
  ['unlink', { kind: 'unlink', ...at }, CHANGE],
  ['rmdir', { kind: 'rmdir', ...at }, CHANGE],
  ['rename', { kind: 'rename', ...at, newParent: ROOT_INO, newName: name, mode: 'replace' }, CHANGE],
  ['chmod', { kind: 'setattr', ino, change: { mode: 0o755 } }, CHANGE],
  ['chown', { kind: 'setattr', ino, change: { uid: 7 } }, { ...CHANGE, squashed: 'EPERM' }],
  ['write', { kind: 'write', ino, offsetBytes: 0, append: false, sync: false, data: name }, CHANGE],
  ['allocate', { kind: 'allocate', ino, ...range, mode: 'allocate' }, CHANGE],
  ['copy', { kind: 'copy', ino, ...range, target: ROOT_INO, targetOffsetBytes: 0 }, CHANGE],
  ['set user.a', { kind: 'setxattr', ino, name: Buffer.from('user.a'), value: name, mode: 'any' }, CHANGE],
  [
    'set trusted.a',
    { kind: 'setxattr', ino, name: Buffer.from('trusted.a'), value: name, mode: 'any' },
    { ...CHANGE, squashed: 'EPERM' },
  ],
  ['remove user.a', { kind: 'removexattr', ino, name: Buffer.from('user.a') }, CHANGE],
  ['access', { kind: 'access', ino }, CHANGE],
  ['lock', { kind: 'lock', ino, lock, waits: false }, LOOK],
  ['drop locks', { kind: 'dropLocks', inos: [ino] }, {}],
  ['fsync', { kind: 'fsync', ino }, LOOK],
  ['release', { kind: 'release', inos: [ino] }, {}],
  ['lookup', { kind: 'lookup', ...at }, LOOK],
  ['getattr', { kind: 'getattr', ino }, LOOK],
  ['readlink', { kind: 'readlink', ino }, LOOK],
  ['read', { kind: 'read', ino, ...range }, LOOK],
  ['read several', { kind: 'readFiles', inos: [ino] }, LOOK],
  ['readdir', { kind: 'readdir', ino, cookie: 0, entriesMax: 1, withAttr: true }, LOOK],
  ['seek', { kind: 'seek', ino, offsetBytes: 0, wanted: 'data' }, LOOK],
  ['getxattr', { kind: 'getxattr', ino, name: Buffer.from('user.a') }, LOOK],
  ['listxattr', { kind: 'listxattr', ino }, LOOK],
  ['test lock', { kind: 'testLock', ino, lock }, LOOK],
  ['statfs', { kind: 'statfs' }, {}],
] as const satisfies readonly Row[];

/** A kind of operation that has no row does not compile. */
type Covered = (typeof rows)[number][1]['kind'];
const isEveryKindCovered: FileOperation['kind'] extends Covered ? true : false = true;

let lone: LoneManager;
const clients = new Map<Kind, HostileClient>();
let sequence = 0;

beforeAll(async () => {
  lone = await LoneManager.start();
  for (const [kind, access] of Object.entries(ACCESSES) as [Kind, VolumeAccess][]) {
    const squash = kind === 'squashed' ? 'root' : 'none';
    const client = new HostileClient(lone.serving, () => access, { squash: () => squash });
    await client.ask(new wire.FileRequest({ open: { volume: 'www', client: kind } }));
    clients.set(kind, client);
  }
});
afterAll(() => lone.stop());

const told = (kind: Kind, operation: FileOperation, shown: hafs.v1.IPass[] = []): Promise<string> =>
  toldTo(defined(clients.get(kind)), operation, shown);

async function toldTo(
  client: HostileClient,
  operation: FileOperation,
  shown: hafs.v1.IPass[] = [],
): Promise<string> {
  const slot = { slot: 0, sequence: ++sequence };
  const request = new wire.FileRequest({ ...operationToWire(operation), ...slot, passes: shown });
  const reply = await client.ask(request);
  const error = reply?.failure ? failureFromWire(reply.failure) : undefined;
  if (error === undefined) return LET_IN;
  if (!(error instanceof FileError)) return error.message;
  return RULES.includes(error.errno) ? error.errno : LET_IN;
}

test.each<Row>(rows)(
  'session: %s: who may not is told so, and everybody else is let in',
  async (_, operation, want) => {
    expect(isEveryKindCovered).toBe(true);
    const said: Record<string, string> = {};
    const wanted: Record<string, string> = {};
    for (const kind of Object.keys(ACCESSES) as Kind[]) {
      said[kind] = await told(kind, operation);
      wanted[kind] = want[kind] ?? LET_IN;
    }
    expect(said).toEqual(wanted);
  },
);

test.each<Row>(rows)(
  'session: %s: a tenant who was led there does what everybody does',
  async (_, operation) => {
    const here = passes.passesFor([ROOT_INO]);
    expect(await told('tenant', operation, here)).toBe(await told('whole', operation));
  },
);

test('session: the volume is squashed while a client is connected, and no more: it is told so from the next change on', async () => {
  let squash: Squash = 'none';
  const client = new HostileClient(lone.serving, () => WHOLE, { squash: () => squash });
  await client.ask(new wire.FileRequest({ open: { volume: 'www', client: 'c' } }));
  const chown: FileOperation = { kind: 'setattr', ino, change: { uid: 0 } };
  const said = [];
  for (squash of ['none', 'root', 'all', 'none'] as const) said.push(await toldTo(client, chown));
  expect(said).toEqual([LET_IN, 'EPERM', 'EPERM', LET_IN]);
});
