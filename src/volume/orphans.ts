import { ino, type Ino, type SessionId } from '../core/ids.js';
import { KEY_KIND } from '../core/key-kind.js';
import { RELEASE_INOS_MAX } from '../core/limits.js';
import { ByteReader } from '../core/bytes.js';
import { decodeOrphan } from '../fs/orphan-record.js';
import type { KvStore } from '../kv/kv-store.js';

const ALL_ORPHANS = { from: Buffer.of(KEY_KIND.orphan), to: Buffer.of(KEY_KIND.orphan + 1) };

/** Unlinked inodes that `session` may still hold; at most as many as one `release` may name. */
export async function orphansHeldBy(session: SessionId, store: KvStore): Promise<Ino[]> {
  const held: Ino[] = [];
  for await (const { key, value } of store.scan(ALL_ORPHANS)) {
    if (decodeOrphan(key, value).holders.includes(session))
      held.push(ino(new ByteReader(key.subarray(1)).u64()));
    if (held.length === RELEASE_INOS_MAX) break;
  }
  return held;
}
