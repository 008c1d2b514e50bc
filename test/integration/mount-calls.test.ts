import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { FILE_CALL_GROUPS } from '../support/file-call-groups.js';
import { groupOutcomes, type FilePromises } from '../support/file-calls.js';
import { localLibraryVolume } from '../support/library-volume.js';
import {
  buildMountProcess,
  describeWithFuse,
  MOUNT_PROCESS,
  shell,
  TestMount,
} from '../support/mount-fixture.js';

const CALLS_PROCESS = join(MOUNT_PROCESS, '..', 'file-calls-process.js');
const describe = await describeWithFuse();

async function outcomesOnMount(): Promise<unknown[]> {
  const mount = await TestMount.start();
  try {
    return JSON.parse(await shell(`${process.execPath} ${CALLS_PROCESS} ${mount.directory}`)) as unknown[];
  } finally {
    await mount.dispose();
  }
}

async function outcomesInLibrary(): Promise<unknown[]> {
  const volume = localLibraryVolume();
  const files = volume as unknown as FilePromises;
  const outcomes: unknown[] = [];
  for (const [name, calls] of FILE_CALL_GROUPS) {
    const root = `/t/${name}`;
    await volume.mkdir(root, { recursive: true });
    outcomes.push(await groupOutcomes({ files, root }, calls));
  }
  await volume.close();
  return JSON.parse(JSON.stringify(outcomes)) as unknown[];
}

describe('calls on a mount', () => {
  beforeAll(buildMountProcess);

  test('mount and library: the calls that are compared with ext4: the same outcomes', async () => {
    expect(await outcomesOnMount()).toEqual(await outcomesInLibrary());
  });
});
