import { expect, test } from 'vitest';
import { ino, ROOT_INO } from '../../src/core/ids.js';
import type { FileReply, Mutation } from '../../src/core/operation.js';
import { UnsyncedChanges } from '../../src/client/unsynced-changes.js';
import { makeOperation, MemoryVolume } from '../support/memory-volume.js';

const DONE: FileReply = { kind: 'done' };
const FILE = ino(2);
const write: Mutation = {
  kind: 'write',
  ino: FILE,
  offsetBytes: 0,
  append: false,
  sync: false,
  data: new Uint8Array(1),
};
const fsync = (file = FILE): Mutation => ({ kind: 'fsync', ino: file });

function changes(): UnsyncedChanges {
  const unsynced = new UnsyncedChanges();
  unsynced.follow(0);
  return unsynced;
}

test('unsynced: written, then the history lost its end: fsync fails, once', () => {
  const unsynced = changes();
  unsynced.applied(write, DONE);
  unsynced.follow(5);
  expect(() => unsynced.applied(fsync(), DONE)).toThrow('EIO');
  expect(() => unsynced.applied(fsync(), DONE)).not.toThrow();
});

test.each([
  ['synced before', (unsynced: UnsyncedChanges) => unsynced.applied(fsync(), DONE)],
  ['the same history after a failover', (unsynced: UnsyncedChanges) => unsynced.follow(0)],
])('unsynced: %s: fsync succeeds', (what, between) => {
  const unsynced = changes();
  unsynced.applied(write, DONE);
  between(unsynced);
  if (what === 'synced before') unsynced.follow(5);
  expect(() => unsynced.applied(fsync(), DONE)).not.toThrow();
});

test('unsynced: another file, or written after the loss: fsync succeeds', () => {
  const unsynced = changes();
  unsynced.applied(write, DONE);
  unsynced.follow(5);
  expect(() => unsynced.applied(fsync(ino(3)), DONE)).not.toThrow();
  unsynced.follow(5);
  unsynced.applied({ ...write, ino: ino(4) }, DONE);
  expect(() => unsynced.applied(fsync(ino(4)), DONE)).not.toThrow();
});

test('unsynced: a file made and its directory not synced: fsync of either fails after the loss', () => {
  const volume = new MemoryVolume();
  const make = makeOperation('a');
  const reply = volume.mutate(make);
  const unsynced = changes();
  unsynced.applied(make, reply);
  unsynced.follow(5);
  expect(() => unsynced.applied(fsync(ROOT_INO), DONE)).toThrow('EIO');
  expect(() => unsynced.applied(fsync(FILE), DONE)).toThrow('EIO');
});

test('unsynced: more changed than is remembered: the next fsync fails, whatever it is of', () => {
  const unsynced = changes();
  for (let number = 0; number <= 65_536; number++)
    unsynced.applied({ ...write, ino: ino(number + 10) }, DONE);
  unsynced.follow(5);
  expect(() => unsynced.applied(fsync(ino(10)), DONE)).toThrow('EIO');
});
