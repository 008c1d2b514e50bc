/** A change of names that can be taken back until it is synced. */
export interface EntryChange {
  readonly undo: () => unknown;
  /** It is on disk for good. */
  readonly settle?: () => void;
}

/** Changes of names since the last sync, in order. */
export class EntryJournal {
  private changes: EntryChange[] = [];

  get length(): number {
    return this.changes.length;
  }

  add(change: EntryChange): void {
    this.changes.push(change);
  }

  /** Takes back all but the first `keptCount`; those are on disk. */
  rewind(keptCount: number): void {
    for (const change of this.changes.splice(keptCount).reverse()) change.undo();
    this.settle();
  }

  settle(): void {
    for (const change of this.changes.splice(0)) change.settle?.();
  }
}
