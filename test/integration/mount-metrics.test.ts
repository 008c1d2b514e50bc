import { rmdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MOUNT_METRICS } from '../../mount/metrics/mount-metric-names.js';
import {
  buildMountProcess,
  describeWithFuse,
  newMountPoint,
  shell,
  TestMount,
  tryMount,
} from '../support/mount-fixture.js';
import { valueOf } from '../support/metrics-page.js';

const ADDRESS = '127.0.0.1:24489';
const BYTES = 100_000;

const scrape = async (): Promise<string> => (await fetch(`http://${ADDRESS}/metrics`)).text();

(await describeWithFuse())('metrics of a mount', () => {
  let mount: TestMount;

  beforeAll(async () => {
    buildMountProcess();
    mount = await TestMount.start({ options: `metrics=${ADDRESS}` });
  });

  afterAll(async () => {
    await mount.dispose();
    await expect(scrape()).rejects.toThrow();
  });

  test('mount metrics: files are written and read: requests, bytes and errors are counted, and every name is there', async () => {
    const file = `${mount.directory}/file`;
    await shell(
      `head -c ${BYTES} /dev/zero > ${file}; sync ${file}; cat ${file} > /dev/null; ! cat ${file}x 2> /dev/null`,
    );
    const page = await scrape();
    expect(valueOf(page, 'hafs_mount_written_bytes_total')).toBe(BYTES);
    expect(valueOf(page, 'hafs_mount_request_seconds_count{request="write"}')).toBeGreaterThan(0);
    expect(valueOf(page, 'hafs_mount_volume_operation_seconds_count{operation="write"}')).toBeGreaterThan(0);
    expect(valueOf(page, 'hafs_mount_errors_total{errno="ENOENT"}')).toBeGreaterThan(0);
    expect(valueOf(page, `hafs_mount_info{volume="vol",directory="${mount.directory}"}`)).toBe(1);
    for (const { name } of Object.values(MOUNT_METRICS)) expect(page).toContain(`# TYPE ${name} `);
  });

  test('mount metrics: copy_file_range: the volume copies by itself, no data passes the mount', async () => {
    const file = `${mount.directory}/original`;
    await shell(`head -c ${BYTES} /dev/urandom > ${file}`);
    const before = await scrape();
    const copy = `import os; a = os.open('${file}', os.O_RDONLY); b = os.open('${file}.copy', os.O_WRONLY | os.O_CREAT); print(os.copy_file_range(a, b, ${BYTES}))`;
    expect(Number(await shell(`python3 -c "${copy}"`))).toBe(BYTES);
    const after = await scrape();
    const grown = (series: string): number => valueOf(after, series) - valueOf(before, series);
    expect(grown('hafs_mount_volume_operation_seconds_count{operation="copy"}')).toBeGreaterThan(0);
    expect(grown('hafs_mount_volume_operation_seconds_count{operation="write"}')).toBe(0);
    expect([grown('hafs_mount_read_bytes_total'), grown('hafs_mount_written_bytes_total')]).toEqual([0, 0]);
    await shell(`cmp ${file} ${file}.copy`);
  });

  test('mount metrics: the address is taken: the mount is refused, and nothing is left mounted', async () => {
    const directory = newMountPoint();
    const { status, stderr } = await tryMount(directory, `metrics=${ADDRESS}`);
    expect(status).not.toBe(0);
    expect(stderr).toMatch(/cannot serve HTTP/);
    rmdirSync(directory);
  });
});
