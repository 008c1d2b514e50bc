/** What of a pool's secrets can be seen by others on its machines: nothing. */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { messageOf } from '../../src/core/errors.js';
import { Channel } from '../../src/rpc/channel.js';
import { makeRequest } from '../../src/rpc/identity/certificates.js';
import { readCredential } from '../../src/rpc/identity/credential-file.js';
import { holderOf } from '../../src/rpc/identity/credential.js';
import { parseToken } from '../../src/rpc/identity/token.js';
import { IDENTITY_METHODS } from '../../src/rpc/services.js';
import { describeWithFuse, removeMount, shell } from '../support/mount-fixture.js';
import { SecureNodes } from '../support/secure-nodes.js';

const BASE_PORT = 23_381;
const NODES = [1, 2, 3];
const FOR_OTHERS = 0o077;
const CALL_TIMEOUT_MS = 30_000;
const describe = await describeWithFuse();

let scratch = '';
let nodes: SecureNodes;
let clientFile = '';
const secrets: string[] = [];

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'hafs-secrets-'));
  nodes = new SecureNodes(scratch, BASE_PORT);
  for (const node of NODES) {
    await nodes.giveIdentity(node);
    if (node > 1) secrets.push((await readFile(join(scratch, 'token'), 'utf8')).trim());
    nodes.start(node);
    await nodes.answers(node, '--credential', nodes.adminFile);
  }
  for (const node of NODES.slice(1)) await nodes.ok('peer', 'probe', nodes.address(node));
  const bricks = NODES.map((node) => `${nodes.address(node)}:${join(scratch, `brick${node}`)}`);
  await nodes.ok('volume', 'create', 'www', 'replica', '3', ...bricks);
  await nodes.ok('volume', 'start', 'www');
  clientFile = join(scratch, 'web.pem');
  await nodes.ok('client', 'create', 'web', '--volume', 'www', '--out', clientFile);
  await writeFile(join(scratch, 'page'), 'a page');
  await nodes.ok('fs', 'put', join(scratch, 'page'), 'www:/page');
  for (const file of secretFiles()) secrets.push(...keysIn(await readFile(file, 'utf8')));
}, 300_000);

afterAll(async () => {
  await nodes.stopAll();
  await rm(scratch, { recursive: true, force: true });
});

const secretFiles = (): string[] => [
  clientFile,
  ...NODES.flatMap((node) =>
    ['authority.key', 'node.pem', 'admin.pem'].map((name) => join(nodes.data(node), 'identity', name)),
  ),
];

/** The keys of a PEM file, each without its frame and without breaks. */
const keysIn = (pem: string): string[] =>
  [...pem.matchAll(/-----BEGIN [A-Z ]*PRIVATE KEY-----([^-]+)-----END/g)].map(([, body = '']) =>
    body.replaceAll(/\s/g, ''),
  );

const secretsIn = (text: string): string[] => {
  const bare = text.replaceAll(/\\n|\s/g, '');
  return secrets.filter((secret) => bare.includes(secret));
};

async function* filesBelow(directory: string): AsyncGenerator<string> {
  yield directory;
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else yield path;
  }
}

/** Arguments and environment of every process whose arguments name a place of this test, and of their children. */
async function processTexts(): Promise<string[]> {
  const texts: string[] = [];
  for (const pid of await processIds()) {
    const arguments_ = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    texts.push(arguments_, await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => ''));
  }
  return texts;
}

async function processIds(): Promise<string[]> {
  const found: string[] = [];
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    if (!(await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).includes(scratch)) continue;
    const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
    found.push(pid, ...children.split(' ').filter((child) => child !== ''));
  }
  return found;
}

test('secrets: every file with a key: its owner only can read it', async () => {
  const modes = await Promise.all(secretFiles().map(async (file) => (await stat(file)).mode & 0o777));
  expect(modes).toEqual(secretFiles().map(() => 0o600));
});

test("secrets: what nodes and bricks keep on their disks: is for the server's user only", async () => {
  const open: string[] = [];
  for (const node of NODES) {
    for (const directory of [nodes.data(node), join(scratch, `brick${node}`)])
      for await (const path of filesBelow(directory)) {
        const { mode } = await stat(path).catch(() => ({ mode: 0 })); // LevelDB removes what it has merged.
        if ((mode & FOR_OTHERS) !== 0) open.push(`${path}: ${(mode & 0o777).toString(8)}`);
      }
  }
  expect(open).toEqual([]);
});

test('secrets: arguments, environment and logs of nodes, and a support bundle: hold none', async () => {
  expect(secrets.length).toBe(secretFiles().length + 2);
  const texts = await processTexts();
  expect(texts.filter((text) => text.includes('server')).length).toBeGreaterThanOrEqual(NODES.length);
  expect(texts.flatMap(secretsIn)).toEqual([]);
  expect(secretsIn(await readFile(nodes.logFile, 'utf8'))).toEqual([]);
  const bundle = join(scratch, 'bundle.tar.gz');
  await nodes.ok('support-bundle', bundle);
  const all = execFileSync('tar', ['-xzOf', bundle], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  expect(all).toContain('"hasQuorum"');
  expect(secretsIn(all)).toEqual([]);
});

test('secrets: a token, for the id of a node that runs: no certificate is made', async () => {
  const { authorityPem } = await readCredential(nodes.adminFile);
  const { id } = holderOf(await readCredential(join(nodes.data(2), 'identity', 'node.pem')));
  const { secret } = parseToken(await readFile(await nodes.newToken(), 'utf8'));
  const channel = new Channel(nodes.address(1), { authorityPem });
  const { request } = await makeRequest();
  const outcome = await channel
    .call(IDENTITY_METHODS.Enroll, { secret, nodeId: id, request }, CALL_TIMEOUT_MS)
    .then(() => 'a certificate', messageOf);
  expect(outcome).toMatch(/is in the pool already/);
  channel.close();
});

describe('a mount', () => {
  test('secrets: arguments, environment and log of a mount: hold none', async () => {
    const [directory, log] = [join(scratch, 'mnt'), join(scratch, 'mount.log')];
    await mkdir(directory);
    await nodes.ok(
      'mount',
      `${nodes.address(2)}:/www`,
      directory,
      '-o',
      `credential=${clientFile},log=${log}`,
    );
    try {
      expect(await shell('cat page', directory)).toBe('a page');
      const texts = await processTexts();
      expect(texts.filter((text) => text.includes(directory)).length).toBeGreaterThanOrEqual(1);
      expect(texts.flatMap(secretsIn)).toEqual([]);
      expect(secretsIn(await readFile(log, 'utf8'))).toEqual([]);
    } finally {
      await removeMount(directory);
    }
  });
});
