/** Of what is healed. */
export interface Amount {
  readonly entries: number;
  readonly bytes: number;
}

export const NO_AMOUNT: Amount = { entries: 0, bytes: 0 };

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
