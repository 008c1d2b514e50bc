import { InvalidRequestError } from '../core/errors.js';
import type { Ino, SessionId } from '../core/ids.js';
import { SESSION_SLOTS_MAX } from '../core/limits.js';
import { CACHE_LEASE_WAITED_MS } from '../core/touched.js';
import type { FileReply, Mutation, OperationId, Query, VolumeSpace } from '../core/operation.js';
import { inodeCount, runQuery } from '../fs/query.js';
import type { Timer } from '../runtime/clock.js';
import { HISTORY_KEY, historyOf } from '../replication/history.js';
import { firstEdits } from './first-edits.js';
import { Leases } from './leases/leases.js';
import { LockWaits } from './lock-waits.js';
import { inosLockedBy } from './locked-inos.js';
import { Mutations, whenRefusedCommitted } from './mutations.js';
import { orphansHeldBy, OrphanRounds } from './orphans.js';
import { ReplicatedGroup, type GroupOwner } from './replicated-group.js';
import type { StateReader } from './replicated-state.js';
import type { ReplicaDeps } from './replica/replica-ports.js';
import { Sessions, type OpenedSession, type SessionOpener } from './sessions.js';
import { SlotCalls, type Mutated } from './slot-calls.js';
import { volumeSpace } from './space.js';

const EXPIRY_CHECK_INTERVAL_MS = 1_000;
/** The owner of sessions in a pool without identities. */
const NOBODY_ASKED = '';

export interface VolumeManagerEvents {
  readonly committed: () => void;
  readonly failed: (error: unknown) => void;
  /** Asked every second: whether the sessions of this owner are to be ended. */
  readonly isRevoked?: (owner: string) => boolean;
}

/**
 * The file system on one replica set, as its manager serves it: orders mutations, applies each exactly once,
 * and answers queries from what is committed. On a brick that is not manager every call is refused.
 */
export class VolumeManager implements GroupOwner {
  readonly group: ReplicatedGroup;
  /** What clients may have in their caches. */
  readonly leases: Leases;
  readonly sessions: Sessions;
  private readonly mutations: Mutations;
  private orphanRounds: OrphanRounds;
  private calls = new SlotCalls();
  private lockWaits: LockWaits;
  private expiryTimer: Timer | undefined;

  constructor(
    private readonly deps: ReplicaDeps,
    private readonly events: VolumeManagerEvents,
  ) {
    this.sessions = new Sessions(deps.clock, deps.random);
    this.lockWaits = new LockWaits(deps.clock);
    this.leases = new Leases(deps.clock);
    this.orphanRounds = new OrphanRounds(deps.store.kv);
    this.group = new ReplicatedGroup(deps, this);
    const { group, leases, sessions } = this;
    this.mutations = new Mutations({ group, leases, sessions, deps });
  }

  start(): void {
    this.group.replica.start();
  }

  async stop(): Promise<void> {
    await this.group.stop();
  }

  /** A new session, or the one that goes on after a reconnect. @throws {SessionExpiredError} */
  async openSession(
    client: string,
    wanted: SessionId | undefined,
    owner = NOBODY_ASKED,
  ): Promise<OpenedSession> {
    await this.group.ready();
    return this.group.mending(() => this.openSessionOnce({ client, owner }, wanted));
  }

  private async openSessionOnce(
    opener: SessionOpener,
    wanted: SessionId | undefined,
  ): Promise<OpenedSession> {
    // The client will trust its caches for a while because this brick has answered.
    await this.group.replica.confirmLease();
    const reader = this.group.read();
    const history = historyOf(reader.get(HISTORY_KEY));
    if (wanted !== undefined) {
      this.sessions.assertOwned(wanted, opener.owner, reader);
      return { session: wanted, history };
    }
    if (this.sessions.isFull) throw new InvalidRequestError('the volume has as many sessions as it can');
    if (this.sessions.hasAll(opener.owner))
      throw new InvalidRequestError('this client has as many sessions as it may');
    await this.group.room();
    const session = this.sessions.chooseId();
    await this.group.propose({ edits: [this.sessions.opening(session, opener)] });
    return { session, history };
  }

