/** What is refused says what to do. */
import { afterEach, expect, test } from 'vitest';
import { accessTo } from '../../brick/identity/volume-access.js';
import { ProfileService } from '../../brick/profile/profile-service.js';
import { changeStarted } from '../../brick/replacement/volume-change.js';
import { replaceBrick } from '../../brick/replacement/replace-brick.js';
import type { StorageNode } from '../../brick/storage-node.js';
import { managerAddress } from '../../brick/volume-manager-call.js';
import { alreadyMounted } from '../../mount/mount-point.js';
import { resolveRoot } from '../../mount/mounted-root.js';
import { umountRefusal } from '../../mount/umount.js';
import { AccessDeniedError, FileError } from '../../src/core/errors.js';
import { isRevocation, REVOKED } from '../../src/rpc/identity/access.js';
import type { RpcServer } from '../../src/rpc/server.js';
import { VOLUME_METHODS } from '../../src/rpc/services.js';
import { SystemClock } from '../../src/runtime/clock.js';
import { SystemRandom } from '../../src/runtime/random.js';
import type { VolumeRecord } from '../../src/volume/catalogue.js';
import { startAdminServer, type AdminServer, type Answers } from '../support/admin-server.js';
import { runCli } from '../support/cli-run.js';

const clock = new SystemClock();
let server: AdminServer | undefined;

afterEach(() => server?.stop());

const NODES = [
  { id: '1', name: 'n1', address: 'n1:24100' },
  { id: '2', name: 'n2', address: 'n2:24100' },
];
const BRICK = { id: 'b1', nodeId: '1', directory: '/b' };
const VOLUME: VolumeRecord = {
  ...{ name: 'www', id: 'v1', status: 'stopped', group: 'g', bricks: [BRICK], options: {}, createdAtMs: 1 },
};

/** A node that knows one volume, and that no other node answers. */
function nodeWith(volume: VolumeRecord): StorageNode {
  const catalogue = { volumes: [volume], nodes: NODES, clients: [] };
  const pool = { change: (work: (known: object) => unknown) => work(catalogue), nodeById: () => undefined };
  return {
    catalogue,
    pool,
    addressOfBrick: () => '',
    nameOf: () => '',
    isDrained: () => false,
  } as unknown as StorageNode;
}

async function profileOf(node: StorageNode): Promise<unknown> {
  const handlers = new Map<unknown, (request: object) => Promise<unknown>>();
  const unary = (method: unknown, handle: (request: object) => Promise<unknown>) =>
    void handlers.set(method, handle);
  new ProfileService(node, clock).addTo({ unary } as unknown as RpcServer);
  return handlers.get(VOLUME_METHODS.Profile)?.({ name: 'www', session: 0 });
}

test.each([
  { what: 'a change', ask: (node: StorageNode) => changeStarted(node, 'www', (volume) => volume) },
  { what: 'a call to its manager', ask: (node: StorageNode) => managerAddress(node, VOLUME) },
  { what: 'a profile', ask: profileOf },
])('remedies: $what of a volume that is not started: the command that starts it', async ({ ask }) => {
  const asked = Promise.resolve().then(() => ask(nodeWith(VOLUME)));
  await expect(asked).rejects.toThrow('volume www is not started; first: hafs volume start www');
});

test('remedies: replace-brick without quorum: which nodes to start', async () => {
  // Every look at it is an hour later: nobody waits for a manager.
  const hours = { count: 0 };
  const hurried = Object.assign(new SystemClock(), { monotonicMs: () => 3_600_000 * hours.count++ });
  const deps = {
    node: nodeWith({ ...VOLUME, status: 'started' }),
    clock: hurried,
    random: new SystemRandom(),
  };
  const request = {
    name: 'www',
    oldBrick: { address: 'n1:24100', directory: '/b' },
    newBrick: { address: 'n2:24100', directory: '/b' },
  };
  await expect(replaceBrick(deps, request as never)).rejects.toThrow(
    'than a write needs; start the missing nodes ("hafs heal-status www")',
  );
});

test('remedies: a credential for another volume: who says which ones are', () => {
  const settings = { name: 'www', id: 'v1', clients: [], passKey: undefined } as const;
  expect(() => accessTo(settings, { kind: 'client', id: 'c' })).toThrow(
    'this credential is not for volume www; "hafs client list"',
  );
});

test('remedies: a revoked credential: how another is made, and it is known as that', () => {
  expect(REVOKED).toContain('; an administrator makes another with "hafs client create"');
  expect(isRevocation(new AccessDeniedError(REVOKED))).toBe(true);
  expect(isRevocation(new AccessDeniedError('this credential was revoked'))).toBe(true);
  expect(isRevocation(new AccessDeniedError('this credential is not for volume www'))).toBe(false);
});

test.each([
  {
    reason: '/m: target is busy.',
    says: 'cannot unmount: /m: target is busy; "fuser -vm /m" shows who uses it; once they have ended: hafs umount /m',
  },
  { reason: '/m: must be superuser.', says: 'cannot unmount: /m: must be superuser' },
])('remedies: umount, $reason: "$says"', ({ reason, says }) => {
  expect(umountRefusal('/m', reason).message).toBe(says);
});

test('remedies: mounted already: how it is unmounted', () => {
  expect(alreadyMounted('/m', { source: 'www' }, true).message).toBe(
    'www is already mounted on /m; first: hafs umount /m, or mount somewhere else',
  );
});

test('remedies: no such directory to mount: how it is made', async () => {
  const volume = { execute: () => Promise.reject(new FileError('ENOENT')) } as never;
  await expect(resolveRoot(volume, ['no', 'where'])).rejects.toThrow(
    'the volume has no directory /no; first: hafs fs mkdir -p VOL:/no/where',
  );
});

async function failureOf(answers: Answers, ...words: string[]): Promise<string> {
  server = await startAdminServer(answers);
  return (await runCli(['--server', server.address, ...words])).err;
}

test('remedies: a node cannot be drained in time: what is seen, and what is tried', async () => {
  const answers = { DrainStatus: { unsynced: ['b3'] } };
  expect(await failureOf(answers, 'node', 'drain', 'n1', '--timeout', '0.000001')).toBe(
    'node drain: n1: failed: not in time: not in sync: b3; nothing was changed; see "hafs heal-status", and try again with a longer --timeout\n',
  );
});

test.each([
  {
    words: [],
    says: 'taken back ("hafs volume info www" shows the bricks); if it is still wanted, run the command again\n',
  },
  { words: ['abort'], says: '; to go back: hafs volume replace-brick www n2:24100:/b n1:24100:/b\n' },
])('remedies: replace-brick $words: it went otherwise: what to do then', async ({ words, says }) => {
  const [from, to] = NODES.map(({ address }) => ({ address, directory: '/b' }));
  const over = { name: 'www', status: 'started', bricks: [words.length === 0 ? from : to] };
  const begun = { ...over, replacement: { aborted: words.length > 0, brick: to } };
  const looks = { count: 0 };
  const answers = {
    ReplaceBrick: { volume: over },
    AbortReplacement: { volume: over },
    List: () => ({ volumes: [looks.count++ === 0 ? begun : over] }),
    HealStatus: { volumes: [] },
  };
  const command = ['volume', 'replace-brick', 'www', 'n1:/b', 'n2:/b', ...words];
  expect((await failureOf(answers, ...command)).endsWith(says)).toBe(true);
});
