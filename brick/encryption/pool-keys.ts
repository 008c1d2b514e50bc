import type { KeyObject } from 'node:crypto';
import { KeyUnavailableError } from '../../src/core/errors.js';
import type { GroupId } from '../../src/core/ids.js';
import type { WrappedKey } from '../../src/volume/catalogue.js';
import { describeSource, readPoolKeys, type KeySource } from './key-source.js';
import { fingerprintOf, unwrapKey, wrapKey } from './key-wrap.js';

/** This node's keys of the pool, read anew whenever they are needed: a file that is changed counts from then on. */
export class PoolKeys {
  constructor(private readonly source: KeySource) {}

  /** By the first key. @throws {KeyUnavailableError} there is none. */
  async wrap(group: GroupId, volumeKey: KeyObject): Promise<WrappedKey> {
    const [first] = await readPoolKeys(this.source);
    if (first === undefined) throw new KeyUnavailableError('this node has no key');
    return wrapKey(first, group, volumeKey);
  }

  /** @throws {KeyUnavailableError} the key that wraps it is not here. */
  async unwrap(group: GroupId, wrapped: WrappedKey): Promise<KeyObject> {
    const keys = await readPoolKeys(this.source);
    const fitting = keys.find((key) => fingerprintOf(key) === wrapped.poolKey);
    if (fitting === undefined) {
      const found = keys.map(fingerprintOf).join(', ');
      throw new KeyUnavailableError(
        `the volume's key is wrapped by pool key ${wrapped.poolKey}; in ${describeSource(this.source)} is ${found}`,
      );
    }
    return unwrapKey(fitting, group, wrapped);
  }
}
