import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildMountProcess, describeWithFuse, shell, TestMount } from '../support/mount-fixture.js';

/** Far below what an idle machine reaches (over 500 MB/s): only a lost big-write negotiation falls below it. */
const SLOWEST_MB_PER_S = 100;
const SLOWEST_GETATTR_US = 2_000;
const FILE_MIB = 512;
const GETATTR_COUNT = 20_000;

const describe = await describeWithFuse();

describe('the speed of a mount', () => {
  let mount: TestMount;

  beforeAll(async () => {
    buildMountProcess();
    mount = await TestMount.start();
  });
  afterAll(() => mount.dispose());

  /** Seconds that the script takes; the best of three, as other work shares the machine. */
  async function bestSeconds(script: string): Promise<number> {
    const seconds: number[] = [];
    for (let round = 0; round < 3; round++) {
      const timed = `s=$(date +%s%N); { ${script}; } >&2; e=$(date +%s%N); echo $((e - s))`;
      seconds.push(Number(await shell(timed, mount.directory)) / 1e9);
    }
    return Math.min(...seconds);
  }

  async function rate(what: string, script: string): Promise<void> {
    const mbPerSecond = (FILE_MIB * 1.048576) / (await bestSeconds(script));
    console.log(`mount: ${what}: ${mbPerSecond.toFixed(0)} MB/s against memory`);
    expect(mbPerSecond).toBeGreaterThan(SLOWEST_MB_PER_S);
  }

  test('mount: sequential write: in requests of a megabyte', () =>
    rate('sequential write', `dd if=/dev/zero of=big bs=1M count=${FILE_MIB} conv=notrunc`));

  test('mount: sequential read: page cache dropped at open', () =>
    rate('sequential read', 'dd if=big of=/dev/null bs=1M'));

  test('mount: getattr: a round trip to the process and back', async () => {
    const script = `import os; f = os.open('.', 0); [os.fstat(f) for _ in range(${GETATTR_COUNT})]`;
    const microseconds = ((await bestSeconds(`python3 -c "${script}"`)) * 1e6) / GETATTR_COUNT;
    console.log(`mount: getattr: ${microseconds.toFixed(0)} µs`);
    expect(microseconds).toBeLessThan(SLOWEST_GETATTR_US);
  });
});
