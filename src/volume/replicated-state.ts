import { bytesToMapKey, compareBytes, mapKeyToBytes } from '../core/bytes.js';
import type { KvEntry, KvSnapshot, KvStore } from '../kv/kv-store.js';
import type { Entry } from '../replication/entry.js';
import { MEMBERS_KEY } from './replica/brick-records.js';

const MEMBERS_MAP_KEY = bytesToMapKey(MEMBERS_KEY);

interface PendingValue {
  readonly index: number;
  readonly value: Uint8Array | undefined;
}

/** Looks out for changes of one key. A change writes the whole value, on every brick. */
export interface KeyWatch {
  /** The newest change of the key that is not committed, or was not when it was noticed. */
  readonly touchedIndex: number | undefined;
  /** This brick stopped being manager: it was not told everything. */
  readonly isOver: boolean;
  end(): void;
}

interface Watching {
  readonly mapKey: string;
  touchedIndex: number | undefined;
  isOver: boolean;
}

/** The state that the next change will find: the store, and on top of it what is not committed yet. */
export class ReplicatedState {
  private readonly pending = new Map<string, PendingValue>();
  private readonly entries: Entry[] = [];
  private readonly watches = new Set<Watching>();
  private bytes = 0;

  constructor(private readonly store: KvStore) {}

  /** Changes have got their places; they count from here on. */
  add(entries: readonly Entry[]): void {
    for (const entry of entries) {
      this.entries.push(entry);
      this.bytes += entry.sizeBytes;
      for (const { key, value } of entry.edits) {
        this.pending.set(bytesToMapKey(key), { index: entry.index, value });
      }
      this.tellWatches(entry);
    }
  }

  /** Everything up to `index` is in the store on a majority: it need not be remembered here. */
  settle(index: number): void {
    let count = 0;
    for (const entry of this.entries) {
      if (entry.index > index) break;
      count++;
      this.bytes -= entry.sizeBytes;
      for (const { key } of entry.edits) this.forget(key, entry.index);
    }
    this.entries.splice(0, count);
  }

  /** This brick is no longer manager: what is pending is for the next manager to decide. */
  clear(): void {
    this.pending.clear();
    this.entries.length = 0;
    this.bytes = 0;
    for (const watch of this.watches) watch.isOver = true;
  }

  /** Tells of changes of `key` that are pending, and of those that come until the watch is ended. */
  watch(key: Uint8Array): KeyWatch {
    const watching: Watching = { mapKey: bytesToMapKey(key), touchedIndex: undefined, isOver: false };
    for (const entry of this.entries) touch(watching, entry);
    this.watches.add(watching);
    return {
      get touchedIndex() {
        return watching.touchedIndex;
      },
      get isOver() {
        return watching.isOver;
      },
      end: () => void this.watches.delete(watching),
    };
  }

  private tellWatches(entry: Entry): void {
    for (const watching of this.watches) touch(watching, entry);
  }

  /** Bytes proposed and not yet committed. */
  get pendingBytes(): number {
    return this.bytes;
  }

  get pendingEntries(): number {
    return this.entries.length;
  }

  read(): StateReader {
    return new StateReader(this.store, this.pending);
  }

  private forget(key: Uint8Array, index: number): void {
    const mapKey = bytesToMapKey(key);
    if (this.pending.get(mapKey)?.index === index) this.pending.delete(mapKey);
  }
}

function touch(watching: Watching, entry: Entry): void {
  const { mapKey } = watching;
  const isMembers = entry.members !== undefined && mapKey === MEMBERS_MAP_KEY;
  if (isMembers || entry.edits.some(({ key }) => bytesToMapKey(key) === mapKey)) {
    watching.touchedIndex = entry.index;
  }
}

/**
 * One operation's look at the state. Notes the newest uncommitted change that it has seen: nothing may be
 * answered before that is committed.
 */
export class StateReader {
  private seenIndex = 0;
  private snapshot: KvSnapshot | undefined;
  private captured: ReadonlyMap<string, PendingValue> | undefined;
  private readonly loaded = new Map<string, Uint8Array | undefined>();

  constructor(
    private readonly store: KvStore,
    private readonly pending: ReadonlyMap<string, PendingValue>,
  ) {}

  /** Place in the order that must be committed before anything is said about what was read. */
  get dependsOnIndex(): number {
    return this.seenIndex;
  }

  get(key: Uint8Array): Uint8Array | undefined {
    const mapKey = bytesToMapKey(key);
    const pending = this.pending.get(mapKey);
    if (pending !== undefined) return this.see(pending);
    if (this.loaded.has(mapKey)) return this.loaded.get(mapKey);
    return this.store.getSync(key);
  }

  /** Reads chunks ahead, off the event loop. They must not change until they are used. */
  async load(keys: readonly Uint8Array[]): Promise<void> {
    const missing = keys.filter((key) => !this.pending.has(bytesToMapKey(key)));
    const values = await this.store.getMany(missing);
    for (const [place, key] of missing.entries()) this.loaded.set(bytesToMapKey(key), values[place]);
  }

  async getMany(keys: readonly Uint8Array[]): Promise<(Uint8Array | undefined)[]> {
    const pending = this.captured ?? this.pending;
    const found = keys.map((key) => pending.get(bytesToMapKey(key)));
    const missing = keys.filter((_, place) => found[place] === undefined);
    const stored = await this.atThisMoment().getMany(missing);
    let next = 0;
    return found.map((value) => (value === undefined ? stored[next++] : this.see(value)));
  }

  async scan(
    from: Uint8Array,
    to: Uint8Array,
    entriesMax: number,
    order: 'ascending' | 'descending' = 'ascending',
  ): Promise<KvEntry[]> {
    const isReverse = order === 'descending';
    const snapshot = this.atThisMoment();
    const changed = this.changedBetween(from, to);
    const entries: KvEntry[] = [];
    // Each pending removal may hide one stored entry.
    const range = { from, to, entriesMax: entriesMax + changed.size, reverse: isReverse };
    for await (const entry of snapshot.scan(range)) {
      if (!changed.has(bytesToMapKey(entry.key))) entries.push(entry);
    }
    for (const [mapKey, pending] of changed) {
      const value = this.see(pending);
      if (value !== undefined) entries.push({ key: mapKeyToBytes(mapKey), value });
    }
    const direction = isReverse ? -1 : 1;
    return entries.sort((a, b) => direction * compareBytes(a.key, b.key)).slice(0, entriesMax);
  }

  async release(): Promise<void> {
    await this.snapshot?.release();
  }

  /** From the first call on, everything is read as it was then. */
  private atThisMoment(): KvSnapshot {
    this.captured ??= new Map(this.pending);
    this.snapshot ??= this.store.snapshot();
    return this.snapshot;
  }

  private changedBetween(from: Uint8Array, to: Uint8Array): Map<string, PendingValue> {
    const low = bytesToMapKey(from);
    const high = bytesToMapKey(to);
    const changed = new Map<string, PendingValue>();
    for (const [key, value] of this.captured ?? this.pending)
      if (key >= low && key < high) changed.set(key, value);
    return changed;
  }

  private see(pending: PendingValue): Uint8Array | undefined {
    this.seenIndex = Math.max(this.seenIndex, pending.index);
    return pending.value;
  }
}
