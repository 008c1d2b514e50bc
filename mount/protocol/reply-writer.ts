import { assert } from '../../src/core/assert.js';

const TWO_32 = 2 ** 32;

/** Lays the fields of a reply into zeroed bytes of a known size; little-endian as in `RequestReader`. */
export class ReplyWriter {
  readonly bytes: Buffer;
  private offset = 0;

  constructor(sizeBytes: number) {
    this.bytes = Buffer.alloc(sizeBytes);
  }

  u16(value: number): this {
    this.offset = this.bytes.writeUInt16LE(value, this.offset);
    return this;
  }

  u32(value: number): this {
    this.offset = this.bytes.writeUInt32LE(value, this.offset);
    return this;
  }

  i32(value: number): this {
    this.offset = this.bytes.writeInt32LE(value, this.offset);
    return this;
  }

  /** A safe integer; a negative one (a time before 1970) goes as two's complement. */
  u64(value: number): this {
    assert(Number.isSafeInteger(value), `not a safe integer: ${value}`);
    return this.u32(value >>> 0).u32(Math.floor(value / TWO_32) >>> 0);
  }

  u64Exact(value: bigint): this {
    this.offset = this.bytes.writeBigUInt64LE(value, this.offset);
    return this;
  }

  raw(value: Uint8Array): this {
    this.bytes.set(value, this.offset);
    this.offset += value.length;
    return this;
  }

  skip(lengthBytes: number): this {
    this.offset += lengthBytes;
    return this;
  }

  done(): Uint8Array {
    assert(this.offset === this.bytes.length, 'a reply is not as long as its layout');
    return this.bytes;
  }
}
