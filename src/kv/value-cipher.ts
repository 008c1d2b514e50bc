/**
 * Values as they lie on an encrypted brick. AES-256-GCM; the record's key is authenticated with its value.
 *
 *   version:1 epoch:16 counter:6 ciphertext tag:16
 *
 * A nonce is used once because a key is: each time a brick is opened, and after `EPOCH_VALUES_MAX` values, an epoch
 * begins. It is 16 random bytes, from which, with the volume's key and the brick's id, the epoch's own key is made
 * (HKDF-SHA-256, RFC 5869). In an epoch the nonce counts upwards in memory; nothing that a crash, a copy of the disk put
 * back or another brick might repeat goes into it.
 * Source: docs/decisions/0007-encryption-at-rest.md.
 */
import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { assert } from '../core/assert.js';
import type { BrickId } from '../core/ids.js';
import { KIB } from '../core/limits.js';
import { secretBytes } from '../runtime/random.js';
import type { ValueCodec } from './coded-kv-store.js';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const VERSION = 1;
const EPOCH_BYTES = 16;
const EPOCH_AT = 1;
const COUNTER_BYTES = 6;
const COUNTER_AT = EPOCH_AT + EPOCH_BYTES;
const HEADER_BYTES = COUNTER_AT + COUNTER_BYTES;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Encrypted at a time: what `update` returns is copied, which for a whole chunk at once takes twice as long. */
const SLICE_BYTES = 32 * KIB;
/** Values of 64 KiB are then 2^44 blocks under one key: what an attacker learns from them is below 2^-40. */
const EPOCH_VALUES_MAX = 2 ** 32;
/** Of the epochs that values are read from; an older one's key is made again. */
const EPOCH_KEYS_MAX = 256;

/** By how much a value is longer on the disk. */
export const CIPHER_OVERHEAD_BYTES = HEADER_BYTES + TAG_BYTES;

/** What a value that was changed on the disk is read as: nothing that was ever sealed is so short. */
const UNREADABLE = new Uint8Array(0);

interface Epoch {
  readonly id: Buffer;
  readonly key: KeyObject;
  counter: number;
}

/**
 * To lie under a `SealedKvStore`, which finds a value that does not authenticate like any other damaged one:
 * it is read as no bytes at all.
 */
export class ValueCipher implements ValueCodec {
  private readonly epochKeys = new Map<string, KeyObject>();
  private writing: Epoch | undefined;

  /** @param volumeKey of 32 bytes. @param epochValuesMax smaller than usual where a test wants to see the next epoch. */
  constructor(
    private readonly volumeKey: KeyObject,
    private readonly brick: BrickId,
    private readonly epochValuesMax = EPOCH_VALUES_MAX,
  ) {
    assert(volumeKey.symmetricKeySize === KEY_BYTES, 'a volume key has 32 bytes');
  }

  encode(key: Uint8Array, value: Uint8Array): Uint8Array {
    const epoch = this.epochToWrite();
    const counter = epoch.counter++;
    const stored = Buffer.allocUnsafe(HEADER_BYTES + value.length + TAG_BYTES);
    stored.writeUInt8(VERSION, 0);
    stored.set(epoch.id, EPOCH_AT);
    stored.writeUIntBE(counter, COUNTER_AT, COUNTER_BYTES);
    const cipher = createCipheriv(CIPHER, epoch.key, nonceOf(counter)).setAAD(key);
    for (let at = 0; at < value.length; at += SLICE_BYTES) {
      stored.set(cipher.update(value.subarray(at, at + SLICE_BYTES)), HEADER_BYTES + at);
    }
    cipher.final();
    stored.set(cipher.getAuthTag(), HEADER_BYTES + value.length);
    return stored;
  }

  decode(key: Uint8Array, stored: Uint8Array): Uint8Array {
    if (stored.length < CIPHER_OVERHEAD_BYTES || stored[0] !== VERSION) return UNREADABLE;
    const bytes = Buffer.from(stored.buffer, stored.byteOffset, stored.length);
    const epochKey = this.epochKey(bytes.subarray(EPOCH_AT, COUNTER_AT));
    const nonce = nonceOf(bytes.readUIntBE(COUNTER_AT, COUNTER_BYTES));
    const tagAt = bytes.length - TAG_BYTES;
    const decipher = createDecipheriv(CIPHER, epochKey, nonce, { authTagLength: TAG_BYTES })
      .setAAD(key)
      .setAuthTag(bytes.subarray(tagAt));
    const value = decipher.update(bytes.subarray(HEADER_BYTES, tagAt));
    try {
      decipher.final();
      return value;
    } catch {
      return UNREADABLE;
    }
  }

  private epochToWrite(): Epoch {
    if (this.writing === undefined || this.writing.counter >= this.epochValuesMax) {
      const id = Buffer.from(secretBytes(EPOCH_BYTES));
      this.writing = { id, key: this.epochKey(id), counter: 0 };
    }
    return this.writing;
  }

  private epochKey(id: Buffer): KeyObject {
    const name = id.toString('hex');
    const known = this.epochKeys.get(name);
    if (known !== undefined) return known;
    const info = `hafs values of brick ${this.brick}`;
    const key = createSecretKey(Buffer.from(hkdfSync('sha256', this.volumeKey, id, info, KEY_BYTES)));
    const [oldest] = this.epochKeys.keys();
    if (this.epochKeys.size >= EPOCH_KEYS_MAX && oldest !== undefined) this.epochKeys.delete(oldest);
    this.epochKeys.set(name, key);
    return key;
  }
}

function nonceOf(counter: number): Buffer {
  const nonce = Buffer.alloc(NONCE_BYTES);
  nonce.writeUIntBE(counter, NONCE_BYTES - COUNTER_BYTES, COUNTER_BYTES);
  return nonce;
}
