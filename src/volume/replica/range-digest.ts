import { createHash } from 'node:crypto';
import type { KvReader } from '../../kv/kv-store.js';
import type { KeyRange, RangeDigest } from './replica-message.js';

const CHECKSUM_BYTES = 6;

/** Takes entries in order; two sequences have the same digest only if they are the same. */
export class EntryDigest {
  private readonly hash = createHash('sha256');
  private count = 0;
  private readonly lengths = Buffer.alloc(8);

  add(key: Uint8Array, value: Uint8Array): void {
    this.lengths.writeUInt32BE(key.length, 0);
    this.lengths.writeUInt32BE(value.length, 4);
    this.hash.update(this.lengths).update(key).update(value);
    this.count++;
  }

  get entries(): number {
    return this.count;
  }

  /** Ends the digest. */
  hexadecimal(): string {
    return this.hash.digest('hex');
  }

  /** Ends the digest. */
  short(): RangeDigest {
    return { entries: this.count, checksum: this.hash.digest().readUIntBE(0, CHECKSUM_BYTES) };
  }
}

export async function digestRange(reader: KvReader, range: KeyRange): Promise<RangeDigest> {
  const digest = new EntryDigest();
  for await (const { key, value } of reader.scan(range)) digest.add(key, value);
  return digest.short();
}
