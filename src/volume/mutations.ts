import type { Attr } from '../core/attr.js';
import type { Edit } from '../core/edit.js';
import { FileError, InvalidRequestError, NotManagerError, SessionExpiredError } from '../core/errors.js';
import type { Ino, SessionId } from '../core/ids.js';
import type { FileReply, Mutation, OperationId } from '../core/operation.js';
import { applyMutation, chunksNeeded, chunksSurveyed } from '../fs/mutate.js';
import type { OperationOf } from '../fs/operation-of.js';
import type { ChunkSurvey, MutationContext } from '../fs/state-view.js';
import { findInode, findOrphan } from '../fs/state.js';
import { touchedBy } from '../fs/touched.js';
import type { KvStore } from '../kv/kv-store.js';
import { InoLocks } from './ino-locks.js';
import type { Clearing } from './leases/clearing.js';
import type { Leases } from './leases/leases.js';
import { LoadBudget } from './load-budget.js';
import { inosWithData, mustSync, spanOf } from './mutation-needs.js';
import type { ReplicaDeps } from './replica/replica-ports.js';
import type { ReplicatedGroup } from './replicated-group.js';
import type { StateReader } from './replicated-state.js';
import { earlierReply, replyEdit } from './replies.js';
import type { Sessions } from './sessions.js';
import type { Mutated } from './slot-calls.js';
import { isFull } from './space.js';

export interface MutationParts {
  readonly group: ReplicatedGroup;
  readonly leases: Leases;
  readonly sessions: Sessions;
  readonly deps: ReplicaDeps;
}

/** What an operation has while it is being applied. */
interface Holds {
  readonly unlock: () => void;
  readonly clearing: Clearing;
  /** Those of this brick's time as manager in which the change was begun. */
  readonly locks: InoLocks;
}

type Release = OperationOf<'release'>;

/** What the volume remembers of an operation, so that it has one effect. */
interface OperationRecord {
  /** Looked at in the same go in which the change is proposed. @throws when it may not be applied any more. */
  readonly isApplied: (reader: StateReader) => boolean;
  readonly finalEdits: (reply: FileReply) => Edit[];
}

/** The volume's own doing: done twice it is done once. */
const NO_RECORD: OperationRecord = { isApplied: () => false, finalEdits: () => [] };

/** Says what the state is, and not what has become of the attempt. */
const isVerdict = (error: unknown): boolean =>
  error instanceof FileError || error instanceof SessionExpiredError || error instanceof InvalidRequestError;

/** Applies mutations on the manager: each sees the one before, is out of others' caches first, and is proposed whole. */
export class Mutations {
  private locks = new InoLocks();
  private readonly loads = new LoadBudget();

  constructor(private readonly parts: MutationParts) {}

  /** Whoever waits for an inode of the old time must not meet the new. */
  reset(): void {
    this.locks = new InoLocks();
  }

  async apply(id: OperationId, asked: Mutation): Promise<Mutated> {
    const mutation = asked.kind === 'release' ? await this.narrowed(asked, id.session) : asked;
    const { locks } = this;
    const unlock = await locks.acquire(inosWithData(mutation));
    const clearing = this.parts.leases.clearing(id.session);
    try {
      // A damaged record is met before anything is proposed, or between two steps, of which each is whole.
      return await this.parts.group.mending(() => this.applyOnce(id, mutation, { locks, unlock, clearing }));
    } catch (error) {
      // A refusal tells what is, as a read does: another brick may be manager and have changed it.
      if (isVerdict(error)) await this.parts.group.replica.confirmLease();
      throw error;
    } finally {
      clearing.end();
      unlock();
    }
  }

  /** Without what the session does not hold: nothing would become of it, and its lock would hold up whoever writes there. */
  private async narrowed(release: Release, session: SessionId): Promise<Release> {
    const reader = this.parts.group.read();
    const isHeld = (ino: Ino) => findOrphan(reader, ino)?.holders.includes(session) === true;
    return this.parts.group.mending(() => Promise.resolve({ ...release, inos: release.inos.filter(isHeld) }));
  }

  private async applyOnce(id: OperationId, mutation: Mutation, holds: Holds): Promise<Mutated> {
    for (;;) {
      await this.parts.group.room();
      const reader = this.parts.group.read();
      const earlier = this.earlierReply(id, reader);
      if (earlier !== undefined) {
        await this.parts.group.replica.committed(reader.dependsOnIndex);
        return { reply: earlier };
      }
      const mutated = await this.applyInSteps(id.session, mutation, holds, {
        isApplied: (now) => this.earlierReply(id, now) !== undefined,
        finalEdits: (reply) => [replyEdit(id, reply)],
      });
      if (mutated !== 'applied meanwhile') return mutated;
    }
  }

  /** @throws {SessionExpiredError} @throws {InvalidRequestError} when the slot has gone on to a newer operation. */
  private earlierReply(id: OperationId, reader: StateReader): FileReply | undefined {
    this.parts.sessions.assertOpen(id.session, reader);
    return earlierReply(reader, id);
  }

  /** Most mutations are one change; those that remove very much are several, and only the last is the reply. */
  private async applyInSteps(
    session: SessionId,
    mutation: Mutation,
    holds: Holds,
    record: OperationRecord,
  ): Promise<Mutated | 'applied meanwhile'> {
    const { unlock, clearing } = holds;
    for (;;) {
      const step = await this.takeStep(session, mutation, holds, record);
      if (step === 'again') continue;
      if (step === 'applied meanwhile') return step;
      // The next one on this inode sees what was proposed; it need not wait for the commit.
      if (!step.unfinished) unlock();
      const changed = step.unfinished ? [] : clearing.end();
      const mark = this.parts.leases.mark();
      const after = await this.attrsOf(changed, step.reply);
      await step.committed;
      if (!step.unfinished) return { reply: step.reply, changed, after, mark };
      await this.parts.group.room();
    }
  }

