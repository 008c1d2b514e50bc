import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hasMount } from '../../src/cli/lab/lab-mount.js';
import { findLab, labOf, saveLab, type Lab } from '../../src/cli/lab/layout.js';
import {
  findProcess,
  parseProcStat,
  recordProcess,
  signalProcess,
} from '../../src/cli/lab/process-record.js';
import { adviceText } from '../../src/cli/lab/report.js';
import { defined } from '../../src/core/assert.js';
import { runCli } from '../support/cli-run.js';
import { eventually } from '../support/eventually.js';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'hafs-lab-'));
});

afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

const labHere = (): Lab =>
  labOf(directory, { nodeCount: 3, basePort: 24_101, mountPoint: join(directory, 'www') });

test('lab: node 2: its port, its brick', () => {
  expect(labHere().nodes[1]).toMatchObject({
    name: 'node2',
    address: '127.0.0.1:24102',
    http: '127.0.0.1:25102',
    brickDirectory: join(directory, 'node2/brick'),
  });
});

test('lab: saved settings: found again', async () => {
  await saveLab(labHere());
  expect(await findLab(directory)).toEqual(labHere());
  expect(await findLab(join(directory, 'nowhere'))).toBeUndefined();
});

test('lab process: a name with blanks and brackets: state and start are still found', () => {
  const fields = ['S', ...Array.from({ length: 18 }, (_, index) => String(index)), '4711', 'rest'];
  expect(parseProcStat(`12 (a) b) ${fields.join(' ')}`)).toEqual({ stateLetter: 'S', startTicks: 4711 });
});

test('lab process: paused, resumed, killed: the state is told, and a recycled pid is a stranger', async () => {
  const pidFile = join(directory, 'p.pid');
  const child = spawn('sleep', ['60']);
  await recordProcess(pidFile, defined(child.pid));
  expect(await findProcess(pidFile)).toEqual({ pid: child.pid, state: 'running' });
  await signalProcess(pidFile, 'SIGSTOP');
  // The process stops when it is next looked at by the kernel, not when the signal is sent.
  await eventually(async () => expect((await findProcess(pidFile)).state).toBe('paused'));
  const record = JSON.parse(await readFile(pidFile, 'utf8')) as { startTicks: number };
  const stranger = join(directory, 'stranger.pid');
  await writeFile(stranger, JSON.stringify({ pid: child.pid, startTicks: record.startTicks - 1 }));
  expect(await signalProcess(stranger, 'SIGKILL')).toBe(false);
  await signalProcess(pidFile, 'SIGKILL');
  await once(child, 'exit');
  expect((await findProcess(pidFile)).state).toBe('stopped');
});

test.each([
  { mountPoint: '/x/www', want: true },
  { mountPoint: '/x y/www', want: true },
  { mountPoint: '/x/other', want: false },
  { mountPoint: '/x', want: false },
])('lab mount: $mountPoint: mounted $want', ({ mountPoint, want }) => {
  const table = [
    '22 1 8:1 / / rw shared:1 - ext4 /dev/sda1 rw',
    '30 22 0:40 / /x/www rw,nosuid shared:9 - fuse.hafs n1:/www rw,user_id=0',
    '31 22 0:41 / /x\\040y/www rw - fuse.hafs www rw',
    '32 22 0:42 / /x/other rw - ext4 /dev/sdb rw',
  ];
  expect(hasMount(table.join('\n'), mountPoint)).toBe(want);
});

test('lab advice: no mount possible: says why, and how to go on without', () => {
  const text = adviceText(labHere(), { kind: 'impossible', reason: 'mounting needs root' }, 'npx hafs');
  expect(text).toContain('Not mounted: mounting needs root.');
  expect(text).toContain('npx hafs fs put ');
  expect(text).not.toContain('hafs mount');
});

test('lab advice: mounted: a second mount through another node', () => {
  expect(adviceText(labHere(), { kind: 'mounted' }, 'hafs')).toContain(
    'hafs mount 127.0.0.1:24102:/www /tmp/www2',
  );
});

test('lab up: a port is taken by a stranger: the port is named and nothing is left behind', async () => {
  const stranger = createServer().listen(0, '127.0.0.1');
  await once(stranger, 'listening');
  const { port } = stranger.address() as AddressInfo;
  const lab = join(directory, 'lab');
  const { status, err } = await runCli(['lab', 'up', '--dir', lab, '--base-port', String(port)]);
  stranger.close();
  expect(status).toBe(1);
  expect(err).toMatch(
    new RegExp(`^lab up: failed: port ${port} is in use by another program; .*--base-port\n$`),
  );
  expect(await readdir(directory)).toEqual([]);
});

test('lab: no lab there: down is content, the others are refused', async () => {
  expect(await runCli(['lab', 'down', '--dir', directory])).toMatchObject({ status: 0 });
  const { status, err } = await runCli(['lab', 'kill', '1', '--dir', directory]);
  expect({ status, err }).toEqual({
    status: 1,
    err: `lab kill: failed: there is no lab in ${directory}; "hafs lab up" makes one\n`,
  });
});

test('lab kill: a node that does not run, a node that is not there', async () => {
  await saveLab(labHere());
  expect(await runCli(['lab', 'kill', '2', '--dir', directory])).toMatchObject({
    status: 1,
    err: 'lab kill: failed: node2 is stopped; "hafs lab start 2" starts it\n',
  });
  expect(await runCli(['lab', 'kill', '7', '--dir', directory])).toMatchObject({ status: 2 });
});

test('lab down --purge: only what up has made is removed', async () => {
  await saveLab(labHere());
  await writeFile(join(directory, 'node1.log'), 'x');
  await writeFile(join(directory, 'mine'), 'x');
  await runCli(['lab', 'down', '--purge', '--dir', directory]);
  expect(await readdir(directory)).toEqual(['mine']);
});
