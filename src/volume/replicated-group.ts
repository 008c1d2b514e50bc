import { DamagedRecordError, NotManagerError, QuorumLostError } from '../core/errors.js';
import type { BrickId } from '../core/ids.js';
import { MIB } from '../core/limits.js';
import type { Change, Entry } from '../replication/entry.js';
import type { Timer } from '../runtime/clock.js';
import { nobodyObserves } from './observer.js';
import { Replica } from './replica/replica.js';
import type { ReplicaDeps, ReplicaListener } from './replica/replica-ports.js';
import { Repairs } from './repairs.js';
import { ReplicatedState, type StateReader } from './replicated-state.js';

/** Proposed and not yet committed: above either of these, changes wait. */
const PENDING_BYTES_MAX = 16 * MIB;
const PENDING_ENTRIES_MAX = 4_096;
/** How long a change waits for room, a quorum or a new manager's readiness before it is refused. */
const ROOM_WAIT_MS = 3_000;
/** Damaged records that one operation waits for; whoever meets more has met a broken disk. */
const REPAIRS_AN_OPERATION_MAX = 64;
/** Before a new manager tries once more to begin its work. */
const ACTIVATION_RETRY_MS = 500;

/** What a replica set's owner does when its own brick becomes manager, and when it is no longer. */
export interface GroupOwner {
  /** Everything ever acknowledged is known here: load what is needed; changes are let in once this resolves. */
  activate(): Promise<void>;
  deactivate(): void;
  /** Something was committed, here or by another brick's doing. */
  committed(): void;
  /** The brick has failed and stopped. */
  failed(error: unknown): void;
}

type Activation = 'idle' | 'running' | 'done';

/** A replica and the state on top of it: what the volume manager and the pool's catalogue have in common. */
export class ReplicatedGroup implements ReplicaListener {
  readonly replica: Replica;
  readonly repairs: Repairs;
  private readonly state: ReplicatedState;
  private activation: Activation = 'idle';
  private retry: Timer | undefined;
  private isHandingOver = false;
  private readonly waiting = new Set<() => void>();

  constructor(
    private readonly deps: ReplicaDeps,
    private readonly owner: GroupOwner,
  ) {
    this.state = new ReplicatedState(deps.store.kv);
    this.replica = new Replica(deps, this);
    const { replica } = this;
    this.repairs = new Repairs({
      log: deps.log,
      observe: deps.observe ?? nobodyObserves,
      ownCopy: (key) => replica.ownCopy(key),
      peers: () => [...replica.view().peers].filter(([, peer]) => peer.inSync).map(([id]) => id),
      copyOf: (peer, key) => replica.fetch(peer, key),
      watch: (key) => this.state.watch(key),
      room: () => this.room(),
      propose: (edits) => this.propose({ edits }),
      committed: (index) => replica.committed(index),
    });
  }

  read(): StateReader {
    return this.state.read();
  }

  /** What was proposed and is not committed yet. */
  get uncommitted(): { readonly entries: number; readonly bytes: number } {
    return { entries: this.state.pendingEntries, bytes: this.state.pendingBytes };
  }

  /**
   * Resolves once this brick is manager and knows all there is to know.
   * @throws {NotManagerError} | {QuorumLostError} nothing was applied.
   */
  async ready(): Promise<void> {
    if (this.activation === 'done') return;
    await this.until(() => this.activation === 'done', 'the volume manager has no majority of bricks yet');
  }

  /**
   * Planned hand-over: lets nothing more in, waits until all is committed, then asks `to` to take over.
   * @throws {RefusedError} when `to` is not in sync, or things do not come to rest in time.
   */
  async handOver(to: BrickId, isSlow = false): Promise<void> {
    this.isHandingOver = true;
    try {
      const isQuiet = (): boolean => this.replica.view().commitIndex === this.replica.view().tail.index;
      await this.until(isQuiet, 'changes under way did not end in time');
      this.replica.transfer(to, isSlow);
    } finally {
      this.isHandingOver = false;
      this.wake();
    }
  }

  /** Resolves once a change may be proposed. @throws {NotManagerError} | {QuorumLostError} nothing was applied. */
  async room(): Promise<void> {
    if (this.hasRoom()) return;
    await this.until(() => this.hasRoom(), 'fewer bricks are in sync than a write needs');
  }

