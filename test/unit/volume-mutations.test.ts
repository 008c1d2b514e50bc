/** What the changes under way take of a volume manager: room, memory, locks. */
import { afterEach, expect, test, vi } from 'vitest';
import { chunkIndex, type Ino, type SessionId } from '../../src/core/ids.js';
import { NotManagerError } from '../../src/core/errors.js';
import { CHUNK_SIZE_BYTES, MIB } from '../../src/core/limits.js';
import type { FileReply, Mutation } from '../../src/core/operation.js';
import { sealChunk } from '../../src/fs/chunk.js';
import { encodeInode } from '../../src/fs/inode-record.js';
import { chunkKey, inodeKey } from '../../src/fs/keys.js';
import { asRegular, loadInode } from '../../src/fs/state.js';
import type { Mutations } from '../../src/volume/mutations.js';
import { LOADED_CHUNKS_MAX } from '../../src/volume/load-budget.js';
import { StateReader } from '../../src/volume/replicated-state.js';
import { LoneManager } from '../fuzz/support/lone-manager.js';
import { bytes, entryAttr, makeOperation } from '../support/memory-volume.js';

/** Of the volume manager: above that, changes wait. */
const PENDING_BYTES_MAX = 16 * MIB;

let lone: LoneManager;
const sequences = new Map<string, number>();
afterEach(async () => {
  vi.restoreAllMocks();
  await lone.stop();
});

async function mutate(session: SessionId, mutation: Mutation, slot = 0): Promise<FileReply> {
  const name = `${session}/${slot}`;
  const sequence = (sequences.get(name) ?? 0) + 1;
  sequences.set(name, sequence);
  return (await lone.manager.mutate({ session, slot, sequence }, mutation)).reply;
}

const opened = async (): Promise<SessionId> => (await lone.manager.openSession('test', undefined)).session;

const made = async (session: SessionId, name: string): Promise<Ino> =>
  entryAttr(await mutate(session, makeOperation(name))).ino;

const write = (ino: Ino, data: Uint8Array): Mutation => ({
  ...{ kind: 'write', ino, offsetBytes: 0, append: false, sync: false, data },
});

/** A disk that stands still when the test says so. */
function gatedDisk() {
  let open: () => void = () => undefined;
  let gate = Promise.resolve();
  return {
    delay: () => gate,
    stop: () => void (gate = new Promise((resolve) => (open = resolve))),
    go: () => open(),
  };
}

async function aWhile(): Promise<void> {
  for (let turn = 0; turn < 100; turn++) await new Promise((resolve) => setImmediate(resolve));
}

test('mutations: many find room together while the disk stands still: no more is proposed than may be pending, and all is done in the end', async () => {
  const disk = gatedDisk();
  lone = await LoneManager.start(disk.delay);
  const session = await opened();
  const files: Ino[] = [];
  for (let nth = 0; nth < 48; nth++) files.push(await made(session, `f${nth}`));
  disk.stop();
  const data = Buffer.alloc(MIB, 1);
  const writes = files.map((ino, slot) => mutate(session, write(ino, data), slot));
  await aWhile();
  const { bytes: pendingBytes } = lone.manager.group.uncommitted;
  expect(pendingBytes).toBeGreaterThan(PENDING_BYTES_MAX - 2 * MIB);
  expect(pendingBytes).toBeLessThan(PENDING_BYTES_MAX + 2 * MIB);
  disk.go();
  const kinds = (await Promise.all(writes)).map(({ kind }) => kind);
  expect(new Set(kinds)).toEqual(new Set(['written']));
});

test('mutations: a release of what the session does not hold: does not wait for who writes there', async () => {
  lone = await LoneManager.start();
  const [reader, writer, other] = [await opened(), await opened(), await opened()];
  const ino = await made(writer, 'f');
  const { leases } = lone.manager;
  let recalled = 0;
  leases.connected(reader, { recall: (id) => void (recalled = id) }, []);
  expect(leases.grant(reader, [ino], leases.mark())).toBe(true);
  const ended: string[] = [];
  const written = mutate(writer, write(ino, bytes('new'))).then(() => ended.push('write'));
  await mutate(other, { kind: 'release', inos: [ino] }).then(() => ended.push('release'));
  leases.answered(reader, recalled, [ino]);
  await written;
  expect(ended).toEqual(['release', 'write']);
});

test('mutations: another was manager while a change loaded what it needs: it is not applied', async () => {
  lone = await LoneManager.start();
  const session = await opened();
  const ino = await made(session, 'f');
  await mutate(session, write(ino, bytes('old!')));
  const load: Load = Reflect.get(StateReader.prototype, 'load');
  vi.spyOn(StateReader.prototype, 'load').mockImplementation(async function (this: StateReader, keys) {
    await load.call(this, keys);
    // As when this brick has stopped being manager, and is manager again.
    (Reflect.get(lone.manager, 'mutations') as Mutations).reset();
  });
  await expect(mutate(session, write(ino, bytes('new')))).rejects.toThrow(NotManagerError);
});

test('mutations: a session that is closed again: nothing is proposed for it', async () => {
  lone = await LoneManager.start();
  const session = await opened();
  await lone.manager.closeSession(session);
  const { index } = lone.manager.group.replica.view().tail;
  await lone.manager.closeSession(session);
  expect(lone.manager.group.replica.view().tail.index).toBe(index);
  expect(lone.manager.sessions.count).toBe(0);
});

/** A file of short chunks: each but the last is followed by a hole. */
async function madeWithHoles(session: SessionId, name: string, chunkCount: number): Promise<Ino> {
  const ino = await made(session, name);
  const inode = asRegular(loadInode(lone.manager.group.read(), ino));
  const keys = Array.from({ length: chunkCount }, (_, nth) => chunkKey(ino, chunkIndex(nth)));
  const sizeBytes = (chunkCount - 1) * CHUNK_SIZE_BYTES + 1;
  const attr = { ...inode.attr, sizeBytes, storedBytes: chunkCount };
  const chunks = keys.map((key) => ({ key, value: sealChunk(key, [bytes('a')]) }));
  const record = { key: inodeKey(ino), value: encodeInode({ ...inode, attr, chunksEnd: chunkCount }) };
  await lone.manager.group.propose({ edits: [record, ...chunks] });
  return ino;
}

type Load = (this: StateReader, keys: readonly Uint8Array[]) => Promise<void>;

/** The most chunks that changes were loading at once. */
function mostLoaded(): () => number {
  const load: Load = Reflect.get(StateReader.prototype, 'load');
  let [now, most] = [0, 0];
  vi.spyOn(StateReader.prototype, 'load').mockImplementation(async function (this: StateReader, keys) {
    now += keys.length;
    most = Math.max(most, now);
    await load.call(this, keys);
    now -= keys.length;
  });
  return () => most;
}

test('mutations: many files with holes are cut off at once: not all that they look at is in memory together', async () => {
  lone = await LoneManager.start();
  const session = await opened();
  const inos: Ino[] = [];
  for (let nth = 0; nth < 6; nth++) inos.push(await madeWithHoles(session, `f${nth}`, 250));
  const most = mostLoaded();
  const cuts = inos.map((ino, slot) =>
    mutate(session, { kind: 'setattr', ino, change: { sizeBytes: 1 } }, slot),
  );
  for (const reply of await Promise.all(cuts))
    expect(reply).toMatchObject({ attr: { sizeBytes: 1, storedBytes: 1 } });
  expect(most()).toBeGreaterThanOrEqual(249);
  expect(most()).toBeLessThanOrEqual(LOADED_CHUNKS_MAX);
});
