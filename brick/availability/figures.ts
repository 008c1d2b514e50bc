import type { ServiceRecord } from './service-record.js';

/** What people put into reports. */
export interface Figures {
  /** 0..1 */
  readonly ratio: number;
  /** 3 is 99.9 %. None of the following while there was no outage: nothing can be said yet. */
  readonly nines?: number;
  readonly mtbfMs?: number;
  readonly mttrMs?: number;
}

export function figuresOf({ availableMs, unavailableMs, outages }: ServiceRecord): Figures {
  const totalMs = availableMs + unavailableMs;
  const ratio = totalMs === 0 ? 1 : availableMs / totalMs;
  if (outages.length === 0) return { ratio };
  return {
    ratio,
    nines: -Math.log10(1 - ratio),
    mtbfMs: availableMs / outages.length,
    mttrMs: unavailableMs / outages.length,
  };
}
