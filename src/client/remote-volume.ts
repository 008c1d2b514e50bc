import { FileError, InvalidRequestError, RefusedError } from '../core/errors.js';
import type { Ino } from '../core/ids.js';
import { IO_SIZE_BYTES_MAX } from '../core/limits.js';
import type { FileOperation, FileReply } from '../core/operation.js';
import { NOTHING_LEASED, type Leased } from '../core/touched.js';
import type { Timer } from '../runtime/clock.js';
import { Admission } from './admission.js';
import { Courier } from './courier.js';
import { fenceAt } from './fence.js';
import type { FileVolume, VolumeRoot } from './file-volume.js';
import type { OwnIdentity } from './own-identity.js';
import { PendingOperation } from './pending-operation.js';
import { SessionLink } from './session-link.js';
import type { OpenerDeps } from './session-opener.js';
import { UnsyncedChanges } from './unsynced-changes.js';
import { errorAtTimeout } from './verdict.js';

/** Who waits for an operation's outcome. */
interface Caller {
  readonly resolve: (reply: FileReply) => void;
  readonly reject: (error: Error) => void;
  readonly timer: Timer;
}

export interface RemoteVolumeDeps extends OpenerDeps {
  readonly operationTimeoutMs: number;
  readonly identity: OwnIdentity;
}

/** A volume somewhere on the network. `connectVolume` makes one. */
export class RemoteVolume implements FileVolume {
  private readonly link: SessionLink;
  private readonly courier: Courier;
  private readonly admission = new Admission((pending) => this.courier.add(pending));
  private readonly unsynced = new UnsyncedChanges();
  private readonly callers = new Map<PendingOperation, Caller>();
  private readonly orphanListeners: ((inos: readonly Ino[]) => void)[] = [];
  /** What every further operation is refused with. */
  private refusal: Error | undefined;
  private closing: Promise<void> | undefined;
  private ending: Promise<void> | undefined;
  private wakeIdle: () => void = () => undefined;

  constructor(private readonly deps: RemoteVolumeDeps) {
    this.courier = new Courier({
      clock: deps.clock,
      random: deps.random,
      passes: deps.passes,
      finished: (pending, outcome, leased) => this.finished(pending, outcome, leased),
      notManager: (stream, manager) => this.link.notManager(stream, manager),
      expired: (error) => this.expire(error),
    });
    this.link = new SessionLink(deps, {
      opened: (stream, history) => {
        this.unsynced.follow(history);
        this.courier.use(stream);
      },
      drained: () => this.courier.sendQueued(),
      left: (stream) => this.courier.leave(stream),
      lost: (stream) => this.courier.lost(stream),
      orphans: (inos) => this.orphaned(inos),
      expired: (error) => this.expire(error),
    });
  }

  /** To be called once, before anything else. @throws {HafsError} it cannot be had; nothing is left behind. */
  async open(timeoutMs: number): Promise<void> {
    try {
      await this.link.start(timeoutMs);
      this.deps.identity.watch();
    } catch (error) {
      await this.link.stop();
      throw error;
    }
  }

  execute(operation: FileOperation): Promise<FileReply> {
    if (this.refusal !== undefined) return Promise.reject(this.refusal);
    return new Promise((resolve, reject) => {
      const pending = new PendingOperation(operation);
      if (pending.dataBytes > IO_SIZE_BYTES_MAX) throw new InvalidRequestError('too much data for one write');
      const timer = this.deps.clock.after(this.deps.operationTimeoutMs, () => this.timeUp(pending));
      this.callers.set(pending, { resolve, reject, timer });
      const caches = this.deps.keeper?.begun(operation);
      if (caches === undefined) this.enter(pending);
      else
        caches
          .then(() => this.enter(pending))
          .catch((error: unknown) => this.tell(pending, asError(error), NOTHING_LEASED));
    });
  }

  private enter(pending: PendingOperation): void {
    if (!this.callers.has(pending)) return; // Its time was up before it began.
    try {
      this.admission.enter(pending);
      pending.isEntered = true;
    } catch (error) {
      this.tell(pending, asError(error), NOTHING_LEASED);
    }
  }

  get root(): VolumeRoot | undefined {
    return this.link.root;
  }

  onOrphans(listener: (inos: readonly Ino[]) => void): void {
    this.orphanListeners.push(listener);
  }

  close(): Promise<void> {
    this.closing ??= this.closeOnce();
    return this.closing;
  }

  private async closeOnce(): Promise<void> {
    this.refusal ??= new RefusedError('the volume has been closed');
    // Each has its time limit, and no more come in.
    while (this.callers.size > 0) await new Promise<void>((resolve) => (this.wakeIdle = resolve));
    this.deps.identity.stop();
    await this.link.farewell();
    await this.link.stop();
    this.courier.failAll(this.refusal);
  }

  private finished(pending: PendingOperation, outcome: FileReply | Error, leased?: Leased): void {
    if (!this.callers.has(pending)) {
      this.fenceFinished(pending, outcome);
      return;
    }
    this.admission.leave(pending);
    this.tell(pending, outcome, leased);
  }

  private tell(pending: PendingOperation, outcome: FileReply | Error, leased?: Leased): void {
    const caller = this.callers.get(pending);
    this.callers.delete(pending);
    caller?.timer.stop();
    this.deps.keeper?.ended(pending.operation, outcome, leased);
    const told = outcome instanceof Error ? outcome : this.vouchedFor(pending, outcome);
    if (told instanceof Error) caller?.reject(told);
    else caller?.resolve(told);
    if (this.callers.size === 0) this.wakeIdle();
  }

  private vouchedFor({ operation }: PendingOperation, reply: FileReply): FileReply | Error {
    try {
      this.unsynced.applied(operation, reply);
      return reply;
    } catch (error) {
      if (error instanceof FileError) return error;
      throw error;
    }
  }

  private timeUp(pending: PendingOperation): void {
    const { mayBeApplied, operation } = pending;
    const { operationTimeoutMs: timeoutMs } = this.deps;
    if (pending.isEntered && !this.admission.withdraw(pending)) {
      this.courier.withdraw(pending);
      if (mayBeApplied) this.fence(pending);
      else this.admission.leave(pending);
    }
    const leased = mayBeApplied ? undefined : NOTHING_LEASED;
    this.tell(pending, errorAtTimeout({ kind: operation.kind, mayBeApplied, timeoutMs }), leased);
  }

  private fence(pending: PendingOperation): void {
    const use = this.admission.leaveSlotHeld(pending);
    this.deps.log.warn('client.outcome_unknown', { operation: pending.operation.kind, ...use });
    this.courier.add(fenceAt(use));
  }

  private fenceFinished(fence: PendingOperation, outcome: FileReply | Error): void {
    // Without the volume's word the slot stays out of use.
    if (outcome instanceof Error) this.deps.log.warn('client.slot_retired', { ...fence.use, error: outcome });
    else {
      this.admission.leave(fence);
      this.deps.keeper?.settled();
    }
  }

  private orphaned(inos: readonly Ino[]): void {
    for (const listener of this.orphanListeners) listener(inos);
  }

  private expire(error: Error): void {
    if (this.ending !== undefined) return;
    this.deps.log.warn('client.session_ended', { error });
    this.deps.identity.stop();
    this.refusal = error;
    this.ending = this.link.stop();
    this.courier.failAll(error);
    for (const pending of this.callers.keys()) this.tell(pending, error);
  }
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
