import { ino, type Ino, type SessionId } from '../core/ids.js';
import { KEY_KIND } from '../core/key-kind.js';
import { RELEASE_INOS_MAX } from '../core/limits.js';
import { ByteReader } from '../core/bytes.js';
import { decodeOrphan } from '../fs/orphan-record.js';
import type { KvStore } from '../kv/kv-store.js';

const ALL_ORPHANS = { from: Buffer.of(KEY_KIND.orphan), to: Buffer.of(KEY_KIND.orphan + 1) };
/** What one keep-alive looks at: however many there are, it is answered within tens of milliseconds. */
const LOOKED_AT_MAX = 4 * RELEASE_INOS_MAX;

interface Part {
  readonly held: Ino[];
  /** Where the next part begins; undefined when this one reached the end. */
  readonly next: Uint8Array | undefined;
}

/** Unlinked inodes that `session` may still hold; at most as many as one `release` may name. */
export async function orphansHeldBy(session: SessionId, store: KvStore): Promise<Ino[]> {
  return (await partFrom(ALL_ORPHANS.from, session, store, Infinity)).held;
}

async function partFrom(
  from: Uint8Array,
  session: SessionId,
  store: KvStore,
  lookedAtMax: number,
): Promise<Part> {
  const held: Ino[] = [];
  let lookedAtCount = 0;
  for await (const { key, value } of store.scan({ from, to: ALL_ORPHANS.to })) {
    if (held.length === RELEASE_INOS_MAX || lookedAtCount === lookedAtMax) return { held, next: key };
    lookedAtCount++;
    if (decodeOrphan(key, value).holders.includes(session))
      held.push(ino(new ByteReader(key.subarray(1)).u64()));
  }
  return { held, next: undefined };
}

interface Place {
  readonly from: Uint8Array;
  readonly isToldAgain: boolean;
}

/**
 * Tells each session the orphans that it may hold, part after part and round after round. Those that others hold, or
 * that this one has good reason to keep, would otherwise be looked at with every keep-alive, or hide the rest.
 * Every part is told twice in a row: clients believe only what two answers have named (client/orphan-filter.ts).
 */
export class OrphanRounds {
  /** Of the sessions that are within a round of more than one part. */
  private readonly places = new Map<SessionId, Place>();

  constructor(private readonly store: KvStore) {}

  async next(session: SessionId): Promise<Ino[]> {
    const place = this.places.get(session) ?? { from: ALL_ORPHANS.from, isToldAgain: false };
    const { held, next } = await partFrom(place.from, session, this.store, LOOKED_AT_MAX);
    if (!place.isToldAgain) this.places.set(session, { ...place, isToldAgain: true });
    else if (next === undefined) this.places.delete(session);
    else this.places.set(session, { from: next, isToldAgain: false });
    return held;
  }

  forget(session: SessionId): void {
    this.places.delete(session);
  }
}
