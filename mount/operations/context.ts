import type { DirectoryPrefetch } from '../../src/client/cache/directory-prefetch.js';
import type { ContentPrefetch } from '../../src/client/cache/content-prefetch.js';
import type { AccessTimes } from '../access-times.js';
import type { DirectoryPlaces } from '../cache/directory-places.js';
import type { Teller } from '../cache/teller.js';
import type { NodeMap } from '../node-map.js';
import type { VolumeGate } from './volume-gate.js';

/** What the operations stand on. */
export interface OperationContext {
  readonly gate: VolumeGate;
  readonly nodes: NodeMap;
  readonly teller: Teller;
  readonly places: DirectoryPlaces;
  readonly prefetch: DirectoryPrefetch;
  readonly contents: ContentPrefetch;
  readonly accessTimes: AccessTimes;
}
