import { ByteReader } from '../core/bytes.js';
import { ino, type Ino, type SessionId } from '../core/ids.js';
import { KEY_KIND } from '../core/key-kind.js';
import { RELEASE_INOS_MAX } from '../core/limits.js';
import { decodeLocks } from '../fs/lock-record.js';
import type { KvStore } from '../kv/kv-store.js';

const ALL_LOCKS = { from: Buffer.of(KEY_KIND.lock), to: Buffer.of(KEY_KIND.lock + 1) };

/** Inodes on which `session` holds a lock; at most as many as one operation may name. */
export async function inosLockedBy(session: SessionId, store: KvStore): Promise<Ino[]> {
  const locked: Ino[] = [];
  for await (const { key, value } of store.scan(ALL_LOCKS)) {
    if (!decodeLocks(key, value).some((lock) => lock.session === session)) continue;
    locked.push(ino(new ByteReader(key.subarray(1)).u64()));
    if (locked.length === RELEASE_INOS_MAX) break;
  }
  return locked;
}
