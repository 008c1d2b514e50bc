/** One archive with all that somebody who is to help wants to see. */
import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { chmod, copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { OWNER_FILE_MODE } from '../../runtime/file-mode.js';
import type { Call } from '../call.js';
import { BundleParts } from './bundle-parts.js';

const run = promisify(execFile);
const COMMAND_TIMEOUT_MS = 20_000;

const README = `What hafs support-bundle has gathered.

doctor.json        what hafs doctor says
versions.json      of hafs, Node, the kernel; the servers that were asked
pool.json          nodes of the pool, its options
volumes.json       volumes, bricks, options
heal-status.json   the state of every brick
availability.json  outages of every volume
events.json        what the nodes have noted
metrics/           /metrics of the pages named with --http
logs/              the end of the mounts' logs, and the journal of hafs's units
mounts.txt         mounts of hafs on this machine
missing.txt        what could not be had, and why

Values of options that look like secrets are left out. Logs and events name files and hosts.
`;

export interface Bundle {
  readonly file: string;
  readonly entries: readonly string[];
}

/** @param pages HOST:PORT of nodes' and mounts' pages. @returns where it is, and what is in it. */
export async function writeBundle(call: Call, file: string, pages: readonly string[]): Promise<Bundle> {
  const directory = await mkdtemp(join(tmpdir(), 'hafs-support-'));
  try {
    const root = join(directory, 'hafs-support');
    await mkdir(join(root, 'logs'), { recursive: true });
    await mkdir(join(root, 'metrics'));
    await writeFile(join(root, 'README.txt'), README);
    await new BundleParts(call, root).all(pages);
    const entries = (await readdir(root, { recursive: true })).sort();
    const archive = join(directory, 'bundle.tar.gz');
    await run('tar', ['-czf', archive, '-C', directory, 'hafs-support'], { timeout: COMMAND_TIMEOUT_MS });
    // Logs name files and hosts: it is for whom it is given to.
    await chmod(archive, OWNER_FILE_MODE);
    await copyFile(archive, resolve(file), constants.COPYFILE_EXCL);
    return { file: resolve(file), entries };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

export const defaultBundleName = (atMs: number): string =>
  `hafs-support-${hostname()}-${new Date(atMs).toISOString().replace(/[-:]|\.\d+/g, '')}.tar.gz`;
