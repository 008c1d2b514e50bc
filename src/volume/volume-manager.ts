import { FileError, InvalidRequestError } from '../core/errors.js';
import type { Edit } from '../core/edit.js';
import type { Ino, SessionId } from '../core/ids.js';
import { SESSION_SLOTS_MAX } from '../core/limits.js';
import type { FileReply, Mutation, OperationId, Query, VolumeSpace } from '../core/operation.js';
import { applyMutation, chunksNeeded, chunksSurveyed } from '../fs/mutate.js';
import { inodeCount, runQuery } from '../fs/query.js';
import type { ChunkSurvey, MutationContext } from '../fs/state-view.js';
import type { KvStore } from '../kv/kv-store.js';
import type { Timer } from '../runtime/clock.js';
import { HISTORY_KEY, historyOf } from '../replication/history.js';
import { firstEdits } from './first-edits.js';
import { InoLocks } from './ino-locks.js';
import { LockWaits } from './lock-waits.js';
import { inosLockedBy } from './locked-inos.js';
import { inosWithData, mustSync } from './mutation-needs.js';
import { orphansHeldBy } from './orphans.js';
import { ReplicatedGroup, type GroupOwner } from './replicated-group.js';
import type { StateReader } from './replicated-state.js';
import type { ReplicaDeps } from './replica/replica-ports.js';
import { earlierReply, replyEdit } from './replies.js';
import { Sessions, type OpenedSession } from './sessions.js';
import { SlotCalls } from './slot-calls.js';
import { isFull, volumeSpace } from './space.js';

const EXPIRY_CHECK_INTERVAL_MS = 1_000;

export interface VolumeManagerEvents {
  readonly committed: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * The file system on one replica set, as its manager serves it: orders mutations, applies each exactly once,
 * and answers queries from what is committed. On a brick that is not manager every call is refused.
 */
export class VolumeManager implements GroupOwner {
  readonly group: ReplicatedGroup;
  private readonly sessions: Sessions;
  private locks = new InoLocks();
  private calls = new SlotCalls();
  private readonly lockWaits: LockWaits;
  private expiryTimer: Timer | undefined;

  constructor(
    private readonly deps: ReplicaDeps,
    private readonly events: VolumeManagerEvents,
  ) {
    this.sessions = new Sessions(deps.clock, deps.random);
    this.lockWaits = new LockWaits(deps.clock);
    this.group = new ReplicatedGroup(deps, this);
  }

  start(): void {
    this.group.replica.start();
  }

  async stop(): Promise<void> {
    await this.group.stop();
  }

  /** A new session, or the one that goes on after a reconnect. @throws {SessionExpiredError} */
  async openSession(client: string, wanted: SessionId | undefined): Promise<OpenedSession> {
    await this.group.ready();
    return this.group.mending(() => this.openSessionOnce(client, wanted));
  }

  private async openSessionOnce(client: string, wanted: SessionId | undefined): Promise<OpenedSession> {
    const reader = this.group.read();
    const history = historyOf(reader.get(HISTORY_KEY));
    if (wanted !== undefined) {
      this.sessions.assertOpen(wanted, reader);
      return { session: wanted, history };
    }
    if (this.sessions.isFull) throw new InvalidRequestError('the volume has as many sessions as it can');
    await this.group.room();
    const session = this.sessions.chooseId();
    await this.group.propose({ edits: [this.sessions.opening(session, client)] });
    return { session, history };
  }

  /** The session lives. @returns unlinked inodes that it is believed to hold. */
  async keepAlive(session: SessionId): Promise<Ino[]> {
    await this.group.ready();
    return this.group.mending(() => {
      this.sessions.assertOpen(session, this.group.read());
      return orphansHeldBy(session, this.deps.store.kv);
    });
  }

  async closeSession(session: SessionId): Promise<void> {
    await this.group.ready();
    await this.group.mending(async () => {
      await this.giveUp(session, orphansHeldBy, (inos) => ({ kind: 'release', inos }));
      await this.giveUp(session, inosLockedBy, (inos) => ({ kind: 'dropLocks', inos }));
    });
    await this.group.room();
    const edits = await this.group.mending(() => this.sessions.closing(session, this.deps.store.kv));
    this.sessions.forget(session);
    this.calls.forget(session);
    await this.group.propose({ edits });
  }

  /**
   * Applies `mutation`, unless the same id was applied before: then its first reply is given again.
   * Resolves once every in-sync brick has it.
   */
  async mutate(id: OperationId, mutation: Mutation): Promise<FileReply> {
    await this.group.ready();
    if (id.slot >= SESSION_SLOTS_MAX) throw new InvalidRequestError(`slot ${id.slot} is out of range`);
    const work = () => this.mutateOnce(id, mutation);
    return this.calls.run(id, () => this.lockWaits.observe(id.session, mutation, work));
  }

  async query(session: SessionId, query: Query): Promise<FileReply> {
    await this.group.ready();
    return this.group.mending(() => this.queryOnce(session, query));
  }

  private async queryOnce(session: SessionId, query: Query): Promise<FileReply> {
    await this.group.replica.confirmLease();
    const reader = this.group.read();
    try {
      this.sessions.assertOpen(session, reader);
      if (query.kind === 'statfs') return { kind: 'space', space: this.space(reader) };
      return await this.whenCommitted(reader, () => runQuery(query, reader, session));
    } finally {
      await reader.release();
    }
  }

  async activate(): Promise<void> {
    await this.group.mending(() => this.begin());
    this.scheduleExpiry();
  }

  private async begin(): Promise<void> {
    const edits = firstEdits(this.group.read(), this.deps.clock.wallTime());
    if (edits.length > 0) await this.group.propose({ edits, sync: true });
    await this.sessions.load(this.deps.store.kv);
  }

