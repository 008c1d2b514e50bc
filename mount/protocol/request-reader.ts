import { InvalidRequestError } from '../../src/core/errors.js';

const TWO_32 = 2 ** 32;
const NUL = 0;

/**
 * Takes the fields of a request off in order. The kernel writes them in its own byte order
 * (little-endian on every machine hafs runs on), without gaps: linux/fuse.h pads its structs by hand.
 * @throws {InvalidRequestError} from every method when the request ends too early.
 */
export class RequestReader {
  private readonly bytes: Buffer;
  private offset = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get remaining(): number {
    return this.bytes.length - this.offset;
  }

  u16(): number {
    return this.bytes.readUInt16LE(this.advance(2));
  }

  u32(): number {
    return this.bytes.readUInt32LE(this.advance(4));
  }

  /** Values above what a number holds become the largest safe integer: past every limit of hafs all the same. */
  u64(): number {
    const low = this.u32();
    const value = this.u32() * TWO_32 + low;
    return Math.min(value, Number.MAX_SAFE_INTEGER);
  }

  /** Two's complement, as the kernel passes times before 1970. */
  i64(): number {
    return Number(this.bytes.readBigInt64LE(this.advance(8)));
  }

  u64Exact(): bigint {
    return this.bytes.readBigUInt64LE(this.advance(8));
  }

  /** A view, not a copy. */
  raw(lengthBytes: number): Uint8Array {
    const start = this.advance(lengthBytes);
    return this.bytes.subarray(start, start + lengthBytes);
  }

  /** The next byte, which is not taken off. */
  peek(): number {
    const start = this.advance(1);
    this.offset = start;
    return this.bytes.readUInt8(start);
  }

  /** The bytes up to the next NUL, which is skipped. */
  name(): Uint8Array {
    const end = this.bytes.indexOf(NUL, this.offset);
    if (end < 0) throw new InvalidRequestError('a name in a FUSE request does not end');
    const name = this.bytes.subarray(this.offset, end);
    this.offset = end + 1;
    return name;
  }

  skip(lengthBytes: number): this {
    this.advance(lengthBytes);
    return this;
  }

  private advance(lengthBytes: number): number {
    const start = this.offset;
    if (start + lengthBytes > this.bytes.length) {
      throw new InvalidRequestError(
        `a FUSE request ends ${start + lengthBytes - this.bytes.length} bytes early`,
      );
    }
    this.offset = start + lengthBytes;
    return start;
  }
}
