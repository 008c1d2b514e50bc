import { StoreFailedError } from '../core/errors.js';

const PAYLOAD = 0x7f;
const MORE = 0x80;
const PAYLOAD_RANGE = 128;

/** LevelDB's variable-length numbers: seven bits a byte, the lowest first (LevelDB 1.20, util/coding.cc). */
export class VarintReader {
  private offset = 0;

  constructor(private readonly bytes: Uint8Array) {}

  get remaining(): number {
    return this.bytes.length - this.offset;
  }

  /** @throws {StoreFailedError} when it does not end, or is no safe integer. */
  number(): number {
    let value = 0;
    for (let factor = 1; Number.isSafeInteger(value); factor *= PAYLOAD_RANGE) {
      const byte = this.bytes[this.offset++];
      if (byte === undefined) break;
      value += (byte & PAYLOAD) * factor;
      if ((byte & MORE) === 0 && Number.isSafeInteger(value)) return value;
    }
    throw new StoreFailedError('its manifest holds a number that cannot be read');
  }

  /** A length and that many bytes, which are only lent. */
  sizedBytes(): Uint8Array {
    return this.take(this.number());
  }

  /** The next bytes, which are only lent. @throws {StoreFailedError} there are fewer. */
  take(length: number): Uint8Array {
    if (length > this.remaining) throw new StoreFailedError('its manifest ends within a field');
    this.offset += length;
    return this.bytes.subarray(this.offset - length, this.offset);
  }

  skipBytes(): void {
    this.sizedBytes();
  }
}
