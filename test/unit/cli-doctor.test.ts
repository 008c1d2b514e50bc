import { status as grpcStatus } from '@grpc/grpc-js';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { isHere, judgePlace, placeFailure } from '../../src/cli/doctor/brick-places.js';
import { localAddress } from '../../src/cli/doctor/own-node.js';
import { clockSetting, kernelVersion, nodeVersion, openFiles } from '../../src/cli/doctor/machine-checks.js';
import { clockFinding, linksFinding, poolRemedy, volumeChecks } from '../../src/cli/doctor/pool-checks.js';
import { withoutSecrets } from '../../src/cli/doctor/bundle-parts.js';
import type { Finding } from '../../src/cli/doctor/finding.js';
import { Refusal, startAdminServer, type AdminServer } from '../support/admin-server.js';
import { runCli } from '../support/cli-run.js';

const EXT4 = 0xef53;
const TMPFS = 0x01021994;
const LOCAL = { id: '1', name: 'n1', address: 'n1:1', isConnected: false, isLocal: true, isDrained: false };
const servers: AdminServer[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.stop();
});

async function startPool(skewMs: number): Promise<AdminServer> {
  const node = { node: { id: '1', name: 'node1', address: '127.0.0.1:1' }, connected: true };
  const answers = {
    Identify: { node: node.node, pool: 'p', poolNodes: 1, version: '1.2.3' },
    ListNodes: () => ({
      nodes: [{ ...node, node: { ...node.node, address: servers[0]?.address } }],
      quorum: true,
    }),
    List: { volumes: [{ name: 'www', status: 'started', options: { 'some-key': 'x', 'read-only': 'on' } }] },
    HealStatus: { volumes: [{ volume: 'www', status: 'started', quorum: true }] },
    Availability: () => ({
      untilMs: Math.round(performance.timeOrigin + performance.now() + skewMs),
      silent: [],
    }),
    GetPoolOptions: { options: { webhook: 'https://host/secret-path' } },
    Events: { events: [] },
  };
  const server = await startAdminServer(answers);
  servers.push(server);
  return server;
}

test.each([
  { finding: nodeVersion('20.19.0'), level: 'ok' },
  { finding: nodeVersion('22.1.0'), level: 'ok' },
  { finding: nodeVersion('20.18.3'), level: 'broken' },
  { finding: kernelVersion('6.1.0-13-amd64'), level: 'ok' },
  { finding: kernelVersion('5.10.0-8'), level: 'warning' },
  {
    finding: openFiles('Max open files            1024                 1048576              files'),
    level: 'ok',
  },
  {
    finding: openFiles('Max open files            1024                 1024                 files'),
    level: 'warning',
  },
  { finding: judgePlace('b', { type: EXT4, totalBytes: 100, availableBytes: 50 }), level: 'ok' },
  { finding: judgePlace('b', { type: EXT4, totalBytes: 100, availableBytes: 5 }), level: 'warning' },
  { finding: judgePlace('b', { type: EXT4, totalBytes: 100, availableBytes: 1 }), level: 'broken' },
  { finding: judgePlace('b', { type: TMPFS, totalBytes: 100, availableBytes: 50 }), level: 'warning' },
  { finding: clockSetting(true), level: 'ok' },
  { finding: clockSetting(undefined), level: 'ok' },
  { finding: clockSetting(false), level: 'warning' },
  { finding: linksFinding('n', { members: [] }), level: 'ok' },
  { finding: linksFinding('n', { members: [LOCAL, { ...LOCAL, isLocal: false }] }), level: 'broken' },
  { finding: clockFinding('n', 900), level: 'ok' },
  { finding: clockFinding('n', -61_000), level: 'warning' },
])('doctor: $finding.check, $finding.message: $level', ({ finding, level }) => {
  expect(finding.level).toBe(level);
  expect(finding.remedy === undefined).toBe(level === 'ok');
});

