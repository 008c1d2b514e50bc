import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectVolume } from '../../src/client/connect.js';
import type { FileVolume } from '../../src/client/file-volume.js';
import { OwnIdentity } from '../../src/client/own-identity.js';
import { defined } from '../../src/core/assert.js';
import { AccessDeniedError } from '../../src/core/errors.js';
import { ROOT_INO } from '../../src/core/ids.js';
import { LAST_BYTE, lockOwner } from '../../src/core/lock.js';
import type { FileOperation } from '../../src/core/operation.js';
import { Channel } from '../../src/rpc/channel.js';
import { issueOwn } from '../../src/rpc/identity/certificates.js';
import { readCredential, writeCredential } from '../../src/rpc/identity/credential-file.js';
import { holderOf, termOf } from '../../src/rpc/identity/credential.js';
import { FILE_METHODS } from '../../src/rpc/services.js';
import { wire, type hafs } from '../../src/rpc/wire.js';
import { SystemClock, wallMs } from '../../src/runtime/clock.js';
import { silentLogger } from '../../src/runtime/logger.js';
import { SystemRandom } from '../../src/runtime/random.js';
import { eventually } from '../support/eventually.js';
import { askOnStream } from '../support/raw-session.js';
import { SecureNodes } from '../support/secure-nodes.js';

const BASE_PORT = 23_301;
const BOUND_MS = 60_000;
const NODES = [1, 2, 3];
const { Reason } = wire.Failure;
const clock = new SystemClock();

let scratch = '';
let nodes: SecureNodes;
const volumes: FileVolume[] = [];

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'hafs-identity-'));
  nodes = new SecureNodes(scratch, BASE_PORT);
  for (const node of NODES) {
    await nodes.giveIdentity(node);
    if (node === 1) await makeDue(nodes.data(1));
    nodes.start(node);
    await nodes.answers(node, '--credential', nodes.adminFile);
  }
  for (const node of NODES.slice(1)) await nodes.ok('peer', 'probe', nodes.address(node));
  for (const volume of ['www', 'logs']) await makeVolume(volume);
  await nodes.ok('fs', 'mkdir', 'www:/site', 'www:/other');
  await writeFile(join(scratch, 'page'), 'a page');
  for (const place of ['site', 'other'])
    await nodes.ok('fs', 'put', join(scratch, 'page'), `www:/${place}/page`);
}, 300_000);

afterAll(async () => {
  await Promise.all(volumes.map((volume) => volume.close().catch(() => undefined)));
  await nodes.stopAll();
  await rm(scratch, { recursive: true, force: true });
});

async function makeVolume(volume: string): Promise<void> {
  const bricks = NODES.map((node) => `${nodes.address(node)}:${join(scratch, `${volume}${node}`)}`);
  await nodes.ok('volume', 'create', volume, 'replica', '3', ...bricks);
  await nodes.ok('volume', 'start', volume);
}

/** Gives a node a certificate that is to be renewed at once. */
async function makeDue(data: string): Promise<void> {
  const file = join(data, 'identity', 'node.pem');
  await writeCredential(file, await shortLived(data, file));
}

/** As what is in the file, but for ten minutes only. */
async function shortLived(data: string, file: string) {
  const certificatePem = await readFile(join(data, 'identity', 'authority.pem'), 'utf8');
  const keyPem = await readFile(join(data, 'identity', 'authority.key'), 'utf8');
  const holder = holderOf(await readCredential(file));
  return issueOwn({ certificatePem, keyPem }, holder, { nowMs: wallMs(clock), lifetimeMs: 600_000 });
}

async function newClient(name: string, ...words: string[]): Promise<string> {
  const file = join(scratch, `${name}.pem`);
  await nodes.ok('client', 'create', name, '--out', file, ...words);
  return file;
}

async function connect(credentialFile: string, volume = 'www'): Promise<FileVolume> {
  const connected = await connectVolume(
    {
      ...{ servers: NODES.map((node) => nodes.address(node)), volume, credentialFile },
      ...{
        connectTimeoutMs: BOUND_MS,
        operationTimeoutMs: BOUND_MS,
        clientName: 'a test',
        log: silentLogger,
      },
    },
    { clock, random: new SystemRandom() },
  );
  volumes.push(connected);
  return connected;
}