  /** The session lives. @returns some unlinked inodes that it is believed to hold, others with the calls that follow. */
  async keepAlive(session: SessionId): Promise<Ino[]> {
    await this.group.ready();
    await this.group.replica.confirmLease();
    return this.group.mending(() => {
      this.sessions.assertOpen(session, this.group.read());
      return this.orphanRounds.next(session);
    });
  }

  /**
   * Ends the session of a client that may be alive: nothing is done for it from now on, and it is over once nobody can be
   * told anything from the client's caches any more.
   * @throws {SessionExpiredError} there is no such session.
   */
  async evictSession(session: SessionId): Promise<void> {
    await this.group.ready();
    this.sessions.assertOpen(session, this.group.read());
    await this.cutOff(session, 'this client was sent away by an administrator (hafs volume evict)');
  }

  private async cutOff(session: SessionId, why: string): Promise<void> {
    do {
      this.sessions.bar(session, why);
      // Were the session gone at once, a new manager would not wait for what the client may still tell from its caches.
      await this.deps.clock.sleep(CACHE_LEASE_WAITED_MS);
      await this.group.ready();
      // Else another brick was manager meanwhile, and has let the client in again.
    } while (!this.sessions.isBarred(session));
    await this.closeSession(session);
  }

  async closeSession(session: SessionId): Promise<void> {
    await this.group.ready();
    const reader = this.group.read();
    const isKnown = await this.group.mending(() => Promise.resolve(this.sessions.isKnown(session, reader)));
    // To find what it holds means to look at all orphans and locks of the volume: once is enough.
    if (!isKnown) {
      this.forget(session);
      await this.group.replica.committed(reader.dependsOnIndex);
      return;
    }
    await this.group.mending(async () => {
      await this.mutations.giveUp(session, orphansHeldBy, (inos) => ({ kind: 'release', inos }));
      await this.mutations.giveUp(session, inosLockedBy, (inos) => ({ kind: 'dropLocks', inos }));
    });
    await this.group.room();
    const edits = await this.group.mending(() => this.sessions.closing(session, this.deps.store.kv));
    this.forget(session);
    await this.group.propose({ edits });
  }

  private forget(session: SessionId): void {
    this.sessions.forget(session);
    this.calls.forget(session);
    this.orphanRounds.forget(session);
    this.leases.ended(session);
  }

  /**
   * Applies `mutation`, unless the same id was applied before: then its first reply is given again.
   * Resolves once every in-sync brick has it. No other client has what it touches in its cache by then.
   */
  async mutate(id: OperationId, mutation: Mutation): Promise<Mutated> {
    this.group.replica.noteUse();
    await this.group.ready();
    if (id.slot >= SESSION_SLOTS_MAX) throw new InvalidRequestError(`slot ${id.slot} is out of range`);
    const work = () => this.mutations.apply(id, mutation);
    return this.calls.run(id, () => this.lockWaits.observe(id.session, mutation, work));
  }

  async query(session: SessionId, query: Query): Promise<FileReply> {
    this.group.replica.noteUse();
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
    this.leases.activate(this.sessions.all);
  }

  deactivate(): void {
    this.expiryTimer?.stop();
    // Whoever waits for a lock or a reply of the old time must not meet the new.
    this.mutations.reset();
    this.calls = new SlotCalls();
    this.orphanRounds = new OrphanRounds(this.deps.store.kv);
    this.lockWaits = new LockWaits(this.deps.clock);
    this.leases.deactivate();
  }

  committed(): void {
    this.events.committed();
  }

  failed(error: unknown): void {
    this.events.failed(error);
  }

  private async whenCommitted<T>(reader: StateReader, work: () => Promise<T>): Promise<T> {
    const result = await whenRefusedCommitted(this.group, reader, work);
    await this.group.replica.committed(reader.dependsOnIndex);
    return result;
  }

  private space(reader: StateReader): VolumeSpace {
    const space = volumeSpace(this.group.replica.view(), this.deps.space());
    return { ...space, inodeCount: inodeCount(reader) };
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
    const revoked = this.sessions.ownedBy((owner) => this.events.isRevoked?.(owner) === true);
    for (const session of revoked) this.deps.log.warn('volume.session_revoked', { session });
    await Promise.all(
      revoked.map((session) =>
        this.cutOff(session, 'the credential of this client was revoked (hafs client revoke)'),
      ),
    );
  }
}
