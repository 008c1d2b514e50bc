import { afterAll, beforeAll, expect, test } from 'vitest';
import { valueOf } from '../support/metrics-page.js';
import { buildMountProcess, describeWithFuse, shell, TestMount } from '../support/mount-fixture.js';

const METRICS = '127.0.0.1:24499';
/** Requests that a file takes, for each MiB of it: a lost negotiation of big ones makes 8 or 256 of each. */
const REQUESTS_PER_MIB_MAX = 2.5;
const SLOWEST_GETATTR_US = 2_000;
const FILE_MIB = 512;
const ROUNDS = 3;
const GETATTR_COUNT = 20_000;

const describe = await describeWithFuse();

describe('the speed of a mount', () => {
  let mount: TestMount;

  beforeAll(async () => {
    buildMountProcess();
    mount = await TestMount.start({ options: `metrics=${METRICS}` });
  });
  afterAll(() => mount.dispose());

  /** Seconds that the script takes; the best of three, as other work shares the machine. */
  async function bestSeconds(script: string): Promise<number> {
    const seconds: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const timed = `s=$(date +%s%N); { ${script}; } >&2; e=$(date +%s%N); echo $((e - s))`;
      seconds.push(Number(await shell(timed, mount.directory)) / 1e9);
    }
    return Math.min(...seconds);
  }

  const requestCount = async (request: string): Promise<number> => {
    const page = await (await fetch(`http://${METRICS}/metrics`)).text();
    return valueOf(page, `hafs_mount_request_seconds_count{request="${request}"}`);
  };

  /** What a slow machine cannot change is asserted, the pace is printed. */
  async function inBigRequests(request: 'read' | 'write', script: string): Promise<void> {
    const before = await requestCount(request);
    const mbPerSecond = (FILE_MIB * 1.048576) / (await bestSeconds(script));
    console.log(`mount: sequential ${request}: ${mbPerSecond.toFixed(0)} MB/s against memory`);
    const perMib = ((await requestCount(request)) - before) / (ROUNDS * FILE_MIB);
    expect(perMib).toBeGreaterThan(0);
    expect(perMib).toBeLessThan(REQUESTS_PER_MIB_MAX);
  }

  test('mount: sequential write: in requests of a megabyte', () =>
    inBigRequests('write', `dd if=/dev/zero of=big bs=1M count=${FILE_MIB} conv=notrunc`));

  test('mount: sequential read: page cache dropped at open', () =>
    inBigRequests('read', 'dd if=big of=/dev/null bs=1M'));

  test('mount: getattr: a round trip to the process and back', async () => {
    const script = `import os; f = os.open('.', 0); [os.fstat(f) for _ in range(${GETATTR_COUNT})]`;
    const microseconds = ((await bestSeconds(`python3 -c "${script}"`)) * 1e6) / GETATTR_COUNT;
    console.log(`mount: getattr: ${microseconds.toFixed(0)} µs`);
    expect(microseconds).toBeLessThan(SLOWEST_GETATTR_US);
  });
});
