import { constants } from 'node:fs';
import { access, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { messageOf, RefusedError, StoreFailedError } from '../src/core/errors.js';
import type { BrickId, GroupId } from '../src/core/ids.js';
import { LevelKvStore } from '../src/kv/level-kv-store.js';
import type { Logger } from '../src/runtime/logger.js';
import { writeBufferBytes } from '../src/volume/space.js';
import { BrickStore } from '../src/volume/replica/brick-store.js';
import { measureDisk } from './disk-watch.js';

/** LevelDB keeps this file in every database. */
const DATABASE_FILE = 'CURRENT';
/** Beside the database of a brick that is no longer one. */
const RETIRED_FILE = 'NO-LONGER-A-BRICK.txt';

export interface NewBrick {
  readonly group: GroupId;
  readonly brick: BrickId;
  readonly volume: string;
  /** None: a blank brick, that is to be healed. */
  readonly members: readonly BrickId[];
}

/**
 * Makes a brick in an empty directory, which is made if it is not there.
 * @param isKnown whether a replica set is that of a volume of this pool.
 * @throws {RefusedError} nothing was changed.
 */
export async function prepareBrick(
  directory: string,
  brick: NewBrick,
  isKnown: (group: GroupId) => boolean,
): Promise<void> {
  if (parse(directory).dir === directory)
    throw new RefusedError(`brick ${directory}: it is the root directory`);
  const isNew = !(await exists(directory));
  await makeWritable(directory);
  if (!isNew) await refuseUsed(directory, isKnown);
  const kv = await LevelKvStore.open(directory);
  try {
    const { group, volume, members } = brick;
    const content =
      members.length === 0 ? ({ kind: 'blank' } as const) : ({ kind: 'member', members } as const);
    await BrickStore.format(kv, { group, brick: brick.brick, volume }, content);
  } finally {
    await kv.close();
  }
}

/** Undoes `prepareBrick`; a brick that was ever used stays. */
export async function discardBrick(directory: string, brick: BrickId): Promise<void> {
  if (!(await exists(join(directory, DATABASE_FILE)))) return;
  const unused = await openUnused(directory);
  if (unused === brick) await empty(directory);
}

/** What is left of a brick that was replaced stays until somebody removes it, and is never taken for a brick again. */
export async function retireBrick(directory: string, volume: string): Promise<void> {
  const text = `This brick of volume ${volume} was replaced by another. What it holds is old; the directory may be removed.\n`;
  await writeFile(join(directory, RETIRED_FILE), text);
}

async function refuseUsed(directory: string, isKnown: (group: GroupId) => boolean): Promise<void> {
  const names = await readdir(directory);
  if (names.length === 0) return;
  if (!names.includes(DATABASE_FILE)) {
    throw new RefusedError(`brick ${directory} is not empty: give an empty or a new directory`);
  }
  const group = await groupOfUnused(directory);
  if (group === undefined || isKnown(group)) {
    throw new RefusedError(`brick ${directory} is or was part of a volume: give an empty or a new directory`);
  }
  // Left behind by a creation that was cut short: no data was ever in it.
  await empty(directory);
}

async function groupOfUnused(directory: string): Promise<GroupId | undefined> {
  return withStore(directory, (store) => (isUnused(store) ? store.identity.group : undefined));
}

async function openUnused(directory: string): Promise<BrickId | undefined> {
  return withStore(directory, (store) => (isUnused(store) ? store.identity.brick : undefined));
}

const isUnused = (store: BrickStore): boolean => {
  const { tail, hard } = store.restored();
  return tail.index === 0 && hard.term === 0;
};

async function withStore<T>(directory: string, look: (store: BrickStore) => T): Promise<T | undefined> {
  try {
    const kv = await LevelKvStore.open(directory);
    try {
      return look(await BrickStore.look(kv));
    } finally {
      await kv.close();
    }
  } catch (error) {
    // In use by another process, damaged, or no brick at all: in any case not ours to take.
    if (error instanceof StoreFailedError) return undefined;
    throw error;
  }
}

async function makeWritable(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true });
    await access(directory, constants.W_OK);
    if (!(await stat(directory)).isDirectory()) throw new Error('not a directory');
  } catch (error) {
    throw new RefusedError(`brick ${directory} cannot be used: ${messageOf(error)}`, { cause: error });
  }
}

async function empty(directory: string): Promise<void> {
  for (const name of await readdir(directory)) await rm(join(directory, name), { recursive: true });
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/**
 * Opens a brick that a volume names.
 * @returns the store; a blank brick is made where the directory is there but empty.
 * @throws {StoreFailedError} with what is wrong, for people.
 */
export async function openBrick(
  directory: string,
  identity: { readonly group: GroupId; readonly brick: BrickId; readonly volume: string },
  { bootId, log }: { readonly bootId: string; readonly log: Logger },
): Promise<BrickStore> {
  const names = await readdir(directory).catch((error: unknown) => {
    throw new StoreFailedError(`${directory}: ${messageOf(error)} (is its disk mounted?)`, { cause: error });
  });
  if (names.includes(RETIRED_FILE)) {
    throw new StoreFailedError(
      `${directory} was replaced, and holds what it was then (see ${RETIRED_FILE} there)`,
    );
  }
  const isEmpty = names.length === 0;
  if (!isEmpty && !names.includes(DATABASE_FILE)) {
    throw new StoreFailedError(`${directory} holds something else than a brick`);
  }
  const kv = await LevelKvStore.open(directory, {
    log,
    writeBufferBytes: writeBufferBytes(await measureDisk(directory)),
  });
  try {
    if (isEmpty) await BrickStore.format(kv, identity, { kind: 'blank' });
    const store = await BrickStore.open(kv, bootId);
    if (store.identity.brick !== identity.brick || store.identity.group !== identity.group) {
      throw new StoreFailedError(`${directory} holds a brick of volume ${store.identity.volume}`);
    }
    return store;
  } catch (error) {
    await kv.close();
    throw error;
  }
}
