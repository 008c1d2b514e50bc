/**
 * Compares a brick's tables with their checksums.
 *
 * LevelDB believes unseen what records are found by, and would answer that one is not there, or with an older one. It reads that
 * into its memory when a table is opened, so it is looked at soon after the brick was opened; it is about a hundredth of what
 * the brick holds. With each pass of the scrub all of a table is: records that have rotted are repaired one by one
 * (scrub.ts), but their block would be found damaged whenever the table is read for another reason (brick/unfinished-runs.ts).
 */
import type { DiskSpace } from '../../core/disk-space.js';
import type { KvStore, TableCheckOrder, TableCheckOutcome } from '../../kv/kv-store.js';
import type { Logger } from '../../runtime/logger.js';
import type { Observer } from '../observer.js';
import { compactionRoom } from '../space.js';
import type { Pause } from './pause.js';

const MS_PER_SECOND = 1_000;

export interface TableScrubDeps {
  readonly kv: Pick<KvStore, 'checkTable'>;
  readonly space: () => DiskSpace;
  readonly log: Logger;
  readonly observe: Observer;
}

export type TableDepth = Pick<TableCheckOrder, 'withRecords'>;

/** Of the tables that were looked at. */
export interface TableDamage {
  readonly damaged: number;
  readonly repaired: number;
}

export class TableScrub {
  constructor(
    private readonly deps: TableScrubDeps,
    private readonly pause: Pause,
  ) {}

  /**
   * Looks at all tables, one after the other, at that pace.
   * @throws {StoreFailedError} nothing can mend what was found: the store has failed.
   */
  async pass(bytesPerSecond: () => number, { withRecords }: TableDepth): Promise<TableDamage> {
    let sum: TableDamage = { damaged: 0, repaired: 0 };
    for (let after = 0; !this.pause.isStopped();) {
      const roomBytes = compactionRoom(this.deps.space());
      const outcome = await this.deps.kv.checkTable({ after, withRecords, roomBytes });
      if (outcome.kind === 'done') return sum;
      after = outcome.table;
      sum = this.counted(outcome, sum);
      const readBytes = 'readBytes' in outcome ? outcome.readBytes : 0;
      await this.pause.for((readBytes / bytesPerSecond()) * MS_PER_SECOND);
    }
    return sum;
  }

  private counted(outcome: Exclude<TableCheckOutcome, { kind: 'done' }>, sum: TableDamage): TableDamage {
    if (outcome.kind === 'sound') return sum;
    const { log, observe } = this.deps;
    const { what } = outcome;
    if (outcome.kind === 'cleaned') {
      // The records are found, counted and repaired one by one.
      log.info('scrub.table_cleaned', { what });
      return sum;
    }
    observe({ kind: 'tableDamaged', what });
    if (outcome.kind === 'renewed') {
      log.warn('scrub.table_renewed', { what });
      observe({ kind: 'tableRenewed', what });
      return { damaged: sum.damaged + 1, repaired: sum.repaired + 1 };
    }
    log.error('scrub.table_left', { what, why: outcome.why });
    observe({ kind: 'repairFailed', record: what, reason: outcome.why });
    return { ...sum, damaged: sum.damaged + 1 };
  }
}
