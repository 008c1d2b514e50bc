/** How far one brick's heal has come, as `heal-status` shows it. */
export interface HealProgress {
  readonly totalEntries: number;
  readonly totalBytes: number;
  readonly healedEntries: number;
  readonly healedBytes: number;
  readonly bytesPerSecond: number;
  /** `undefined` while nothing can be said. */
  readonly etaSeconds: number | undefined;
}

/** Below this no rate is told: it would be noise. */
export const RATE_ELAPSED_MS_MIN = 50;
