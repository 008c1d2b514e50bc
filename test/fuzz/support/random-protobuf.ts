/** Messages that are protobuf, and of no schema: fields, types and nesting as they fall. */
import type { Dice } from './dice.js';

const FIELDS_MAX = 6;
const FIELD_NUMBER_MAX = 64;
const DEPTH_MAX = 4;
const VARINTS = [
  0n,
  1n,
  2n,
  127n,
  128n,
  2n ** 31n,
  2n ** 32n - 1n,
  2n ** 53n - 1n,
  2n ** 53n,
  2n ** 64n - 1n,
];

function varint(value: bigint): Buffer {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>= 7n) {
    bytes.push(Number(rest & 0x7fn) | (rest > 0x7fn ? 0x80 : 0));
    if (rest <= 0x7fn) return Buffer.from(bytes);
  }
}

/** @param texts that name something: volumes, bricks, addresses. */
export function randomMessage(dice: Dice, texts: readonly string[], depth = 0): Buffer {
  const parts: Buffer[] = [];
  for (let left = dice.below(FIELDS_MAX + 1); left > 0; left--) {
    const number = dice.isOneIn(3) ? 1 + dice.below(FIELD_NUMBER_MAX) : 1 + dice.below(8);
    parts.push(...field(number, dice, texts, depth));
  }
  return Buffer.concat(parts);
}

function field(number: number, dice: Dice, texts: readonly string[], depth: number): Buffer[] {
  const tag = (type: number): Buffer => varint(BigInt(number * 8 + type));
  switch (dice.below(depth < DEPTH_MAX ? 6 : 5)) {
    case 0:
      return [tag(0), varint(dice.pick(VARINTS))];
    case 1:
      return [tag(1), dice.bytes(8)];
    case 2:
      return [tag(5), dice.bytes(4)];
    case 3:
      return delimited(tag(2), dice.bytes(dice.below(20)));
    case 4:
      return delimited(tag(2), Buffer.from(dice.pick(texts)));
    default:
      return delimited(tag(2), randomMessage(dice, texts, depth + 1));
  }
}

const delimited = (tag: Buffer, content: Buffer): Buffer[] => [tag, varint(BigInt(content.length)), content];
