import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const RUNNER = path.resolve('test/posix/run.py');
const HAFS = path.resolve('bin/hafs.js');
const BASE_PORT = 27_401;
const ALL_COUNTS = /^all +(\d+) checks +0 deviate$/m;
const CHECKS_MIN = 1_500;
/** What libfuse 2.9's calls can express (docs/posix.md). */
const NATIVE_AREAS = 'access,listings,locks,opens,statistics,transfers,truncation';
/** Those in which it could matter that a read is a change. */
const ACCESS_AREAS =
  'accesses,coherence,directories,links,listings,mapping,replacing,shared,times,transfers,unlinked';
const ACCESS_CHECKS_MIN = 1_000;
const NATIVE_CHECKS_MIN = 1_400;
/** EXT4_SUPER_MAGIC of statfs(2). */
const EXT4 = 0xef53;
/** The long form gives one area hours (docs/testing.md). */
const AREA_MS = Number(process.env.HAFS_POSIX_AREA_SECONDS ?? 0) * 1_000;
const TIMEOUT_MS = 1_500_000 + 2 * AREA_MS;

let base: string;
const lab = (...args: string[]) => run('node', [HAFS, 'lab', ...args, '--dir', path.join(base, 'lab')]);
const mounted = () => path.join(base, 'lab', 'www');
const second = () => path.join(base, 'second');
const native = () => path.join(base, 'native');

/** @returns everything it printed; the counts are shown while it runs. */
async function run(command: string, args: readonly string[]): Promise<{ code: number; text: string }> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (bytes: Buffer) => {
      text += bytes.toString();
      process.stdout.write(bytes);
    });
  }
  const code = await new Promise<number>((resolve) => child.on('close', (status) => resolve(status ?? -1)));
  return { code, text };
}

const expectConforming = (...args: string[]) => expectPassing(CHECKS_MIN, ...args);

async function expectPassing(checksMin: number, ...args: string[]): Promise<void> {
  const { code, text } = await run('python3', [RUNNER, ...args]);
  expect(text).toMatch(ALL_COUNTS);
  expect(Number(ALL_COUNTS.exec(text)?.[1])).toBeGreaterThan(checksMin);
  expect(code).toBe(0);
}

async function mount(directory: string, ...options: string[]): Promise<void> {
  await mkdir(directory);
  const { code } = await run('node', [
    ...[HAFS, 'mount', `127.0.0.1:${BASE_PORT}:/www`, directory],
    ...options,
  ]);
  expect(code).toBe(0);
}

beforeAll(async () => {
  base = await mkdtemp(path.join(tmpdir(), 'hafs-posix-'));
  await chmod(base, 0o755); // Other users are to reach what is below.
  expect((await lab('up', '--base-port', `${BASE_PORT}`)).code).toBe(0);
  await mount(second());
});

afterAll(async () => {
  await run('umount', [second()]);
  await lab('down');
  await rm(base, { recursive: true, force: true });
});

test(
  'posix: the local file system, which is ext4, by two ways: conforms, as the oracle must',
  async () => {
    const [local, again] = [path.join(base, 'local'), path.join(base, 'local-again')];
    await mkdir(local);
    await mkdir(again);
    expect((await statfs(local)).type).toBe(EXT4);
    // A second way to the same directory, so that what is about two mounts meets the oracle too.
    expect((await run('mount', ['--bind', local, again])).code).toBe(0);
    try {
      await expectConforming(local, again, '--keeps-access-times');
    } finally {
      await run('umount', ['--lazy', again]);
    }
  },
  TIMEOUT_MS,
);

test(
  'posix: three nodes and two mounts: conform',
  async () => {
    await expectConforming(mounted(), second());
  },
  TIMEOUT_MS,
);

test(
  'posix: three nodes and two mounts with relatime: access times follow reads',
  async () => {
    const [one, other] = [path.join(base, 'relatime'), path.join(base, 'relatime-too')];
    try {
      await mount(one, '-o', 'relatime');
      await mount(other, '-o', 'relatime');
      await expectPassing(ACCESS_CHECKS_MIN, one, other, '--only', ACCESS_AREAS, '--keeps-access-times');
    } finally {
      for (const directory of [one, other]) await run('umount', [directory]);
    }
  },
  TIMEOUT_MS,
);

test(
  'posix: three nodes and a mount by fuse-native: conforms in what libfuse can express',
  async () => {
    await mount(native(), '-o', 'transport=fuse-native');
    try {
      await expectPassing(NATIVE_CHECKS_MIN, native(), '--only', NATIVE_AREAS);
    } finally {
      await run('umount', [native()]);
    }
  },
  TIMEOUT_MS,
);

test(
  'posix: one node killed: both mounts conform still',
  async () => {
    expect((await lab('kill', '3')).code).toBe(0);
    await expectConforming(mounted(), second());
  },
  TIMEOUT_MS,
);
