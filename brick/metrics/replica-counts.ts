import type { CountMetric, Metrics } from '../../src/runtime/metrics.js';
import type { Happening } from '../../src/volume/observer.js';
import { REPLICA_METRICS as NAMES } from './metric-names.js';

/** Counts what happens to one brick of this node. */
export class ReplicaCounts {
  private readonly counts: Readonly<Record<Happening['kind'], CountMetric | undefined>>;
  private readonly healedEntries: CountMetric;
  private readonly healedBytes: CountMetric;

  constructor(metrics: Metrics) {
    this.healedEntries = metrics.count(NAMES.healedEntries);
    this.healedBytes = metrics.count(NAMES.healedBytes);
    const errors = metrics.count(NAMES.checksumErrors);
    const repairs = metrics.count(NAMES.repairs, { result: 'done' });
    this.counts = {
      campaigned: metrics.count(NAMES.elections),
      becameManager: metrics.count(NAMES.managerChanges),
      brickInSync: undefined,
      brickLeftSync: metrics.count(NAMES.syncLosses),
      brickIsolated: metrics.count(NAMES.isolations),
      healBegun: undefined,
      healDone: metrics.count(NAMES.heals, { result: 'done' }),
      healFailed: metrics.count(NAMES.heals, { result: 'failed' }),
      damageFound: errors,
      tableDamaged: errors,
      repaired: repairs,
      tableRenewed: repairs,
      repairFailed: metrics.count(NAMES.repairs, { result: 'failed' }),
      scrubDone: metrics.count(NAMES.scrubs),
    };
  }

  note(happening: Happening): void {
    this.counts[happening.kind]?.add();
    if (happening.kind !== 'healDone') return;
    this.healedEntries.add(happening.entries);
    this.healedBytes.add(happening.bytes);
  }
}