  deactivate(): void {
    this.expiryTimer?.stop();
    // Whoever waits for a lock or a reply of the old time must not meet the new.
    this.locks = new InoLocks();
    this.calls = new SlotCalls();
  }

  committed(): void {
    this.events.committed();
  }

  failed(error: unknown): void {
    this.events.failed(error);
  }

  private async mutateOnce(id: OperationId, mutation: Mutation): Promise<FileReply> {
    const unlock = await this.locks.acquire(inosWithData(mutation));
    try {
      // A damaged record is met before anything is proposed, or between two steps, of which each is whole.
      return await this.group.mending(() => this.applyOnce(id, mutation, unlock));
    } finally {
      unlock();
    }
  }

  private async applyOnce(id: OperationId, mutation: Mutation, unlock: () => void): Promise<FileReply> {
    await this.group.room();
    const reader = this.group.read();
    this.sessions.assertOpen(id.session, reader);
    const earlier = earlierReply(reader, id);
    if (earlier !== undefined) {
      await this.group.replica.committed(reader.dependsOnIndex);
      return earlier;
    }
    return this.applyInSteps(id.session, mutation, unlock, (reply) => [replyEdit(id, reply)]);
  }

  /** Most mutations are one change; those that remove very much are several, and only the last is the reply. */
  private async applyInSteps(
    session: SessionId,
    mutation: Mutation,
    unlock: () => void,
    finalEdits: (reply: FileReply) => Edit[],
  ): Promise<FileReply> {
    for (;;) {
      const reader = this.group.read();
      const step = await this.whenRefusedCommitted(reader, async () => {
        this.refuseWhenFull(mutation);
        const survey = chunksSurveyed(mutation, reader, session);
        const surveyed = survey === undefined ? [] : await this.survey(survey);
        const chunks = chunksNeeded(mutation, reader, this.contextFor(session, surveyed));
        if (chunks.length > 0) await reader.load(chunks);
        return this.proposeStep(this.contextFor(session, surveyed), mutation, reader, finalEdits);
      });
      // The next one on this inode sees what was proposed; it need not wait for the commit.
      if (!step.unfinished) unlock();
      await step.committed;
      if (!step.unfinished) return step.reply;
      await this.group.room();
    }
  }

  /** Looks at the state and proposes the change in one go: nothing may come between the two. */
  private proposeStep(
    context: MutationContext,
    mutation: Mutation,
    reader: StateReader,
    finalEdits: (reply: FileReply) => Edit[],
  ) {
    const { edits, reply, unfinished } = applyMutation(mutation, reader, context);
    const all = unfinished ? edits : [...edits, ...finalEdits(reply)];
    const committed = this.group.propose({ edits: all, sync: mustSync(mutation) });
    // Awaited by the caller a few steps later; until then a failure is not an unhandled one.
    committed.catch(() => undefined);
    return { committed, reply, unfinished };
  }

  private refuseWhenFull(mutation: Mutation): void {
    if (isFull(mutation, this.group.replica.view(), this.deps.space())) {
      throw new FileError('ENOSPC', 'a brick is full');
    }
  }

  private contextFor(session: SessionId, surveyed: readonly Uint8Array[]): MutationContext {
    return { now: this.deps.clock.wallTime(), session, sessions: this.sessions.all, surveyed };
  }

  /** Which chunks are stored; they cannot change before the change is proposed, since the inode is locked. */
  private async survey({ from, to, chunksMax, order }: ChunkSurvey): Promise<Uint8Array[]> {
    const reader = this.group.read();
    try {
      return (await reader.scan(from, to, chunksMax, order)).map(({ key }) => key);
    } finally {
      await reader.release();
    }
  }

  private async whenCommitted<T>(reader: StateReader, work: () => Promise<T>): Promise<T> {
    const result = await this.whenRefusedCommitted(reader, work);
    await this.group.replica.committed(reader.dependsOnIndex);
    return result;
  }

  /** A refusal may rest on a change that is not committed yet: it must not be told before that is. */
  private async whenRefusedCommitted<T>(reader: StateReader, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof FileError) await this.group.replica.committed(reader.dependsOnIndex);
      throw error;
    }
  }

  private space(reader: StateReader): VolumeSpace {
    const space = volumeSpace(this.group.replica.view(), this.deps.space());
    return { ...space, inodeCount: inodeCount(reader) };
  }

  /** Lets go of what a session that ends has, some at a time, until nothing is found any more. */
  private async giveUp(
    session: SessionId,
    find: (session: SessionId, store: KvStore) => Promise<Ino[]>,
    mutationFor: (inos: readonly Ino[]) => Mutation,
  ): Promise<void> {
    for (;;) {
      const inos = await find(session, this.deps.store.kv);
      if (inos.length === 0) return;
      await this.group.room();
      const unlock = await this.locks.acquire(inos);
      try {
        await this.applyInSteps(session, mutationFor(inos), unlock, () => []);
      } finally {
        unlock();
      }
    }
  }

  private scheduleExpiry(): void {
    this.expiryTimer?.stop();
    this.expiryTimer = this.deps.clock.after(EXPIRY_CHECK_INTERVAL_MS, () => {
      this.endExpired()
        .catch((error: unknown) => this.deps.log.warn('volume.session_expiry_failed', { error }))
        .finally(() => {
          if (this.group.replica.view().isManager) this.scheduleExpiry();
        })
        .catch(() => undefined);
    });
  }

  private async endExpired(): Promise<void> {
    for (const session of this.sessions.expired()) {
      this.deps.log.info('volume.session_expired', { session });
      await this.closeSession(session);
    }
  }
}
