import type { FileVolume } from '../../src/client/file-volume.js';
import type { FileOperation } from '../../src/core/operation.js';
import type { Clock } from '../../src/runtime/clock.js';
import type { DurationMetric, Metrics } from '../../src/runtime/metrics.js';
import { MOUNT_METRICS as NAMES } from './mount-metric-names.js';

/** An answer that takes longer has held up somebody. */
const STALL_MS = 1_000;

/** The volume, with a note of how long each operation on it takes. */
export function measuredVolume(
  volume: FileVolume,
  metrics: Metrics,
  clock: Pick<Clock, 'monotonicMs'>,
): FileVolume {
  const durations = new Map<FileOperation['kind'], DurationMetric>();
  const stalls = metrics.count(NAMES.stalls);
  const note = (operation: FileOperation['kind'], durationMs: number): void => {
    const duration = durations.get(operation) ?? metrics.duration(NAMES.volumeDuration, { operation });
    durations.set(operation, duration);
    duration.observe(durationMs / 1_000);
    if (durationMs > STALL_MS && operation !== 'lock') stalls.add();
  };
  return {
    execute: async (operation) => {
      const beganAtMs = clock.monotonicMs();
      try {
        return await volume.execute(operation);
      } finally {
        note(operation.kind, clock.monotonicMs() - beganAtMs);
      }
    },
    root: volume.root,
    onOrphans: (listener) => volume.onOrphans(listener),
    close: () => volume.close(),
  };
}
