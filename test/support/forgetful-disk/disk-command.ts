import type { DiskFaults } from './data-operations.js';

/** What a test may tell the disk's process. Each is answered once it is done. */
export type DiskCommand =
  | { readonly kind: 'faults'; readonly faults: DiskFaults }
  /** `some`: what was not synced is lost or kept as the seed has it. */
  | { readonly kind: 'losePower'; readonly seed: number; readonly keep: 'nothing' | 'some' };

export interface PowerLoss {
  readonly lostPages: number;
  readonly lostEntries: number;
}