/**
 * Sends requests on a stream of their own to every node, until the volume manager answers: right after a client was
 * made, it may not have heard of it. @returns its answers, in order.
 */
async function ask(
  credentialFile: string,
  ...requests: hafs.v1.IFileRequest[]
): Promise<hafs.v1.FileResponse[]> {
  const trust = await readCredential(credentialFile);
  let answers: hafs.v1.FileResponse[] = [];
  await eventually(async () => {
    const asked = NODES.map((node) => askOnStream(new Channel(nodes.address(node), trust), requests));
    const isManagers = (responses: hafs.v1.FileResponse[]): boolean =>
      responses.length > 0 && !responses.some(({ failure }) => failure?.reason === Reason.NOT_MANAGER);
    answers = defined((await Promise.all(asked)).find(isManagers));
  }, BOUND_MS);
  return answers;
}

const lockRoot: FileOperation = {
  ...{ kind: 'lock', ino: ROOT_INO, waits: false },
  lock: {
    ...{ family: 'whole', owner: defined(lockOwner('ab'.repeat(8))), type: 'write', pid: 1 },
    ...{ firstByte: 0, lastByte: LAST_BYTE },
  },
};

test('identity: keys: only their owner can read them, and no log holds one', async () => {
  for (const file of ['authority.key', 'node.pem', 'admin.pem'])
    expect((await stat(join(nodes.data(2), 'identity', file))).mode & 0o777).toBe(0o600);
  expect((await stat(join(nodes.data(2), 'identity'))).mode & 0o777).toBe(0o700);
  expect(await readFile(nodes.logFile, 'utf8')).not.toMatch(/PRIVATE KEY|hafs1-/);
});

test('identity: a token: is good once', async () => {
  const token = await nodes.newToken();
  await nodes.ok('pool', 'join', '--data', nodes.data(8), '--token-file', token);
  const again = await nodes.hafs('pool', 'join', '--data', nodes.data(9), '--token-file', token);
  expect(again.err).toMatch(/used up/);
});

test('identity: without a credential, or with that of a client: no command is answered', async () => {
  const client = await newClient('commander', '--volume', 'www');
  expect((await nodes.hafs('--credential', client, 'volume', 'list')).err).toMatch(
    /may not call Pool\/Identify/,
  );
  const plain = new Channel(nodes.address(1));
  await expect(plain.call(FILE_METHODS.Locate, { volume: 'www' }, BOUND_MS)).rejects.toThrow(
    /wants a credential/,
  );
  plain.close();
});

test('identity: a certificate that grows old: the server has renewed it by itself', async () => {
  await eventually(async () => {
    const { endsAtMs } = termOf(await readCredential(join(nodes.data(1), 'identity', 'node.pem')));
    expect(endsAtMs - wallMs(clock)).toBeGreaterThan(86_400_000);
  }, BOUND_MS);
});

test("identity: a client's certificate that grows old: is renewed, in the file too", async () => {
  const file = await newClient('old', '--volume', 'www');
  await writeCredential(file, await shortLived(nodes.data(1), file));
  const servers = () => [nodes.address(2)];
  const identity = await OwnIdentity.load(file, { clock, log: silentLogger, servers });
  await eventually(async () => {
    await identity.renewIfDue();
    expect(termOf(await readCredential(file)).endsAtMs - wallMs(clock)).toBeGreaterThan(86_400_000);
  }, BOUND_MS);
  expect(termOf(defined(identity.current))).toEqual(termOf(await readCredential(file)));
  await connect(file);
});

test('identity: a client of one volume: is shown there by its name, and refused by another one', async () => {
  const file = await newClient('one', '--volume', 'www');
  await connect(file);
  expect(await nodes.ok('volume', 'clients', 'www')).toMatch(/^a test +\S+ +one /m);
  await expect(connect(file, 'logs')).rejects.toThrow(AccessDeniedError);
});

test('identity: a client that may only read: reads, and changes nothing', async () => {
  const file = await newClient('reader', '--volume', 'www', '--read-only');
  expect(await nodes.ok('--credential', file, 'fs', 'cat', 'www:/site/page')).toBe('a page');
  for (const words of [
    ['rm', 'www:/site/page'],
    ['mkdir', 'www:/new'],
    ['put', join(scratch, 'page'), 'www:/x'],
  ])
    expect((await nodes.hafs('--credential', file, 'fs', ...words)).err).toMatch(/Read-only file system/);
});