test.each([
  { change: {}, level: 'ok' },
  { change: { status: 'stopped', hasQuorum: false }, level: 'ok' },
  { change: { hasQuorum: false }, level: 'broken' },
  { change: { bricks: [{ brick: 'b', state: 'offline', problem: 'no answer' }] }, level: 'broken' },
  { change: { bricks: [{ brick: 'b', state: 'isolated', problem: 'its term went back' }] }, level: 'broken' },
  { change: { bricks: [{ brick: 'b', state: 'healing' }] }, level: 'warning' },
])('doctor: a volume with $change: $level', ({ change, level }) => {
  const health = {
    volume: 'www',
    status: 'started',
    hasQuorum: true,
    term: 1,
    manager: 'n',
    index: 4,
    bricks: [],
  };
  expect(volumeChecks({ ...health, ...change } as never).map((finding) => finding.level)).toEqual([level]);
});

test('doctor: an isolated brick beside one that is offline: both are told, each with what helps', () => {
  const bricks = [
    { brick: 'b1', state: 'isolated', problem: 'its term went back' },
    { brick: 'b2', state: 'offline' },
  ];
  const health = { volume: 'www', status: 'started', hasQuorum: true, bricks };
  const findings = volumeChecks(health as never);
  expect(findings.map(({ message }) => message)).toEqual([
    'offline: b2',
    'isolated: b1 (its term went back)',
  ]);
  expect(findings[1]?.remedy).toContain('"hafs volume heal www full" or "hafs volume replace-brick"');
});

test.each([
  { address: `${hostname()}:24100`, want: true },
  { address: 'localhost:24100', want: true },
  { address: '127.0.1.1:24100', want: true },
  { address: '[::1]:24100', want: true },
  { address: '192.0.2.1:24100', want: false },
  { address: 'nowhere.invalid:24100', want: false },
])('doctor: $address is of this machine: $want', async ({ address, want }) => {
  expect(await isHere(address)).toBe(want);
});

test.each([
  { code: 'EACCES', level: 'warning' },
  { code: 'ENOENT', level: 'broken' },
])('doctor: a directory that cannot be looked at, $code: $level', ({ code, level }) => {
  expect(placeFailure('b', '/b', Object.assign(new Error(code), { code })).level).toBe(level);
});

test.each([
  { text: '8080', want: '127.0.0.1:8080' },
  { text: '0.0.0.0:24100', want: '127.0.0.1:24100' },
  { text: 'n1:24100', want: 'n1:24100' },
])('doctor: what listens on $text is looked for at $want', ({ text, want }) => {
  expect(localAddress(text)).toBe(want);
});

test('doctor: a node is configured here: its directory and its ports are looked at', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'hafs-doctor-'));
  const web = createServer((_, response) => response.end('another program')).listen(0, '127.0.0.1');
  try {
    await once(web, 'listening');
    const { address } = await startPool(0);
    const { port } = web.address() as AddressInfo;
    const configFile = join(directory, 'hafs.toml');
    writeFileSync(configFile, `[node]\ndata = "${directory}"\nlisten = "${address}"\nhttp = ${port}\n`);
    const { out } = await runCli(['doctor', '--json', '--server', address], { configFile });
    const findings = JSON.parse(out) as Finding[];
    const levelOf = (check: string): string | undefined => findings.find((one) => one.check === check)?.level;
    expect(levelOf(`data ${directory}`)).toBeDefined();
    expect(levelOf('port of the node')).toBe('ok');
    expect(levelOf('port of the page')).toBe('warning');
  } finally {
    web.close();
    rmSync(directory, { recursive: true });
  }
});

test('doctor: a healthy pool: nothing is broken, exit 0', async () => {
  const { address } = await startPool(0);
  const { status, out } = await runCli(['doctor', '--json', '--server', address]);
  const findings = JSON.parse(out) as Finding[];
  expect(findings.filter(({ level }) => level === 'broken')).toEqual([]);
  expect(findings.map(({ check }) => check)).toEqual(
    expect.arrayContaining(['node node1, clock', 'node node1, links']),
  );
  expect(status).toBe(0);
});

test("doctor: a node's clock is a minute ahead: it says so, and what helps", async () => {
  const { address } = await startPool(60_000);
  const { out } = await runCli(['doctor', '--server', address]);
  expect(out).toMatch(/warning {2}node node1, clock: (59|60)\.\d s ahead of ours\n +→ let chrony/);
});

const denied = (message: string) => (): never => {
  throw new Refusal(message, grpcStatus.PERMISSION_DENIED);
};

