/** Random operations on a volume, biased towards those that can be done and the edges that matter. */
import fc from 'fast-check';
import { CHUNK_SIZE_BYTES, TRUNCATE_CHUNKS_PER_STEP_MAX } from '../../src/core/limits.js';

/** Which of the things there are; taken modulo their number. */
const pick = fc.nat({ max: 99 });
const name = fc.constantFrom('a', 'b', 'c', 'd');
/** A name in a directory: mostly one that is taken. */
const place = fc.record({
  isTaken: fc.integer({ min: 0, max: 9 }).map((chance) => chance > 1),
  nth: pick,
  name,
});
const freePlace = place.map((any) => ({ ...any, isTaken: false }));

const chunk = fc.oneof(
  { arbitrary: fc.nat({ max: 3 }), weight: 12 },
  { arbitrary: fc.constantFrom(TRUNCATE_CHUNKS_PER_STEP_MAX, 3 * TRUNCATE_CHUNKS_PER_STEP_MAX), weight: 1 },
);
/** Around the edges of chunks, near and far. */
const position = fc
  .record({ chunk, beside: fc.integer({ min: -2, max: 40 }) })
  .map(({ chunk, beside }) => Math.max(0, chunk * CHUNK_SIZE_BYTES + beside));
const length = fc.oneof(
  fc.nat({ max: 40 }),
  fc.constant(CHUNK_SIZE_BYTES),
  fc.nat({ max: 3 * CHUNK_SIZE_BYTES }),
);
const data = fc.record({ length, start: fc.nat() }).map(({ length, start }) => pattern(length, start));

/** Bytes that differ from place to place, so that misplaced data is found. */
function pattern(length: number, start: number): Uint8Array {
  const period = Uint8Array.from({ length: 251 }, (_, nth) => 1 + ((start + nth) % 251));
  return length === 0 ? new Uint8Array() : Buffer.alloc(length, period);
}

const make = fc.record({
  kind: fc.constant('make'),
  at: freePlace,
  type: fc.constantFrom('regular', 'directory'),
});
const link = fc.record({ kind: fc.constant('link'), node: pick, isFile: fc.boolean(), at: freePlace });
const remove = fc.record({ kind: fc.constantFrom('unlink', 'rmdir'), at: place });
const rename = fc.record({
  kind: fc.constant('rename'),
  from: place,
  to: fc.oneof(place, freePlace),
  mode: fc.constantFrom('replace', 'noReplace', 'exchange'),
});
const write = fc.record({
  kind: fc.constant('write'),
  file: pick,
  position,
  append: fc.boolean(),
  sync: fc.boolean(),
  data,
});
const truncate = fc.record({ kind: fc.constant('truncate'), file: pick, position });
const setxattr = fc.record({ kind: fc.constant('setxattr'), node: pick });
const release = fc.record({ kind: fc.constant('release'), node: pick, session: fc.nat({ max: 1 }) });

export const anyAction = fc.oneof(
  { arbitrary: make, weight: 5 },
  { arbitrary: link, weight: 2 },
  { arbitrary: remove, weight: 3 },
  { arbitrary: rename, weight: 5 },
  { arbitrary: write, weight: 5 },
  { arbitrary: truncate, weight: 3 },
  { arbitrary: setxattr, weight: 1 },
  { arbitrary: release, weight: 2 },
);

export const dataAction = fc.oneof({ arbitrary: write, weight: 3 }, { arbitrary: truncate, weight: 2 });

export type ArbitraryPlace = typeof place extends fc.Arbitrary<infer T> ? T : never;
export type WriteAction = typeof write extends fc.Arbitrary<infer T> ? T : never;
export type Action = typeof anyAction extends fc.Arbitrary<infer T> ? T : never;
