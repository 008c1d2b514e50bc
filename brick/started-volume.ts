import { RefusedError } from '../src/core/errors.js';
import type { VolumeRecord } from '../src/volume/catalogue.js';

/** @throws {RefusedError} the volume is not started; it says how that is done. */
export function refuseUnlessStarted({ name, status }: Pick<VolumeRecord, 'name' | 'status'>): void {
  if (status !== 'started')
    throw new RefusedError(`volume ${name} is not started; first: hafs volume start ${name}`);
}