test.each([
  {
    standing: 'good',
    located: 'this credential is not for volume ',
    exit: 0,
    says: /ok {7}pool: 127\.0\.0\.1:\d+ answers; this machine has a client's credential/,
  },
  {
    standing: 'revoked',
    located: 'this credential was revoked',
    exit: 1,
    says: /BROKEN {3}pool: .* answers: this credential was revoked\n +→ make another on a node, with "hafs client create"/,
  },
])("doctor: a client's credential, $standing: exit $exit", async ({ located, exit, says }) => {
  const refusal = denied('a credential for a client may not call Pool/Identify');
  const server = await startAdminServer({ Identify: refusal, Locate: denied(located) });
  servers.push(server);
  const { status, out } = await runCli(['doctor', '--server', server.address]);
  expect(out).toMatch(says);
  expect(out).not.toContain('start hafs server');
  expect(status).toBe(exit);
});

test("doctor: a client's credential that no node knows yet: broken, and what helps", async () => {
  const unknown = (): never => {
    throw new Refusal('this node does not know the client yet', grpcStatus.UNAVAILABLE);
  };
  const server = await startAdminServer({ Identify: denied('may not'), Locate: unknown });
  servers.push(server);
  const { out } = await runCli(['doctor', '--server', server.address]);
  expect(out).toMatch(/BROKEN {3}pool: no server takes this credential .*\n +→ "hafs client list"/);
});

test.each([
  { servers: ['localhost:24100'], reason: 'ECONNREFUSED', says: 'name a node with --server HOST' },
  { servers: ['n1:24100'], reason: 'ECONNREFUSED', says: 'start hafs server there' },
  { servers: ['n1:24100'], reason: 'wants a credential (--credential)', says: '--credential FILE' },
])('doctor: $servers: $reason: "$says"', ({ servers: asked, reason, says }) => {
  expect(poolRemedy(asked, reason)).toContain(says);
});

test('doctor: no server answers: broken, exit 1, everything else is looked at all the same', async () => {
  const { status, out, err } = await runCli(['doctor', '--server', '127.0.0.1:1']);
  expect(status).toBe(1);
  expect(out).toContain('BROKEN   pool: no server answers');
  expect(out).toContain('node: Node');
  expect(err).toContain('doctor: failed: 1 of');
});

test('support-bundle: it holds what it says, and no secrets', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'hafs-bundle-'));
  try {
    const file = join(directory, 'b.tar.gz');
    const { address } = await startPool(0);
    const { status, out } = await runCli(['support-bundle', file, '--json', '--server', address]);
    expect(status).toBe(0);
    const { entries } = JSON.parse(out) as { entries: string[] };
    expect(entries).toEqual(
      expect.arrayContaining(['doctor.json', 'volumes.json', 'README.txt', 'missing.txt']),
    );
    const all = execFileSync('tar', ['-xzOf', file], { encoding: 'utf8' });
    expect(all).toContain('"read-only": "on"');
    expect(all).not.toContain('secret-path');
    expect(all).not.toContain('"some-key": "x"');
  } finally {
    rmSync(directory, { recursive: true });
  }
});

test('support-bundle: its file: is for its owner only, and takes the place of none that is there', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'hafs-bundle-'));
  try {
    const file = join(directory, 'b.tar.gz');
    await runCli(['support-bundle', file, '--server', '127.0.0.1:1']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    writeFileSync(file, 'mine');
    expect((await runCli(['support-bundle', file, '--server', '127.0.0.1:1'])).status).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  } finally {
    rmSync(directory, { recursive: true });
  }
});

test('support-bundle: no server answers: what can be had is there, and what is missing is named', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'hafs-bundle-'));
  try {
    const file = join(directory, 'b.tar.gz');
    expect((await runCli(['support-bundle', file, '--server', '127.0.0.1:1'])).status).toBe(0);
    const missing = execFileSync('tar', ['-xzOf', file, 'hafs-support/missing.txt'], { encoding: 'utf8' });
    expect(missing).toContain('pool.json: no server answers');
  } finally {
    rmSync(directory, { recursive: true });
  }
});

test('support-bundle: options: values that look secret are left out', () => {
  expect(withoutSecrets({ webhook: 'u', 'auth-token': 't', 'heal-pace': 'fast' })).toEqual({
    webhook: '(left out)',
    'auth-token': '(left out)',
    'heal-pace': 'fast',
  });
});
