import { assert } from '../core/assert.js';
import { compareBytes } from '../core/bytes.js';

/**
 * Two keys that nothing has, one to each side of `key`. Removing them leaves the records as they are, but has LevelDB merge the
 * table that the removals come to lie in with those below that have `key`, which it would leave alone by themselves.
 *
 * Source: LevelDB 1.20, db/db_impl.cc (`CompactRange`), db/version_set.cc (`PickLevelForMemTableOutput`).
 * @param key not of zeros only.
 * @param isThere must say what holds until the removals are committed.
 */
export async function absentKeysAround(
  key: Uint8Array,
  isThere: (key: Uint8Array) => Promise<boolean>,
): Promise<readonly [Uint8Array, Uint8Array]> {
  const last = key.findLastIndex((byte) => byte !== 0);
  assert(last >= 0, 'a key begins with its kind, which is not zero');
  const lower = Uint8Array.from(key.subarray(0, last + 1));
  lower[last] = (lower[last] ?? 0) - 1;
  const absentAfter = async (start: Uint8Array): Promise<Uint8Array> => {
    let candidate = appendZero(start);
    while (await isThere(candidate)) candidate = appendZero(candidate);
    return candidate;
  };
  const around = [await absentAfter(lower), await absentAfter(key)] as const;
  assert(compareBytes(around[0], key) < 0 && compareBytes(key, around[1]) < 0, 'they lie around it');
  return around;
}

const appendZero = (key: Uint8Array): Uint8Array => Buffer.concat([key, Buffer.of(0)]);
