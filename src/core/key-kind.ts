/**
 * Byte 0 of every key in a brick. Integers in keys are big-endian, so keys sort by number.
 *
 * Below `FIRST_REPLICATED_KIND` a key belongs to this brick alone; from there on every brick of the
 * replica set holds the same keys and values at the same index.
 * Every value is sealed: crc32c:4 over its key and itself follows it (kv/sealed-kv-store.ts).
 * Never reuse a kind. Retire it and raise FORMAT_VERSION.
 */
export const FORMAT_VERSION = 4;

export const KEY_KIND = {
  /** This brick's identity, term, vote, tail and heal mark. */
  meta: 0x01,
  /** index:8 -> one change: term, keys touched. */
  journal: 0x02,

  /** -> counters of the volume: next ino, inodes in use. */
  counters: 0x10,
  /** ino:8 -> inode. */
  inode: 0x11,
  /** parent:8 name:1..255 -> child ino, type, cookie. */
  dirent: 0x12,
  /** parent:8 cookie:8 -> child ino, type, name: the order of listings. */
  cookie: 0x13,
  /** ino:8 chunk:4 -> chunk bytes, sealed by the file system itself. */
  chunk: 0x14,
  /** ino:8 -> extended attributes. */
  xattr: 0x15,
  /** ino:8 -> sessions whose kernels may still hold this unlinked inode. */
  orphan: 0x16,
  /** session:8 -> session. */
  session: 0x17,
  /** session:8 slot:2 -> sequence and reply of the slot's last operation. */
  slot: 0x18,
  /** -> members of the replica set. */
  members: 0x19,
  /** id:16.. -> node of the pool (pool group only). */
  node: 0x1a,
  /** name -> volume (pool group only). */
  volume: 0x1b,
  /** ino:8 -> locks held on it. */
  lock: 0x1c,
  /** -> term since which nothing acknowledged was forgotten. */
  history: 0x1d,
  /** -> options of the pool (pool group only). */
  poolOptions: 0x1f,
  /** id:16 -> client of the pool (pool group only). */
  client: 0x28,
} as const;

export const FIRST_REPLICATED_KIND = 0x10;
/** Above every key. */
export const AFTER_LAST_KIND = 0xff;
