import { posix } from 'node:path';
import type { BrickPlace } from '../client/admin.js';
import { normalizeAddress } from '../rpc/address.js';
import { UsageError } from './usage-error.js';

/** The host ends at the first `:/`; an IPv6 host stands in brackets. */
const BRICK_SPEC = /^(\[[^\]]+\](?::\d+)?|[^:/]+(?::\d+)?):(.*)$/s;

/** `HOST[:PORT]:DIR` with an absolute directory. @throws {UsageError} */
export function parseBrickSpec(spec: string): BrickPlace {
  const match = BRICK_SPEC.exec(spec);
  const host = match?.[1];
  const directory = match?.[2] ?? '';
  if (host === undefined) throw new UsageError(`"${spec}" is not a brick: write HOST[:PORT]:DIR`);
  if (!directory.startsWith('/'))
    throw new UsageError(`brick "${spec}": "${directory}" is not an absolute directory`);
  const path = posix.normalize(directory).replace(/(.)\/$/, '$1');
  if (path === '/') throw new UsageError(`brick "${spec}": a brick needs a directory of its own, not "/"`);
  return { address: hostAddress(host, spec), directory: path };
}

function hostAddress(host: string, spec: string): string {
  try {
    return normalizeAddress(host);
  } catch (err) {
    throw new UsageError(`brick "${spec}": ${(err as Error).message}`, { cause: err });
  }
}
