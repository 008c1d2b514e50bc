/**
 * A volume's key under a key of the pool.
 *
 *   nonce:12 ciphertext:32 tag:16
 *
 * AES-256-GCM, with the id of the volume's replica set authenticated. A nonce is drawn at random: a pool key wraps a few
 * thousand volumes at most, far below the 2^32 that this allows (NIST SP 800-38D, 8.3).
 */
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { KeyUnavailableError } from '../../src/core/errors.js';
import type { GroupId } from '../../src/core/ids.js';
import { secretBytes } from '../../src/runtime/random.js';
import type { WrappedKey } from '../../src/volume/catalogue.js';

export const KEY_BYTES = 32;
const VALUE_CIPHER = 'aes-256-gcm';
const WRAP_CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const FINGERPRINT_BYTES = 8;

/** Tells pool keys apart, and nothing of what they are. */
export const fingerprintOf = (poolKey: KeyObject): string =>
  createHmac('sha256', poolKey)
    .update('hafs pool key')
    .digest()
    .subarray(0, FINGERPRINT_BYTES)
    .toString('hex');

export const newVolumeKey = (): KeyObject => createSecretKey(Buffer.from(secretBytes(KEY_BYTES)));

export function wrapKey(poolKey: KeyObject, group: GroupId, volumeKey: KeyObject): WrappedKey {
  const nonce = secretBytes(NONCE_BYTES);
  const cipher = createCipheriv(WRAP_CIPHER, poolKey, nonce).setAAD(Buffer.from(group));
  const ciphertext = Buffer.concat([cipher.update(volumeKey.export()), cipher.final()]);
  const wrapped = Buffer.concat([nonce, ciphertext, cipher.getAuthTag()]);
  return { cipher: VALUE_CIPHER, poolKey: fingerprintOf(poolKey), wrapped };
}

/** @throws {KeyUnavailableError} it was wrapped otherwise, or is damaged. */
export function unwrapKey(poolKey: KeyObject, group: GroupId, { cipher, wrapped }: WrappedKey): KeyObject {
  if (cipher !== VALUE_CIPHER)
    throw new KeyUnavailableError(`this hafs does not know the cipher "${cipher}"`);
  if (wrapped.length !== NONCE_BYTES + KEY_BYTES + TAG_BYTES)
    throw new KeyUnavailableError("the volume's wrapped key is damaged");
  const decipher = createDecipheriv(WRAP_CIPHER, poolKey, wrapped.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(group)).setAuthTag(wrapped.subarray(-TAG_BYTES));
  try {
    const key = decipher.update(wrapped.subarray(NONCE_BYTES, -TAG_BYTES));
    decipher.final();
    return createSecretKey(key);
  } catch (error) {
    throw new KeyUnavailableError("the volume's wrapped key is damaged, or is that of another volume", {
      cause: error,
    });
  }
}
