/** Ways to make something wrong out of something right, most of which still makes sense. */
import type { Dice } from './dice.js';

const EDITS_MAX = 6;
const RUN_BYTES_MAX = 16;
/** Where number formats, lengths and signs break. */
const EDGES = [
  0n,
  1n,
  0x7fn,
  0x80n,
  0xffffn,
  0x7fff_ffffn,
  0xffff_ffffn,
  2n ** 53n,
  2n ** 63n,
  2n ** 64n - 1n,
];

type Edit = (bytes: Buffer, dice: Dice, other: Uint8Array) => Buffer;

const put = (bytes: Buffer, at: number, removed: number, added: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(at + removed)]);

const spliced = (bytes: Buffer, dice: Dice, added: Uint8Array): Buffer =>
  put(bytes, dice.below(bytes.length + 1), dice.below(2) * added.length, added);

function edge(dice: Dice): Buffer {
  const bytes = Buffer.alloc(8);
  const value = dice.pick(EDGES);
  if (dice.isOneIn(2)) bytes.writeBigUInt64LE(value);
  else bytes.writeBigUInt64BE(value);
  return bytes.subarray(0, dice.pick([1, 2, 4, 8]));
}

function part(bytes: Uint8Array, dice: Dice): Uint8Array {
  const at = dice.below(bytes.length + 1);
  return bytes.subarray(at, at + 1 + dice.below(RUN_BYTES_MAX));
}

const EDITS: readonly Edit[] = [
  (bytes, dice) => {
    const copy = Buffer.from(bytes);
    if (copy.length > 0) copy[dice.below(copy.length)]! ^= 1 << dice.below(8);
    return copy;
  },
  (bytes, dice) => spliced(bytes, dice, dice.bytes(1)),
  (bytes, dice) => spliced(bytes, dice, edge(dice)),
  (bytes, dice) => spliced(bytes, dice, part(bytes, dice)),
  (bytes, dice, other) => spliced(bytes, dice, part(other, dice)),
  (bytes, dice) => put(bytes, dice.below(bytes.length + 1), 1 + dice.below(RUN_BYTES_MAX), Buffer.alloc(0)),
  (bytes, dice) => (dice.isOneIn(4) ? bytes.subarray(0, dice.below(bytes.length + 1)) : bytes),
];

/** @param other of which parts may be taken. */
export function damaged(bytes: Uint8Array, dice: Dice, other: Uint8Array): Buffer {
  let result: Buffer = Buffer.from(bytes);
  for (let left = 1 + dice.below(EDITS_MAX); left > 0; left--) result = dice.pick(EDITS)(result, dice, other);
  return result;
}
