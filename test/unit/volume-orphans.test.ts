/** Which orphans a session is told with its keep-alives, where there are very many. */
import { expect, test } from 'vitest';
import { ino, sessionId } from '../../src/core/ids.js';
import { RELEASE_INOS_MAX } from '../../src/core/limits.js';
import { orphanKey } from '../../src/fs/keys.js';
import { encodeOrphan } from '../../src/fs/orphan-record.js';
import { MemoryKvStore } from '../../src/kv/memory-kv-store.js';
import { OrphanRounds } from '../../src/volume/orphans.js';

const [ONE, OTHER] = [sessionId(1), sessionId(2)];
const FIRST_INO = 10;

/** @param holderOf the n-th orphan. */
async function roundsOver(count: number, holderOf: (place: number) => typeof ONE) {
  const store = new MemoryKvStore();
  const edits = Array.from({ length: count }, (_, place) => ({
    key: orphanKey(ino(FIRST_INO + place)),
    value: encodeOrphan({ isLinkable: false, holders: [holderOf(place)] }),
  }));
  await store.commit(edits, { sync: false });
  const looks = { count: 0 };
  const scan = store.scan.bind(store);
  store.scan = async function* (range) {
    for await (const entry of scan(range)) {
      looks.count++;
      yield entry;
    }
  };
  return { rounds: new OrphanRounds(store), looks };
}

test('orphans: as many as one answer can name: all of them with every keep-alive', async () => {
  const { rounds } = await roundsOver(RELEASE_INOS_MAX, () => ONE);
  for (let beat = 0; beat < 3; beat++) expect(await rounds.next(ONE)).toHaveLength(RELEASE_INOS_MAX);
});

test('orphans: more than that, none of them released: every one is named in turn, twice in a row', async () => {
  const { rounds } = await roundsOver(2 * RELEASE_INOS_MAX + 5, () => ONE);
  const beats = [];
  for (let beat = 0; beat < 8; beat++) beats.push(await rounds.next(ONE));
  expect(beats.map(({ length }) => length)).toEqual([1024, 1024, 1024, 1024, 5, 5, 1024, 1024]);
  for (const beat of [0, 2, 4, 6]) expect(beats[beat + 1]).toEqual(beats[beat]);
  expect(new Set([...beats[0]!, ...beats[2]!, ...beats[4]!]).size).toBe(2 * RELEASE_INOS_MAX + 5);
  expect(beats[6]).toEqual(beats[0]);
});

test('orphans: very many that another session holds: no keep-alive looks at all of them, and the own is found', async () => {
  const own = 19_000;
  const { rounds, looks } = await roundsOver(20_000, (place) => (place === own ? ONE : OTHER));
  const found = new Set<number>();
  for (let beat = 0; beat < 10; beat++) {
    looks.count = 0;
    for (const inode of await rounds.next(ONE)) found.add(inode);
    expect(looks.count).toBeLessThanOrEqual(4 * RELEASE_INOS_MAX + 1);
  }
  expect([...found]).toEqual([FIRST_INO + own]);
});

test('orphans: a session that is over: its place in the round is forgotten', async () => {
  const { rounds } = await roundsOver(2 * RELEASE_INOS_MAX, () => ONE);
  const first = await rounds.next(ONE);
  await rounds.next(ONE);
  rounds.forget(ONE);
  expect(await rounds.next(ONE)).toEqual(first);
});
