/** A mount's process is killed while programs write through it, and through another mount. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  failed,
  longestMs,
  lostFiles,
  writeFiles,
  type Acknowledgement,
  type Load,
} from './support/files.js';
import { NetnsLab } from './support/netns-lab.js';
import { pause } from './support/pause.js';
import { run } from './support/run.js';

const LOAD_SECONDS = 15;
const KILL_AFTER_MS = 4_000;
const STALL_MS_MAX = 5_000;
/** What the kernel answers without the process: to a request that was under way, to those after it. */
const ECONNABORTED = 103;
const ENOTCONN = 107;

interface Row {
  readonly fault: string;
  readonly acknowledged: number;
  readonly acknowledgedElsewhere: number;
  readonly stallElsewhereMs: number;
  readonly lost: number;
}

let lab: NetnsLab;
const table: Row[] = [];

beforeAll(async () => {
  lab = await NetnsLab.up();
});

afterAll(async () => {
  console.table(table);
  await lab.down();
});

test.each<Acknowledgement>(['close', 'fsync', 'append'])(
  'fault: a mount is killed while it writes, acknowledged by %s: the other goes on, nothing is lost',
  async (by) => {
    await lab.makeFolder(by);
    const load = (mount: string): Load => ({ folder: `${lab.mountPoint(mount)}/${by}`, name: mount, by });
    const killed = writeFiles(load('m1'), LOAD_SECONDS);
    const other = writeFiles(load('m2'), LOAD_SECONDS);
    await pause(KILL_AFTER_MS);
    await lab.kill('m1');
    const [writes, writesElsewhere] = await Promise.all([killed, other]);
    // What the dead mount's process wrote, and what the other did, as the other mount shows it.
    const seenBy = (name: string): Load => ({ ...load('m2'), name });
    const lost = [
      ...(await lostFiles(seenBy('m1'), writes)),
      ...(await lostFiles(seenBy('m2'), writesElsewhere)),
    ];
    const refused = failed(writes);
    table.push({
      fault: `kill -9 of a mount, ${by}`,
      acknowledged: writes.length - refused.length,
      acknowledgedElsewhere: writesElsewhere.length,
      stallElsewhereMs: longestMs(writesElsewhere),
      lost: lost.length,
    });
    expect(lost).toEqual([]);
    expect(failed(writesElsewhere)).toEqual([]);
    expect(longestMs(writesElsewhere)).toBeLessThanOrEqual(STALL_MS_MAX);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.filter(({ errno }) => errno !== ENOTCONN && errno !== ECONNABORTED)).toEqual([]);
    await mountAgain(load('m1'), writes);
    await lab.settled();
    await lab.verify();
  },
);

async function mountAgain(load: Load, writes: Awaited<ReturnType<typeof writeFiles>>): Promise<void> {
  await run('umount', lab.mountPoint('m1'));
  await lab.mount('m1');
  expect(await lostFiles(load, writes)).toEqual([]);
  expect(failed(await writeFiles({ ...load, name: 'again' }, 1))).toEqual([]);
}
