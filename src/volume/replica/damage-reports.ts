/** Where a damaged record of this brick is made good: here where it is its own, by the manager where all have it. */
import { messageOf } from '../../core/errors.js';
import type { BrickId } from '../../core/ids.js';
import { FIRST_REPLICATED_KIND, KEY_KIND } from '../../core/key-kind.js';
import { describeKey } from '../../fs/keys.js';
import type { CoreView } from '../../replication/core-events.js';
import type { Logger } from '../../runtime/logger.js';
import type { Observer } from '../observer.js';
import { journalIndexOf, JOURNAL_KEY_BYTES } from './brick-records.js';
import type { BrickStore } from './brick-store.js';
import type { RepairMessage } from './replica-message.js';

export interface DamageReportsDeps {
  readonly store: BrickStore;
  readonly log: Logger;
  readonly observe: Observer;
  readonly view: () => CoreView;
  readonly send: (to: BrickId, message: RepairMessage) => void;
  /** As manager: the record is to be written anew on every brick. */
  readonly repair: (key: Uint8Array) => void;
}

export class DamageReports {
  constructor(private readonly deps: DamageReportsDeps) {}

  /** The record is soon sound again, or this must be said once more: nothing waits for it. */
  report(key: Uint8Array): void {
    const record = describeKey(key);
    this.deps.log.warn('repair.damage_found', { key: record });
    this.deps.observe({ kind: 'damageFound', record });
    const kind = key[0] ?? 0;
    if (kind >= FIRST_REPLICATED_KIND) this.askManager(key);
    else this.mendOwn(key).catch((error: unknown) => this.failed(key, error));
  }

  private askManager(key: Uint8Array): void {
    const { manager, term, isManager } = this.deps.view();
    if (isManager) this.deps.repair(key);
    else if (manager !== undefined) this.deps.send(manager, { kind: 'repairRequest', term, key });
  }

  private async mendOwn(key: Uint8Array): Promise<void> {
    const { store } = this.deps;
    if (key[0] !== KEY_KIND.journal || key.length !== JOURNAL_KEY_BYTES) {
      await store.rewriteOwn(key);
      return;
    }
    const index = journalIndexOf(key);
    // What is not committed yet is told again later: until then the journal must name what may be undone.
    if (index <= this.deps.view().commitIndex) await store.forgetJournal(index);
  }

  private failed(key: Uint8Array, error: unknown): void {
    this.deps.log.warn('repair.failed', { key: describeKey(key), reason: messageOf(error) });
  }
}
