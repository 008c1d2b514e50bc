/** How far one brick's heal has come, as `heal-status` shows it. */
export interface HealProgress {
  readonly totalEntries: number;
  readonly totalBytes: number;
  readonly healedEntries: number;
  readonly healedBytes: number;
  readonly startedAtMs: number;
  readonly updatedAtMs: number;
}

/** Below this no rate is told: it would be noise. */
const RATE_ELAPSED_MS_MIN = 50;

export const bytesPerSecondOf = (progress: HealProgress): number => {
  const elapsedMs = progress.updatedAtMs - progress.startedAtMs;
  return elapsedMs < RATE_ELAPSED_MS_MIN ? 0 : (progress.healedBytes * 1_000) / elapsedMs;
};

/** @returns `undefined` while nothing can be said. */
export function etaSecondsOf(progress: HealProgress): number | undefined {
  const elapsedMs = progress.updatedAtMs - progress.startedAtMs;
  // Small files are bound by their number, large ones by their bytes: whichever is less far along counts.
  const done = Math.min(
    share(progress.healedEntries, progress.totalEntries),
    share(progress.healedBytes, progress.totalBytes),
  );
  if (done <= 0 || elapsedMs < RATE_ELAPSED_MS_MIN) return undefined;
  return ((1 - done) / done) * (elapsedMs / 1_000);
}

const share = (done: number, total: number): number => (total === 0 ? 1 : Math.min(1, done / total));
