import type { KeyObject } from 'node:crypto';
import { constants } from 'node:fs';
import { access, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { CorruptionError, messageOf, RefusedError, StoreFailedError } from '../src/core/errors.js';
import type { BrickId, GroupId } from '../src/core/ids.js';
import { CodedKvStore } from '../src/kv/coded-kv-store.js';
import type { KvStore } from '../src/kv/kv-store.js';
import { LevelKvStore, type LevelOptions } from '../src/kv/level-kv-store.js';
import { ValueCipher } from '../src/kv/value-cipher.js';
import { OWNER_DIRECTORY_MODE } from '../src/runtime/file-mode.js';
import type { Logger } from '../src/runtime/logger.js';
import { writeBufferBytes } from '../src/volume/space.js';
import type { BrickIdentity } from '../src/volume/replica/brick-records.js';
import { BrickStore } from '../src/volume/replica/brick-store.js';
import { measureDisk } from './disk-watch.js';
import { makeDirectory, removeDirectories } from '../src/runtime/make-directory.js';

/** LevelDB keeps this file in every database. */
export const DATABASE_FILE = 'CURRENT';
/** Beside the database of a brick that is no longer one. */
const RETIRED_FILE = 'NO-LONGER-A-BRICK.txt';

export interface NewBrick {
  readonly group: GroupId;
  readonly brick: BrickId;
  readonly volume: string;
  /** None: a blank brick, that is to be healed. */
  readonly members: readonly BrickId[];
  /** The volume's; without it what the brick holds is not encrypted. */
  readonly key: KeyObject | undefined;
}

export type BrickKey = Pick<NewBrick, 'brick' | 'key'>;

async function openStore(
  directory: string,
  { brick, key }: BrickKey,
  options: LevelOptions = {},
): Promise<KvStore> {
  const level = await LevelKvStore.open(directory, options);
  return key === undefined ? level : new CodedKvStore(level, new ValueCipher(key, brick));
}

/**
 * Makes a brick in an empty directory, which is made if it is not there.
 * @param isKnown whether a replica set is that of a volume of this pool.
 * @returns the directories that were not there before, for `discardBrick`.
 * @throws {RefusedError} nothing was changed.
 */
export async function prepareBrick(
  directory: string,
  brick: NewBrick,
  isKnown: (group: GroupId) => boolean,
): Promise<readonly string[]> {
  if (parse(directory).dir === directory)
    throw new RefusedError(`brick ${directory}: it is the root directory`);
  const isNew = !(await exists(directory));
  const made = await makeWritable(directory);
  if (!isNew) await refuseUsed(directory, brick.brick, isKnown);
  const kv = await openStore(directory, brick);
  try {
    const { group, volume, members } = brick;
    const content =
      members.length === 0 ? ({ kind: 'blank' } as const) : ({ kind: 'member', members } as const);
    await BrickStore.format(kv, { group, brick: brick.brick, volume }, content);
  } finally {
    await kv.close();
  }
  return made;
}

/** Undoes `prepareBrick`; a brick that was ever used stays. @param made what that has returned. */
export async function discardBrick(
  directory: string,
  brick: BrickKey,
  made: readonly string[],
): Promise<void> {
  if (!(await exists(join(directory, DATABASE_FILE)))) return;
  const unused = await unusedIn(directory, brick);
  if (unused?.brick !== brick.brick) return;
  await empty(directory);
  removeDirectories(made);
}

/** What is left of a brick that was replaced stays until somebody removes it, and is never taken for a brick again. */
export async function retireBrick(directory: string, volume: string): Promise<void> {
  const text = `This brick of volume ${volume} was replaced by another. What it holds is old; the directory may be removed.\n`;
  await writeFile(join(directory, RETIRED_FILE), text);
}

async function refuseUsed(
  directory: string,
  brick: BrickId,
  isKnown: (group: GroupId) => boolean,
): Promise<void> {
  const names = await readdir(directory);
  if (names.length === 0) return;
  if (!names.includes(DATABASE_FILE)) {
    throw new RefusedError(`brick ${directory} is not empty: give an empty or a new directory`);
  }
  // One that is encrypted cannot be looked into, so it counts as used.
  const group = (await unusedIn(directory, { brick, key: undefined }))?.group;
  if (group === undefined || isKnown(group)) {
    throw new RefusedError(`brick ${directory} is or was part of a volume: give an empty or a new directory`);
  }
  // Left behind by a creation that was cut short: no data was ever in it.
  await empty(directory);
}

/** @returns what a brick says of itself that has never taken part in anything. */
async function unusedIn(directory: string, brick: BrickKey): Promise<BrickIdentity | undefined> {
  try {
    const kv = await openStore(directory, brick);
    try {
      const store = await BrickStore.look(kv);
      const { tail, hard } = store.restored();
      return tail.index === 0 && hard.term === 0 ? store.identity : undefined;
    } finally {
      await kv.close();
    }
  } catch (error) {
    // In use by another process, damaged, encrypted, or no brick at all: in any case not ours to take.
    if (error instanceof StoreFailedError || error instanceof CorruptionError) return undefined;
    throw error;
  }
}

async function makeWritable(directory: string): Promise<readonly string[]> {
  try {
    const made = makeDirectory(directory, OWNER_DIRECTORY_MODE);
    await access(directory, constants.W_OK);
    if (!(await stat(directory)).isDirectory()) throw new Error('not a directory');
    return made;
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

/** A brick that a volume names. */
export type KnownBrick = Omit<NewBrick, 'members'>;

/**
 * Opens a brick that a volume names.
 * @returns the store; a blank brick is made where the directory is there but empty.
 * @throws {StoreFailedError} with what is wrong, for people.
 */
export async function openBrick(
  directory: string,
  brick: KnownBrick,
  { bootId, log }: { readonly bootId: string; readonly log: Logger },
): Promise<BrickStore> {
  const isEmpty = await isEmptyPlace(directory);
  const kv = await openStore(directory, brick, {
    log,
    writeBufferBytes: writeBufferBytes(await measureDisk(directory)),
  });
  try {
    const { group, volume } = brick;
    if (isEmpty) await BrickStore.format(kv, { group, brick: brick.brick, volume }, { kind: 'blank' });
    const store = await BrickStore.open(kv, bootId);
    if (store.identity.brick !== brick.brick || store.identity.group !== group) {
      throw new StoreFailedError(`${directory} holds a brick of volume ${store.identity.volume}`);
    }
    return store;
  } catch (error) {
    await kv.close();
    throw error;
  }
}

/** @throws {StoreFailedError} it is neither empty nor that of a brick. */
async function isEmptyPlace(directory: string): Promise<boolean> {
  const names = await readdir(directory).catch((error: unknown) => {
    throw new StoreFailedError(`${directory}: ${messageOf(error)} (is its disk mounted?)`, { cause: error });
  });
  if (names.includes(RETIRED_FILE)) {
    throw new StoreFailedError(
      `${directory} was replaced, and holds what it was then (see ${RETIRED_FILE} there)`,
    );
  }
  if (names.length > 0 && !names.includes(DATABASE_FILE)) {
    throw new StoreFailedError(`${directory} holds something else than a brick`);
  }
  return names.length === 0;
}
