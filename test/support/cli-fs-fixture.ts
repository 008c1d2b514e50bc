/** `hafs fs` on a volume in memory, and a local directory of its own for each test. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import type { FileVolume } from '../../src/client/file-volume.js';
import { SystemClock } from '../../src/runtime/clock.js';
import { runCli, type CliOutcome } from './cli-run.js';
import { LocalVolume } from './local-volume.js';

/** Another one in each test. */
export let local: string;
export let volume: FileVolume;

/** To be called once by each file of tests that uses them. */
export function giveEachTestItsOwn(): void {
  beforeEach(async () => {
    local = await mkdtemp(join(tmpdir(), 'hafs-cli-fs-'));
    volume = new LocalVolume(new SystemClock()).connect();
  });
  afterEach(async () => {
    await rm(local, { recursive: true });
  });
}

export const fs = (...words: string[]): Promise<CliOutcome> => runCli(['fs', ...words], { volume });

export async function fsDone(...words: string[]): Promise<string> {
  const { status, out, err } = await fs(...words);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  return out;
}

export async function putText(path: string, text: string): Promise<void> {
  await writeFile(join(local, 'draft'), text);
  await fsDone('put', join(local, 'draft'), `www:${path}`);
}
