/** Byte strings as keys and record fields: big-endian, so that numbers sort as they count. */
import { assert } from './assert.js';

const TWO_32 = 2 ** 32;

/** Compares bytewise, shorter first: the order of LevelDB's default comparator. */
export const compareBytes = (a: Uint8Array, b: Uint8Array): number => Buffer.compare(a, b);

export const equalBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

/** A map key for a byte string: one character a byte, so nothing is lost. */
export const bytesToMapKey = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

export const mapKeyToBytes = (key: string): Uint8Array => Buffer.from(key, 'latin1');

/** The smallest key above every key that starts with `prefix`. */
export function afterPrefix(prefix: Uint8Array): Uint8Array {
  let end = prefix.length;
  while (end > 0 && prefix[end - 1] === 0xff) end--;
  assert(end > 0, 'no key is above every key');
  const after = Uint8Array.from(prefix.subarray(0, end)); // Not `slice`: a Buffer's shares its memory.
  after[end - 1] = (after[end - 1] ?? 0) + 1;
  return after;
}

/** Appends fixed and length-prefixed fields; the counterpart of `ByteReader`. */
export class ByteWriter {
  private buffer: Buffer;
  private length = 0;

  constructor(capacityBytes = 128) {
    this.buffer = Buffer.allocUnsafe(capacityBytes);
  }

  u8(value: number): this {
    this.length = this.room(1).writeUInt8(value, this.length);
    return this;
  }

  u16(value: number): this {
    this.length = this.room(2).writeUInt16BE(value, this.length);
    return this;
  }

  u32(value: number): this {
    this.length = this.room(4).writeUInt32BE(value, this.length);
    return this;
  }

  /** A safe integer, 0 or above, in eight bytes. */
  u64(value: number): this {
    assert(Number.isSafeInteger(value) && value >= 0, `not a u64: ${value}`);
    return this.u32(Math.floor(value / TWO_32)).u32(value % TWO_32);
  }

  /** A safe integer of either sign, in eight bytes, two's complement. */
  i64(value: number): this {
    assert(Number.isSafeInteger(value), `not an i64: ${value}`);
    this.length = this.room(8).writeBigInt64BE(BigInt(value), this.length);
    return this;
  }

  /** The bytes alone; the reader must know how many. */
  raw(value: Uint8Array): this {
    this.room(value.length).set(value, this.length);
    this.length += value.length;
    return this;
  }

  /** The length in four bytes, then the bytes. */
  bytes(value: Uint8Array): this {
    return this.u32(value.length).raw(value);
  }

  /** As `bytes`, in UTF-8. */
  text(value: string): this {
    return this.bytes(Buffer.from(value, 'utf8'));
  }

  done(): Uint8Array {
    return this.buffer.subarray(0, this.length);
  }

  private room(bytes: number): Buffer {
    if (this.length + bytes > this.buffer.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, this.length + bytes));
      this.buffer.copy(larger, 0, 0, this.length);
      this.buffer = larger;
    }
    return this.buffer;
  }
}

/** Takes fields off a record in the order they were written. @throws {RangeError} when it is too short. */
export class ByteReader {
  private readonly buffer: Buffer;
  private offset = 0;

  constructor(bytes: Uint8Array) {
    this.buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get remaining(): number {
    return this.buffer.length - this.offset;
  }

  u8(): number {
    return this.buffer.readUInt8(this.advance(1));
  }

  u16(): number {
    return this.buffer.readUInt16BE(this.advance(2));
  }

  u32(): number {
    return this.buffer.readUInt32BE(this.advance(4));
  }

  u64(): number {
    const value = this.u32() * TWO_32 + this.u32();
    if (!Number.isSafeInteger(value)) throw new RangeError('integer too large');
    return value;
  }

  i64(): number {
    const value = Number(this.buffer.readBigInt64BE(this.advance(8)));
    if (!Number.isSafeInteger(value)) throw new RangeError('integer too large');
    return value;
  }

  raw(length: number): Uint8Array {
    const start = this.advance(length);
    return this.buffer.subarray(start, start + length);
  }

  bytes(): Uint8Array {
    return this.raw(this.u32());
  }

  text(): string {
    return Buffer.from(this.bytes()).toString('utf8');
  }

  private advance(bytes: number): number {
    const start = this.offset;
    if (start + bytes > this.buffer.length) throw new RangeError('record too short');
    this.offset = start + bytes;
    return start;
  }
}