  /**
   * Proposes at once: the caller's look at the state and this must not be apart. Resolves once committed,
   * with the change's index.
   * @throws {OutcomeUnknownError} this brick stopped being manager meanwhile.
   */
  async propose(change: Partial<Change>): Promise<number> {
    const sync = change.sync === true || this.deps.isEverythingSynced();
    return this.replica.propose([{ edits: [], checkpoint: false, ...change, sync }]);
  }

  /**
   * On the manager: does `work`; a damaged record that it meets is replaced by another brick's, and `work` begins
   * anew. So `work` must have changed nothing before it reads, or stand being done again.
   * @throws {CorruptionError} no brick in sync has a sound copy.
   */
  async mending<T>(work: () => Promise<T>): Promise<T> {
    for (let repairs = 0; ; repairs++) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof DamagedRecordError) || repairs === REPAIRS_AN_OPERATION_MAX) throw error;
        await this.repairs.repair(error.key);
      }
    }
  }

  async stop(): Promise<void> {
    this.deactivate();
    await this.replica.stop();
  }

  becameManager(): void {
    this.activation = 'idle';
  }

  steppedDown(): void {
    this.deactivate();
  }

  committed(index: number): void {
    this.state.settle(index);
    this.activateWhenReady();
    this.owner.committed();
    this.wake();
  }

  proposed(entries: readonly Entry[]): void {
    this.state.add(entries);
  }

  repairWanted(key: Uint8Array): void {
    this.repairs.request(key);
  }

  slowDisk(to: BrickId, atOnce: boolean): void {
    this.deps.log.warn('replication.slow_disk', { successor: to });
    // Not within the event that is being handled.
    Promise.resolve()
      .then(() => (atOnce ? this.replica.transfer(to, true) : this.handOver(to, true)))
      .catch((error: unknown) => this.deps.log.warn('replication.hand_over_failed', { error }));
  }

  healed(): void {
    this.owner.committed();
  }

  failed(error: unknown): void {
    this.deactivate();
    this.owner.failed(error);
  }

  private deactivate(): void {
    this.state.clear();
    this.retry?.stop();
    if (this.activation !== 'idle') this.owner.deactivate();
    this.activation = 'idle';
    this.wake();
  }

  private activateWhenReady(): void {
    if (this.activation !== 'idle' || !this.replica.view().isReady) return;
    this.activation = 'running';
    const { term } = this.replica.view();
    // Not within the event that is being handled: activating proposes changes of its own.
    Promise.resolve()
      .then(() => this.owner.activate())
      .then(() => {
        if (this.replica.view().term === term && this.activation === 'running') this.activation = 'done';
        this.wake();
      })
      .catch((error: unknown) => this.activationFailed(error));
  }

  private activationFailed(error: unknown): void {
    // Stepping down is no failure: the next manager activates anew.
    if (!this.replica.view().isManager) return;
    if (error instanceof QuorumLostError) {
      // What it read was damaged, and no other brick was there to repair it from.
      this.activation = 'idle';
      this.retry = this.deps.clock.after(ACTIVATION_RETRY_MS, () => this.activateWhenReady());
      return;
    }
    this.deps.log.error('volume.activation_failed', { error });
    this.owner.failed(error);
  }

  /** Whether a change may be proposed at this moment. */
  hasRoom(): boolean {
    if (this.isHandingOver) return false;
    const { pendingBytes, pendingEntries } = this.state;
    return this.replica.hasQuorum && pendingBytes < PENDING_BYTES_MAX && pendingEntries < PENDING_ENTRIES_MAX;
  }

  private async until(isReached: () => boolean, otherwise: string): Promise<void> {
    const timeout = new AbortController();
    const timer = this.deps.clock.after(ROOM_WAIT_MS, () => {
      timeout.abort();
      this.wake();
    });
    try {
      while (!isReached()) {
        this.assertManager();
        if (timeout.signal.aborted) throw new QuorumLostError(otherwise);
        await new Promise<void>((resolve) => this.waiting.add(resolve));
      }
    } finally {
      timer.stop();
    }
    this.assertManager();
  }

  private assertManager(): void {
    const view = this.replica.view();
    if (!view.isManager) throw new NotManagerError(view.manager);
  }

  private wake(): void {
    for (const resume of this.waiting) resume();
    this.waiting.clear();
  }
}
