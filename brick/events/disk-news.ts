import type { DiskSpace } from '../../src/core/disk-space.js';
import { reserveOf } from '../../src/volume/space.js';
import type { Tell } from './event-log.js';

type Fullness = 'ok' | 'low' | 'full';

/** In reserves: below `below` it is so, and above `above` no more, so that a disk at the edge is told once. */
const LOW = { below: 2, above: 2.5 };
const FULL = { below: 1, above: 1.2 };

/** How full a brick's disk is, after how full it was. */
export function fullnessAfter(before: Fullness, space: DiskSpace): Fullness {
  const reserves = space.availableBytes / Math.max(1, reserveOf(space));
  if (reserves < (before === 'full' ? FULL.above : FULL.below)) return 'full';
  return reserves < (before === 'ok' ? LOW.below : LOW.above) ? 'low' : 'ok';
}

/** Makes events of how full the disk of each brick here is. */
export class DiskNews {
  private readonly told = new Map<string, Fullness>();

  constructor(private readonly tell: Tell) {}

  note(volume: string, directory: string, space: DiskSpace): void {
    const before = this.told.get(directory) ?? 'ok';
    const now = fullnessAfter(before, space);
    this.told.set(directory, now);
    if (now === before) return;
    const left = `${directory}: ${Math.floor(space.availableBytes / 2 ** 20)} MiB are free`;
    if (now === 'ok') this.tell('disk-ok', `${left}, enough again`, volume);
    else if (now === 'low') this.tell('disk-low', left, volume);
    else this.tell('disk-full', `${left}: writes are refused`, volume);
  }
}
