import { createSecretKey, type KeyObject } from 'node:crypto';
import { brickId } from '../../src/core/ids.js';
import { ValueCipher } from '../../src/kv/value-cipher.js';

const KEY_BYTES = 32;

export const volumeKey = (byte = 7): KeyObject => createSecretKey(Buffer.alloc(KEY_BYTES, byte));

export const aCipher = (): ValueCipher => new ValueCipher(volumeKey(), brickId('b1'));
