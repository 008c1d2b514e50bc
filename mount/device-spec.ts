import { InvalidRequestError } from '../src/core/errors.js';
import { normalizeAddress } from '../src/rpc/address.js';

/** What to mount. */
export interface DeviceSpec {
  /** HOST:PORT each; empty when the source names none. */
  readonly servers: readonly string[];
  readonly volume: string;
  /** The names on the way from the volume's root to the directory that becomes the mount's root. */
  readonly subdirectory: readonly string[];
}

const HOST = String.raw`(?:\[[^\]]*\]|[^\s:,/[\]]+)(?::\d+)?`;
const SPEC = new RegExp(`^(?:(${HOST}(?:,${HOST})*):)?/?([^:/,]+)((?:/.*)?)$`, 's');

/**
 * Reads `[HOST[:PORT][,HOST[:PORT]…]:]VOL[/SUBDIR]`; a slash may stand before VOL, as NFS users write it.
 * @throws {InvalidRequestError} quoting what was given.
 */
export function parseDeviceSpec(source: string): DeviceSpec {
  const [, servers, volume, path = ''] = SPEC.exec(source) ?? [];
  if (volume === undefined) {
    throw new InvalidRequestError(`"${source}" is not [HOST[:PORT][,…]:]VOL[/SUBDIR]`);
  }
  const subdirectory = path.split('/').filter((name) => name !== '' && name !== '.');
  if (subdirectory.includes('..'))
    throw new InvalidRequestError(`"${source}" leads out of the volume with ".."`);
  return { servers: (servers?.split(',') ?? []).map(normalizeAddress), volume, subdirectory };
}
