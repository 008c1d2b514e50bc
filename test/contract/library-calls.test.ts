import nodeFs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FILE_CALL_GROUPS } from '../support/file-call-groups.js';
import { groupOutcomes, type FilePromises, type FilesUnderTest } from '../support/file-calls.js';
import { localLibraryVolume } from '../support/library-volume.js';

let directory: string;

beforeEach(async () => {
  directory = await nodeFs.mkdtemp(join(tmpdir(), 'hafs-library-'));
});

afterEach(async () => {
  await nodeFs.rm(directory, { recursive: true });
});

async function prepared(where: FilesUnderTest): Promise<FilesUnderTest> {
  await where.files.mkdir(where.root, { recursive: true });
  return where;
}

test.each(FILE_CALL_GROUPS)(
  'library: %s: every call has the outcome that it has on ext4',
  async (_, calls) => {
    const umask = process.umask(0o022);
    try {
      const local = await prepared({ files: nodeFs, root: join(directory, 'r') });
      const volume = localLibraryVolume();
      const remote = await prepared({ files: volume as unknown as FilePromises, root: '/t/r' });
      expect(await groupOutcomes(remote, calls)).toEqual(await groupOutcomes(local, calls));
      await volume.close();
    } finally {
      process.umask(umask);
    }
  },
);
