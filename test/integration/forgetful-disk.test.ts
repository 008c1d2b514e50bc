/** The disk that forgets, and LevelKvStore on it. */
import { join } from 'node:path';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { buildForgetfulDisk, ForgetfulDisk } from '../support/forgetful-disk/forgetful-disk.js';
import { buildKvProcess, KvProcess } from '../support/kv-fixture.js';
import { describeWithFuse, shell, tryShell } from '../support/mount-fixture.js';
import { SeededRandom } from '../sim/support/scheduler.js';

const describe = await describeWithFuse();

const ROUNDS = 6;
const RUN_MS_MAX = 500;
const WORKING_SHARE = 0.7;
const SEEDS = 4;

/** `HAFS_SEED=n` runs one again, `HAFS_SEEDS=n` more of them. */
const wantedSeed = process.env['HAFS_SEED'];
const seeds =
  wantedSeed === undefined
    ? Array.from({ length: Number(process.env['HAFS_SEEDS'] ?? SEEDS) }, (_, nth) => nth + 1)
    : [Number(wantedSeed)];

const sleep = (delayMs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, delayMs));

describe('the disk that forgets', () => {
  let disk: ForgetfulDisk;
  const processes: KvProcess[] = [];

  beforeAll(() => {
    buildForgetfulDisk();
    buildKvProcess();
  });

  afterEach(async () => {
    for (const process of processes.splice(0)) await process.kill();
    await disk.dispose();
  });

  const inDisk = (script: string): Promise<string> => shell(script, disk.directory);

  test('forgetful disk: power lost: what was synced is kept, what was not is as before', async () => {
    disk = await ForgetfulDisk.start();
    await inDisk(
      'mkdir d; echo kept > d/a; echo old > d/b; echo old > d/c; echo x > d/e; sync d/a d/b d/c d/e',
    );
    await inDisk('echo more >> d/a; printf new > d/b; mv d/c d/moved; echo y > d/new; rm d/e; mkdir d/f');
    expect(await inDisk('cat d/a d/b d/moved d/new; ls d')).toBe(
      'kept\nmore\nnewold\ny\na\nb\nf\nmoved\nnew',
    );
    await disk.losePower('nothing');
    await disk.remount();
    expect(await inDisk('cat d/a d/b d/c d/e; ls d')).toBe('kept\nold\nold\nx\na\nb\nc\ne');
  });

  test('forgetful disk: power lost after a sync of the directory: its names are kept, the data is not', async () => {
    disk = await ForgetfulDisk.start();
    await inDisk('echo x > a; sync a; mv a b; echo y > c; sync .');
    await disk.losePower('nothing');
    await disk.remount();
    expect(await inDisk('cat b c; ls -s --block-size=1 c | cut -d" " -f1; ls')).toBe('x\n0\nb\nc');
  });

  test('forgetful disk: power lost while pages were on their way: each is the old one or the new', async () => {
    disk = await ForgetfulDisk.start();
    const fill = (byte: string, pages: number) => `head -c ${pages * 4096} /dev/zero | tr '\\0' ${byte}`;
    await inDisk(`${fill('a', 20)} > f; sync f; ${fill('b', 40)} | dd of=f conv=notrunc status=none`);
    const { lostPages } = await disk.losePower('some', 3);
    await disk.remount();
    const bytes = await inDisk("tr '\\0' 0 < f");
    const pages = bytes.match(/.{1,4096}/g)!.map((page) => [...new Set(page)].join());
    expect(new Set(pages.slice(0, 20))).toEqual(new Set(['a', 'b']));
    expect(pages.slice(20).filter((page) => page !== 'b' && page !== '0')).toEqual([]);
    expect(lostPages).toBeGreaterThan(0);
  });

  test('forgetful disk: no power: everything fails with EIO', async () => {
    disk = await ForgetfulDisk.start();
    await inDisk('echo x > a; sync a');
    await disk.losePower('nothing');
    for (const command of ['cat a', 'echo y > a', 'ls', 'sync -d a']) {
      expect((await tryShell(`cd ${disk.directory}; ${command}`)).stderr).toContain('Input/output error');
    }
  });

  test('forgetful disk: told to be slow or to fail: is', async () => {
    disk = await ForgetfulDisk.start();
    await disk.setFaults({ syncDelayMs: 300 });
    const beganAtMs = performance.now();
    await inDisk('echo x > a; sync a');
    expect(performance.now() - beganAtMs).toBeGreaterThan(300);
    await disk.setFaults({ writeFailure: 'ENOSPC' });
    expect((await tryShell(`echo y > ${disk.directory}/b`)).stderr).toContain('No space left');
    await disk.setFaults({ writeFailure: 'EIO' });
    expect((await tryShell(`echo y > ${disk.directory}/b`)).stderr).toContain('Input/output error');
    await disk.setFaults({});
    await inDisk('echo y > b');
  });

  /** Starts where the last round ended; the power is lost while it works, or while it is still recovering. */
  async function round(seed: number, before: Progress): Promise<Progress> {
    const random = new SeededRandom(seed);
    const process = new KvProcess(`numbered-${seed}`, join(disk.directory, 'store'));
    processes.push(process);
    const isAnswered = (line: string): boolean => line.startsWith('has') || line.includes('Error');
    if (random.chance(WORKING_SHARE)) await process.line(isAnswered);
    await sleep(random.between(0, RUN_MS_MAX));
    const { lostPages } = await disk.losePower('some', seed);
    await process.kill();
    await disk.remount();
    return progressOf(process, before, lostPages);
  }

  test.each(seeds)(
    'kv: power lost again and again, seed %i: all that was synced is there, and the rest is a beginning',
    async (seed) => {
      disk = await ForgetfulDisk.start();
      let progress: Progress = { written: 0, synced: 0, lostPages: 0 };
      for (let nth = 0; nth < ROUNDS; nth++) progress = await round(seed * ROUNDS + nth, progress);
      const { synced, lostPages } = progress;
      console.log(`seed ${seed}: ${synced} commits synced, ${lostPages} pages lost`);
    },
  );
});

interface Progress {
  /** Commits that may be there at most. */
  readonly written: number;
  /** Commits that must be there. */
  readonly synced: number;
  readonly lostPages: number;
}

/** @throws when the process did not find what must be there. */
function progressOf({ said }: KvProcess, before: Progress, lostPages: number): Progress {
  const found = said.find((line) => line.startsWith('has'));
  const failure = said.find((line) => line.includes('Error'));
  // Without a word it was killed while it was opening the store. After one, the disk has failed it.
  if (found === undefined && failure !== undefined && !failure.includes('EIO') && !failure.includes('I/O'))
    throw new Error(failure);
  if (found === undefined) return { ...before, lostPages: before.lostPages + lostPages };
  const kept = Number(found.slice('has '.length));
  expect(kept).toBeGreaterThanOrEqual(before.synced);
  expect(kept).toBeLessThanOrEqual(before.written);
  const acknowledged = (pattern: RegExp): number[] =>
    said.flatMap((line) => Number(pattern.exec(line)?.[1] ?? -1) + 1);
  return {
    written: Math.max(kept, ...acknowledged(/^(?:synced )?(\d+)$/)) + 1,
    // What is found after a loss of power is on the disk.
    synced: Math.max(kept, ...acknowledged(/^synced (\d+)$/)),
    lostPages: before.lostPages + lostPages,
  };
}
