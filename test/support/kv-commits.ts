/** Numbered commits, by which one can tell whether a store is as it was after one of them. */
import type { KvStore } from '../../src/kv/kv-store.js';

const LAST_KEY = Buffer.from('last');
const NUMBER_DIGITS = 8;

const keyOf = (nth: number): Buffer => Buffer.from(`n${String(nth).padStart(NUMBER_DIGITS, '0')}`);

/** Different in every commit and every place, so that bytes in the wrong place are seen. */
function valueOf(nth: number, sizeBytes: number): Buffer {
  const value = Buffer.alloc(sizeBytes);
  for (let at = 0; at + 4 <= sizeBytes; at += 4) value.writeUInt32LE((nth * 2_654_435_761 + at) >>> 0, at);
  return value;
}

/** Two edits, so that half a commit would be seen: a key of its own, and one that all of them replace. */
export async function commitNumbered(
  store: KvStore,
  nth: number,
  { sizeBytes = 0, sync = false } = {},
): Promise<void> {
  const edits = [
    { key: keyOf(nth), value: valueOf(nth, sizeBytes) },
    { key: LAST_KEY, value: Buffer.from(String(nth)) },
  ];
  await store.commit(edits, { sync });
}

/** @returns how many commits the store holds. @throws when that is no beginning of them. */
export async function commitsIn(store: KvStore): Promise<number> {
  let count = 0;
  for await (const { key, value } of store.scan({ from: Buffer.from('n'), to: Buffer.from('o') })) {
    const nth = Number(Buffer.from(key).toString().slice(1));
    if (nth !== count) throw new Error(`commit ${count} is missing, ${nth} is there`);
    if (!valueOf(nth, value.length).equals(value)) throw new Error(`the value of commit ${nth} is wrong`);
    count++;
  }
  const last = await store.get(LAST_KEY);
  const told = last === undefined ? 0 : Number(Buffer.from(last).toString()) + 1;
  if (told !== count) throw new Error(`${count} commits are there, ${told} by the key that all replace`);
  return count;
}
