import fs from 'node:fs';
import nodeFs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FilePromises } from '../support/file-calls.js';
import { describeFileHandles, type StreamsUnderTest } from '../support/file-handle-suite.js';
import { localLibraryVolume } from '../support/library-volume.js';

describeFileHandles('node:fs', async () => {
  const root = await nodeFs.mkdtemp(join(tmpdir(), 'hafs-handles-'));
  return { files: nodeFs, streams: fs, root, stop: () => nodeFs.rm(root, { recursive: true }) };
});

describeFileHandles('library', async () => {
  const volume = localLibraryVolume();
  await volume.mkdir('/t');
  return {
    files: volume as unknown as FilePromises,
    streams: volume as unknown as StreamsUnderTest['streams'],
    root: '/t',
    stop: () => volume.close(),
  };
});
