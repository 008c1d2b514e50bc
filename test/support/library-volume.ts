/** The library's volume over a volume in this process. */
import { cachesBelow, volumeOn } from '../../library/connect.js';
import type { Volume } from '../../library/volume.js';
import { ChangeBell } from '../../library/watch.js';
import { FileCache } from '../../src/client/cache/file-cache.js';
import { SystemClock } from '../../src/runtime/clock.js';
import { LocalVolume } from './local-volume.js';

export function localLibraryVolume(local = new LocalVolume(new SystemClock())): Volume {
  const bell = new ChangeBell();
  const cache = new FileCache(new SystemClock(), cachesBelow(bell));
  return volumeOn(local.connect(), {}, { bell, cache });
}
