import type { FileVolume } from '../src/client/file-volume.js';
import type { VolumeTree } from '../src/client/tree/volume-tree.js';
import type { Attr } from '../src/core/attr.js';
import type { Ino } from '../src/core/ids.js';
import type { Caller } from '../src/core/operation.js';
import type { Clock } from '../src/runtime/clock.js';
import type { Random } from '../src/runtime/random.js';
import type { OpenInodes } from './open-inodes.js';
import type { ChangeBell } from './watch.js';

/** What the calls of one connected volume have in common. */
export interface VolumeContext {
  readonly volume: FileVolume;
  readonly tree: VolumeTree;
  readonly caller: Caller;
  /** As umask(2): taken from the modes of what is made. */
  readonly umask: number;
  readonly open: OpenInodes;
  readonly bell: ChangeBell;
  /** What the cache holds under a lease. */
  readonly leasedAttr: (ino: Ino) => Attr | undefined;
  readonly clock: Clock;
  readonly random: Random;
}
