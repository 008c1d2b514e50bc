import { expect, test } from 'vitest';
import { loadCounters } from '../../src/fs/state.js';
import { historyCut } from '../../src/replication/history.js';
import { firstEdits } from '../../src/volume/first-edits.js';
import { MemoryVolume } from '../support/memory-volume.js';

const NOW = { seconds: 1, nanoseconds: 0 };

test('first edits: an empty volume: is formatted, and then needs nothing', () => {
  expect(firstEdits({ get: () => undefined }, NOW).length).toBeGreaterThan(0);
  expect(firstEdits(new MemoryVolume().readAll(), NOW)).toEqual([]);
});

test('first edits: the history has lost its end: numbers of inodes are not given again, and only once skipped', () => {
  const volume = new MemoryVolume();
  const before = volume.make('a');
  volume.commit([historyCut(7)]);
  volume.commit(firstEdits(volume.readAll(), NOW));
  expect(volume.make('b')).toBeGreaterThan(before + 2 ** 31);
  expect(firstEdits(volume.readAll(), NOW)).toEqual([]);
  expect(loadCounters(volume.readAll())).toMatchObject({ history: 7, inodeCount: 3 });
});