test('identity: a client of a directory: sees that, and nothing beside it', async () => {
  const file = await newClient('tenant', '--volume', 'www:/site');
  expect(await nodes.ok('--credential', file, 'fs', 'cat', 'www:/site/page')).toBe('a page');
  expect((await nodes.hafs('--credential', file, 'fs', 'cat', 'www:/other/page')).err).toMatch(
    /Permission denied/,
  );
});

test('identity: a client of a directory that asks for other inodes: is not answered', async () => {
  const file = await newClient('prowler', '--volume', 'www:/site');
  const open = { open: { volume: 'www' } };
  const [opened] = await ask(file, open);
  const root = opened?.opened?.root ?? 0;
  const passes = opened?.passes ?? [];
  const up = { lookup: { parent: root, name: Buffer.from('..') }, passes };
  const outside = [ROOT_INO, root + 1, root + 2].map((ino) => ({ getattr: { ino }, passes }));
  const forged = { getattr: { ino: ROOT_INO }, passes: [{ ino: ROOT_INO, seal: passes[0]?.seal ?? null }] };
  const into = { link: { ino: ROOT_INO, parent: root, name: Buffer.from('out') }, passes };
  const copied = { copy: { ino: ROOT_INO, lengthBytes: 1, target: root }, passes };
  const answers = await ask(file, open, ...outside, forged, into, copied, up, {
    getattr: { ino: root },
    passes,
  });
  const [, ...rest] = answers.map(({ failure }) => failure);
  expect(rest.slice(0, 6).map((failure) => failure?.message)).toEqual(Array(6).fill('ESTALE: not led there'));
  expect(rest[6]?.message).toBe('ENOENT: not a name in a directory');
  expect(rest[7]).toBeNull();
});

test("identity: a client that goes on with another's session: there is none for it", async () => {
  const [mine, theirs] = [
    await newClient('mine', '--volume', 'www'),
    await newClient('theirs', '--volume', 'www'),
  ];
  const [opened] = await ask(theirs, { open: { volume: 'www' } });
  const session = opened?.opened?.session ?? 0;
  expect(session).toBeGreaterThan(0);
  const [hijacked] = await ask(mine, { open: { volume: 'www', session } });
  expect(hijacked?.failure?.reason).toBe(Reason.SESSION_EXPIRED);
  const [resumed] = await ask(theirs, { open: { volume: 'www', session } });
  expect(resumed?.opened?.session).toBe(session);
});

test('identity: a client is revoked: it is cut off, and its locks are free within seconds', async () => {
  const [gone, stays] = [
    await newClient('gone', '--volume', 'www'),
    await newClient('stays', '--volume', 'www'),
  ];
  const [revoked, other] = [await connect(gone), await connect(stays)];
  await revoked.execute(lockRoot);
  await expect(other.execute(lockRoot)).rejects.toThrow(/EAGAIN/);
  await nodes.ok('--yes', 'client', 'revoke', 'gone');
  await eventually(async () => {
    // Whichever it hears first: that its connection is cut, or that its session is over.
    const look = revoked.execute({ kind: 'getattr', ino: ROOT_INO });
    await expect(look).rejects.toThrow(/was revoked|does not know this session/);
    await other.execute(lockRoot);
  }, 15_000);
  await expect(connect(gone)).rejects.toThrow(/revoked/);
});

test('identity: a volume is deleted: a new one of its name is not for the clients of the old one', async () => {
  await makeVolume('short');
  const former = await newClient('former', '--volume', 'short', '--volume', 'www');
  await eventually(async () => {
    await connect(former, 'short');
  }, BOUND_MS);
  await nodes.ok('--yes', 'volume', 'stop', 'short');
  await nodes.ok('--yes', 'volume', 'delete', 'short');
  const bricks = NODES.map((node) => `${nodes.address(node)}:${join(scratch, `again${node}`)}`);
  await nodes.ok('volume', 'create', 'short', 'replica', '3', ...bricks);
  await nodes.ok('volume', 'start', 'short');
  await eventually(async () => {
    await expect(connect(former, 'short')).rejects.toThrow(/is not for volume short/);
  }, BOUND_MS);
  await connect(former);
});
