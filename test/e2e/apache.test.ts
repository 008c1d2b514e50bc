import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { startApache } from '../support/apache.js';
import { Lab, runOk, testMounted } from './lab.js';

const FILE_COUNT = 60;

let lab: Lab;
let scratch: string;
let site: string;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'hafs-e2e-apache-'));
  lab = await Lab.up(24_421);
  await writePages(join(scratch, 'pages'));
  await runOk('cp', '-a', join(scratch, 'pages'), lab.mount);
  // The mount lies in a directory that only its owner may enter.
  await runOk('chmod', '755', scratch, lab.directory);
  const modules = ['mpm_event', 'authz_core', 'dir'];
  site = await startApache(lab, { home: scratch, documentRoot: join(lab.mount, 'pages'), modules });
});

afterAll(async () => {
  await lab.purge();
  await rm(scratch, { recursive: true });
});

async function writePages(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  for (let page = 0; page < FILE_COUNT; page++) {
    await writeFile(join(directory, `page-${page}.html`), Buffer.alloc(1 + page * 5_003, `page ${page} `));
  }
}

async function expectAllServed(): Promise<void> {
  for (let page = 0; page < FILE_COUNT; page++) {
    const name = `page-${page}.html`;
    const response = await fetch(`${site}/${name}`);
    expect({ name, status: response.status }).toEqual({ name, status: 200 });
    const served = Buffer.from(await response.arrayBuffer());
    expect(served.equals(await readFile(join(scratch, 'pages', name))), name).toBe(true);
  }
}

testMounted('e2e: apache with the mount as document root: every file is served byte for byte', async () => {
  await expectAllServed();
});

testMounted(
  'e2e: apache while the volume manager is killed: every file is served byte for byte',
  async () => {
    const manager = await lab.managerNode();
    const served = expectAllServed();
    await lab.lab('kill', String(manager));
    await served;
    await expectAllServed();
    await lab.lab('start', String(manager));
    await lab.inSync();
  },
);