  /** What it has brought into memory is of no use once the change is proposed, and is let go of then. */
  private async takeStep(
    session: SessionId,
    mutation: Mutation,
    { locks, clearing }: Holds,
    record: OperationRecord,
  ) {
    const { group } = this.parts;
    const reader = group.read();
    return whenRefusedCommitted(group, reader, async () => {
      this.refuseWhenFull(mutation);
      await clearing.clear(() => touchedBy(mutation, reader));
      const survey = chunksSurveyed(mutation, reader, session);
      const surveyed = survey === undefined ? [] : await this.survey(survey, locks);
      const chunks = chunksNeeded(mutation, reader, this.contextFor(session, surveyed));
      return this.withLoaded(chunks, reader, locks, async () => {
        // Others that found room together with this one may have taken it. Who waits longest is woken first.
        while (!group.hasRoom()) await group.room();
        this.refuseUnlessCurrent(locks);
        // Another change may have come in between: a name may stand for another inode.
        if (!clearing.isClear(touchedBy(mutation, reader))) return 'again' as const;
        // So may another try of this operation, or the slot's next one, whose client has given this one up.
        if (record.isApplied(reader)) return 'applied meanwhile' as const;
        return this.proposeStep(this.contextFor(session, surveyed), mutation, reader, record);
      });
    });
  }

  private async withLoaded<T>(
    chunks: readonly Uint8Array[],
    reader: StateReader,
    locks: InoLocks,
    work: () => Promise<T>,
  ): Promise<T> {
    if (chunks.length === 0) return work();
    const unload = await this.loads.take(chunks.length);
    try {
      this.refuseUnlessCurrent(locks);
      await reader.load(chunks);
      return await work();
    } finally {
      unload();
    }
  }

  /** Another may have been manager since it was begun, and what it has locked, cleared and loaded is of that time. */
  private refuseUnlessCurrent(locks: InoLocks): void {
    if (this.locks !== locks) throw new NotManagerError(undefined);
  }

  /** Looks at the state and proposes the change in one go: nothing may come between the two. */
  private proposeStep(
    context: MutationContext,
    mutation: Mutation,
    reader: StateReader,
    { finalEdits }: OperationRecord,
  ) {
    const { edits, reply, unfinished } = applyMutation(mutation, reader, context);
    const all = unfinished ? edits : [...edits, ...finalEdits(reply)];
    const committed = this.parts.group.propose({ edits: all, sync: mustSync(mutation) });
    // Awaited by the caller a few steps later; until then a failure is not an unhandled one.
    committed.catch(() => undefined);
    return { committed, reply, unfinished };
  }

  /** Of those that are still there, and that the reply does not tell. */
  private async attrsOf(inos: readonly Ino[], reply: FileReply): Promise<Attr[]> {
    const told = 'attr' in reply ? reply.attr.ino : undefined;
    const reader = this.parts.group.read();
    try {
      return inos.flatMap((ino) => (ino === told ? [] : (findInode(reader, ino)?.attr ?? [])));
    } finally {
      await reader.release();
    }
  }

  private refuseWhenFull(mutation: Mutation): void {
    if (isFull(mutation, this.parts.group.replica.view(), this.parts.deps.space())) {
      throw new FileError('ENOSPC', 'a brick is full');
    }
  }

  private contextFor(session: SessionId, surveyed: readonly Uint8Array[]): MutationContext {
    return { now: this.parts.deps.clock.wallTime(), session, sessions: this.parts.sessions.all, surveyed };
  }

  /** Which chunks are stored; they cannot change before the change is proposed, since the inode is locked. */
  private async survey(survey: ChunkSurvey, locks: InoLocks): Promise<Uint8Array[]> {
    const { from, to, chunksMax, order } = survey;
    // With the keys come the chunks themselves.
    const unload = await this.loads.take(spanOf(survey));
    const reader = this.parts.group.read();
    try {
      this.refuseUnlessCurrent(locks);
      return (await reader.scan(from, to, chunksMax, order)).map(({ key }) => key);
    } finally {
      unload();
      await reader.release();
    }
  }

  /** Lets go of what a session that ends has, some at a time, until nothing is found any more. */
  async giveUp(
    session: SessionId,
    find: (session: SessionId, store: KvStore) => Promise<Ino[]>,
    mutationFor: (inos: readonly Ino[]) => Mutation,
  ): Promise<void> {
    for (;;) {
      const inos = await find(session, this.parts.deps.store.kv);
      if (inos.length === 0) return;
      await this.parts.group.room();
      const { locks } = this;
      const unlock = await locks.acquire(inos);
      const clearing = this.parts.leases.clearing(session);
      try {
        await this.applyInSteps(session, mutationFor(inos), { locks, unlock, clearing }, NO_RECORD);
      } finally {
        clearing.end();
        unlock();
      }
    }
  }
}

/** A refusal may rest on a change that is not committed yet: it must not be told before that is. */
export async function whenRefusedCommitted<T>(
  group: ReplicatedGroup,
  reader: StateReader,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FileError) await group.replica.committed(reader.dependsOnIndex);
    throw error;
  }
}
