/** What a brick's store says of the brick itself: read once, when it is opened. */
import { defined } from '../../core/assert.js';
import { equalBytes } from '../../core/bytes.js';
import type { Edit } from '../../core/edit.js';
import { CorruptionError, DamagedRecordError, StoreFailedError } from '../../core/errors.js';
import type { BrickId } from '../../core/ids.js';
import { FORMAT_VERSION } from '../../core/key-kind.js';
import type { KvStore } from '../../kv/kv-store.js';
import type { SealedKvStore } from '../../kv/sealed-kv-store.js';
import type { HardState } from '../../replication/core-state.js';
import { ORIGIN } from '../../replication/entry.js';
import {
  BOOT_KEY,
  CLOSED_IN_ORDER,
  decodeBoot,
  decodeHardState,
  decodeHealMark,
  decodeIdentity,
  decodeMembers,
  decodeTail,
  encodeBoot,
  encodeHardState,
  encodeHealMark,
  encodeIdentity,
  encodeMembers,
  encodeTail,
  HARD_STATE_KEY,
  HEAL_MARK_KEY,
  IDENTITY_KEY,
  MEMBERS_KEY,
  TAIL_KEY,
  type BrickIdentity,
  type HealMark,
  type TailRecord,
} from './brick-records.js';

/** The first whose records are sealed. */
const FIRST_SEALED_FORMAT = 2;

/** What `open` says of a store that no brick was ever made in. */
export class UnformattedBrickError extends StoreFailedError {}

export interface BrickContents {
  readonly identity: BrickIdentity;
  hard: HardState;
  record: TailRecord;
  mark: HealMark | undefined;
  boot: string;
  /** Replicated; as they were last read or written here. */
  members: readonly BrickId[];
}

export type FirstContent =
  { readonly kind: 'blank' } | { readonly kind: 'member'; readonly members: readonly BrickId[] };

/** Makes a brick of an empty store. */
export function formatEdits(identity: Omit<BrickIdentity, 'formatVersion'>, content: FirstContent): Edit[] {
  const edits: Edit[] = [
    { key: IDENTITY_KEY, value: encodeIdentity({ ...identity, formatVersion: FORMAT_VERSION }) },
    { key: HARD_STATE_KEY, value: encodeHardState({ term: 0, votedFor: undefined }) },
    { key: TAIL_KEY, value: encodeTail({ tail: ORIGIN, commitIndex: 0, journalBaseIndex: 0 }) },
    { key: BOOT_KEY, value: encodeBoot(CLOSED_IN_ORDER) },
  ];
  if (content.kind === 'member') {
    edits.push({ key: MEMBERS_KEY, value: encodeMembers(content.members) });
  } else {
    const mark: HealMark = { health: 'blank', baseIndex: 0, taintedKeys: [] };
    edits.push({ key: HEAL_MARK_KEY, value: encodeHealMark(mark) });
  }
  return edits;
}

/** @throws {UnformattedBrickError} | {StoreFailedError} of another format. | {CorruptionError} damaged or missing. */
export async function readContents(kv: SealedKvStore, raw: KvStore): Promise<BrickContents> {
  const identity = decodeIdentity(await identityIn(kv, raw));
  if (identity.formatVersion !== FORMAT_VERSION) {
    throw new StoreFailedError(
      `the brick has format ${identity.formatVersion}, this hafs reads ${FORMAT_VERSION}`,
    );
  }
  const mark = await read(kv, 'heal mark', HEAL_MARK_KEY);
  const members = await read(kv, 'members', MEMBERS_KEY);
  return {
    identity,
    hard: decodeHardState(present('term', await read(kv, 'term', HARD_STATE_KEY))),
    record: decodeTail(present('tail', await read(kv, 'tail', TAIL_KEY))),
    mark: mark === undefined ? undefined : decodeHealMark(mark),
    boot: decodeBoot(present('boot', await read(kv, 'boot', BOOT_KEY))),
    members: members === undefined ? [] : decodeMembers(members),
  };
}

/** Writes a damaged record of the brick's own once more. One that nobody knows is removed. */
export function rewritingEdit(contents: BrickContents, key: Uint8Array): Edit {
  const { identity, hard, record, mark, boot } = contents;
  const known: readonly Edit[] = [
    { key: IDENTITY_KEY, value: encodeIdentity(identity) },
    { key: HARD_STATE_KEY, value: encodeHardState(hard) },
    { key: TAIL_KEY, value: encodeTail(record) },
    { key: HEAL_MARK_KEY, value: mark === undefined ? undefined : encodeHealMark(mark) },
    { key: BOOT_KEY, value: encodeBoot(boot) },
  ];
  return known.find((own) => equalBytes(own.key, key)) ?? { key, value: undefined };
}

/** A brick of before records were sealed is told by its version, not taken for a damaged one. */
async function identityIn(kv: SealedKvStore, raw: KvStore): Promise<Uint8Array> {
  try {
    const identity = await unfiltered(kv, IDENTITY_KEY);
    if (identity === undefined) throw new UnformattedBrickError('there is no brick in this directory');
    return identity;
  } catch (error) {
    if (!(error instanceof DamagedRecordError)) throw error;
    const unsealed = defined(await unfiltered(raw, IDENTITY_KEY));
    if (decodeIdentity(unsealed).formatVersion < FIRST_SEALED_FORMAT) return unsealed;
    throw new CorruptionError("the brick's identity is damaged", { cause: error });
  }
}

/**
 * By going through the records, for which no filter is asked: a damaged one might bring back an older vote, and a brick
 * that has just been opened has not compared them with their checksums yet (table-scrub.ts).
 */
async function unfiltered(kv: KvStore, key: Uint8Array): Promise<Uint8Array | undefined> {
  const to = Buffer.concat([key, Buffer.of(0)]);
  for await (const { value } of kv.scan({ from: key, to, entriesMax: 1 })) return value;
  return undefined;
}

async function read(kv: SealedKvStore, what: string, key: Uint8Array): Promise<Uint8Array | undefined> {
  try {
    return await unfiltered(kv, key);
  } catch (error) {
    if (!(error instanceof DamagedRecordError)) throw error;
    throw new CorruptionError(`the brick's ${what} is damaged`, { cause: error });
  }
}

function present(what: string, bytes: Uint8Array | undefined): Uint8Array {
  if (bytes === undefined) throw new CorruptionError(`the brick's ${what} is missing`);
  return bytes;
}
