import type { hafs } from '../../src/rpc/wire.js';
import type { Sighting } from './sighting.js';

const SERVICES: readonly Sighting['service'][] = ['writable', 'readable', 'none', 'stopped'];
const OBSTACLES: readonly Sighting['obstacle'][] = ['', 'election', 'no-majority', 'not-in-sync', 'full'];

/** What a newer node may say, and this one does not know, counts as nothing seen. */
export const sightingFromWire = (sighting: hafs.v1.ISighting): Sighting => ({
  service: SERVICES.find((known) => known === sighting.service) ?? 'none',
  obstacle: OBSTACLES.find((known) => known === sighting.obstacle) ?? '',
  fromMs: sighting.fromMs ?? 0,
  toMs: sighting.toMs ?? 0,
  term: sighting.term ?? 0,
  manager: sighting.manager ?? '',
});
