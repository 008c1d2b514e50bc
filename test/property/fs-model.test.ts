import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ROOT_INO, type Ino } from '../../src/core/ids.js';
import { CHUNK_SIZE_BYTES, IO_SIZE_BYTES_MAX } from '../../src/core/limits.js';
import { ModelDirectory, type ModelFile, type ModelNode } from '../support/file-system-model.js';
import type { MemoryVolume } from '../support/memory-volume.js';
import { anyAction, dataAction } from '../support/volume-actions.js';
import { violations } from '../support/volume-checks.js';
import { VolumePair } from '../support/volume-pair.js';

const EMPTY_VOLUME_RECORDS = 2;
const LOOK_AROUND_BYTES = 9;

async function compareNode(volume: MemoryVolume, node: ModelNode, ino: Ino): Promise<void> {
  expect((await volume.attr(ino)).linkCount, `links of ${ino}`).toBe(node.linkCount);
  if (node instanceof ModelDirectory) {
    expect((await volume.list(ino)).toSorted()).toEqual([...node.entries.keys()].toSorted());
  } else {
    await compareFile(volume, node, ino);
  }
}

/** The start of the file, and wherever something was done to it. */
async function compareFile(volume: MemoryVolume, file: ModelFile, ino: Ino): Promise<void> {
  expect((await volume.attr(ino)).sizeBytes).toBe(file.size);
  await compareData(volume, file, ino, { offset: 0, length: IO_SIZE_BYTES_MAX });
  for (const edge of new Set([file.size, ...file.edges()])) {
    const offset = Math.max(0, edge - LOOK_AROUND_BYTES);
    await compareData(volume, file, ino, { offset, length: CHUNK_SIZE_BYTES });
  }
}

async function compareData(
  volume: MemoryVolume,
  file: ModelFile,
  ino: Ino,
  { offset, length }: { offset: number; length: number },
): Promise<void> {
  const actual = await volume.read(ino, offset, length);
  const isSame = Buffer.compare(actual, file.read(offset, length)) === 0;
  expect(isSame, `data of ${ino} at ${offset}`).toBe(true);
}

test('prop: fs: any sequence of operations: agrees with the model and leaves nothing over', async () => {
  const actions = fc.array(anyAction, { minLength: 40, maxLength: 120 });
  const agrees = fc.asyncProperty(actions, async (actions) => {
    const pair = new VolumePair();
    for (const action of actions) {
      pair.run(action);
      expect(violations(pair.volume.entries())).toEqual([]);
    }
    for (const [node, ino] of pair.nodes()) await compareNode(pair.volume, node, ino);
    pair.removeAll();
    expect(violations(pair.volume.entries())).toEqual([]);
    expect(pair.volume.entries()).toHaveLength(EMPTY_VOLUME_RECORDS);
  });
  await fc.assert(agrees, { numRuns: 80 });
});

test('prop: fs: writes and truncations of one file: read back as in the model', async () => {
  const actions = fc.array(dataAction, { minLength: 2, maxLength: 20 });
  const agrees = fc.asyncProperty(actions, async (actions) => {
    const pair = new VolumePair();
    pair.run({ kind: 'make', at: { isTaken: false, nth: 0, name: 'a' }, type: 'regular' });
    for (const action of actions) {
      pair.run(action);
      expect(violations(pair.volume.entries())).toEqual([]);
      for (const [node, ino] of pair.nodes()) if (ino !== ROOT_INO) await compareNode(pair.volume, node, ino);
    }
  });
  await fc.assert(agrees, { numRuns: 80 });
});
