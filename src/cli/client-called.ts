import type { UpkeepClient } from '../client/upkeep.js';
import type { VolumeClient } from '../client/upkeep-records.js';
import { RefusedError } from '../core/errors.js';
import { suggestion } from '../core/unknown-name.js';
import { sessionText } from './units.js';

/** @param who id or name, as "volume clients" shows them. @throws {RefusedError} it is nobody's, or several are called so. */
export async function clientCalled(upkeep: UpkeepClient, volume: string, who: string): Promise<VolumeClient> {
  const known = await upkeep.clients(volume);
  const found = known.filter(({ session, name }) => sessionText(session) === who || name === who);
  if (found.length > 1)
    throw new RefusedError(`${found.length} clients are called ${who}: name one by its id`);
  if (found[0] !== undefined) return found[0];
  const names = known.map(({ name }) => name);
  throw new RefusedError(
    `no client is called ${who}${suggestion(who, names)}; "hafs volume clients ${volume}" shows those that there are`,
  );
}
