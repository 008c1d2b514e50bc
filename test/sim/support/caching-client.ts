import { ContentCache } from '../../../src/client/cache/content-cache.js';
import type { CachesBelow } from '../../../src/client/cache/caches-below.js';
import { FileCache } from '../../../src/client/cache/file-cache.js';
import { FileError, HafsError, OutcomeUnknownError, SessionExpiredError } from '../../../src/core/errors.js';
import type { SessionId } from '../../../src/core/ids.js';
import { isQuery, type FileOperation, type FileReply } from '../../../src/core/operation.js';
import { NOTHING_LEASED, type Leased } from '../../../src/core/touched.js';
import { leasable } from '../../../src/volume/leases/leasable.js';
import type { VolumeManager } from '../../../src/volume/volume-manager.js';
import { SimClock } from './sim-clock.js';
import type { SimCluster } from './sim-cluster.js';
import { SimStream } from './sim-stream.js';

const CLOCK_DRIFT_MAX = 0.025;
const KEEP_ALIVE_MS = 500;
const ANSWER_PATIENCE_MS = 1_500;
const RETRY_MS = 30;
/** Some stay in doubt. */
const SLOTS = 200;
const INVALIDATION_MS_MAX = 5;

type Answer = { readonly outcome: FileReply | FileError; readonly leased: Leased };

/** A client that tells from its cache what it may, over streams that keep their order until they break. */
export class CachingClient {
  readonly cache: FileCache;
  readonly contents: ContentCache;
  private readonly clock: SimClock;
  private session: SessionId | undefined;
  private stream: SimStream | undefined;
  private readonly freeSlots = Array.from({ length: SLOTS }, (_, slot) => slot);
  private readonly sequences = new Map<number, number>();
  hits = 0;

  constructor(
    readonly id: number,
    private readonly cluster: SimCluster,
  ) {
    const { scheduler, random } = cluster;
    const rate = random.between(1 - CLOCK_DRIFT_MAX, 1 + CLOCK_DRIFT_MAX);
    this.clock = new SimClock(scheduler, rate, random.between(0, 1e6));
    this.cache = new FileCache(this.clock, this.below());
    this.contents = new ContentCache(this.cache);
  }

  /** Opens its session and keeps it alive from then on. */
  async open(): Promise<void> {
    while (this.stream === undefined) await this.reopen();
    this.beat();
  }

  /** @throws {OutcomeUnknownError} after `deadlineMs`, if it may have been applied. */
  async execute(operation: FileOperation, deadlineMs: number): Promise<FileReply> {
    const known = this.fromCache(operation);
    if (known instanceof FileError) throw known;
    if (known !== undefined) return known;
    const slot = this.freeSlots.pop();
    if (slot === undefined) throw new Error('more operations at once than slots');
    const sequence = (this.sequences.get(slot) ?? 0) + 1;
    this.sequences.set(slot, sequence);
    void this.cache.begun(operation);
    const giveUpAtMs = this.cluster.scheduler.nowMs + deadlineMs;
    const answer = await this.untilAnswered(operation, { slot, sequence }, giveUpAtMs);
    // In doubt for ever: its slot is not used again, and nothing more is told from the cache.
    if (answer === undefined) throw new OutcomeUnknownError('gave up');
    this.freeSlots.unshift(slot);
    if (answer.outcome instanceof Error) throw answer.outcome;
    return answer.outcome;
  }

  private fromCache(operation: FileOperation): FileReply | FileError | undefined {
    const known = this.lookUp(operation);
    if (known !== undefined) this.hits++;
    return known;
  }

  private lookUp(operation: FileOperation): FileReply | FileError | undefined {
    if (operation.kind === 'getattr') {
      const attr = this.cache.attrOf(operation.ino);
      return attr === undefined ? undefined : { kind: 'attr', attr };
    }
    if (operation.kind === 'read') {
      const data = this.contents.read(operation.ino, operation.offsetBytes, operation.lengthBytes);
      return data && { kind: 'data', data };
    }
    if (operation.kind !== 'lookup') return undefined;
    const entry = this.cache.entryOf(operation.parent, operation.name);
    if (entry === undefined) return undefined;
    if (entry.ino === undefined) return new FileError('ENOENT');
    const attr = this.cache.attrOf(entry.ino);
    return attr === undefined ? undefined : { kind: 'entry', attr, created: false };
  }

  private async untilAnswered(
    operation: FileOperation,
    use: { slot: number; sequence: number },
    giveUpAtMs: number,
  ): Promise<Answer | undefined> {
    while (this.cluster.scheduler.nowMs < giveUpAtMs) {
      const { stream } = this;
      const answer = stream === undefined ? undefined : await this.ask(stream, operation, use);
      if (answer !== undefined) return answer;
      await this.pause(RETRY_MS);
    }
    this.cache.ended(operation, new OutcomeUnknownError('gave up'), undefined);
    return undefined;
  }

  /** One try over one stream. @returns `undefined` when it has to be tried again. */
  private ask(
    stream: SimStream,
    operation: FileOperation,
    use: { slot: number; sequence: number },
  ): Promise<Answer | undefined> {
    const session = this.session!;
    return new Promise((resolve) => {
      stream.whenBroken(() => resolve(undefined));
      stream.up((manager) => {
        answerOf(manager, session, operation, use).then(
          (answer) => {
            stream.down(() => {
              const { outcome, leased } = answer();
              return () => {
                const counts =
                  stream === this.stream ? leased : { ...NOTHING_LEASED, changed: leased.changed };
                this.cache.ended(operation, outcome, counts);
                resolve({ outcome, leased });
              };
            });
          },
          () => stream.down(() => () => resolve(undefined)),
        );
      });
    });
  }

  private async reopen(): Promise<void> {
    const { random, nodes } = this.cluster;
    const stream = new SimStream(this.id, random.pick(nodes), this.cluster, (things) =>
      this.cache.recalled(things),
    );
    const askedAtMs = this.clock.monotonicMs();
    const held = [...this.cache.held()];
    const wanted = this.session;
    const opened = new Promise<boolean>((resolve) => {
      stream.whenBroken(() => resolve(false));
      stream.up((manager) => {
        manager.openSession(`client ${this.id}`, wanted).then(
          ({ session }) =>
            stream.down(() => {
              const epoch = manager.leases.connected(session, stream.portOf(session), held);
              return () => {
                this.session = session;
                this.cache.reopened(askedAtMs, epoch);
                this.stream = stream;
                resolve(true);
              };
            }),
          (error: unknown) => {
            if (error instanceof SessionExpiredError) this.cluster.broken.push('a session expired');
            stream.break();
          },
        );
      });
    });
    this.cluster.scheduler.after(ANSWER_PATIENCE_MS, () => {
      if (this.stream !== stream) stream.break();
    });
    if (!(await opened)) await this.pause(RETRY_MS);
  }

  private beat(): void {
    this.cluster.scheduler.after(KEEP_ALIVE_MS, () => {
      void this.keepAlive().then(() => this.beat());
    });
  }

  private async keepAlive(): Promise<void> {
    const { stream, session } = this;
    if (stream === undefined || session === undefined || stream.isBroken) {
      this.stream = undefined;
      await this.reopen();
      return;
    }
    const askedAtMs = this.clock.monotonicMs();
    const returned = [...this.cache.takeReturned()];
    let isAnswered = false;
    stream.up((manager) => {
      manager.keepAlive(session).then(
        () =>
          stream.down(() => {
            const epoch = manager.leases.renewed(session, returned);
            return () => {
              isAnswered = true;
              if (stream !== this.stream) return;
              this.cache.givenBack(returned);
              this.cache.renewed(askedAtMs, epoch);
            };
          }),
        () => stream.down(() => () => stream.break()),
      );
    });
    this.cluster.scheduler.after(ANSWER_PATIENCE_MS, () => {
      if (!isAnswered) stream.break();
    });
  }

  private below(): CachesBelow {
    const { random } = this.cluster;
    return {
      changing: () => undefined,
      invalidate: () => this.pause(random.between(0, INVALIDATION_MS_MAX)),
      unleased: () => undefined,
      readUnleased: () => undefined,
      unleasedBut: () => undefined,
      told: () => [],
    };
  }

  private pause(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      this.cluster.scheduler.after(delayMs, () => resolve());
    });
  }
}

/** What a server would say; what is leased is decided as it is sent. */
async function answerOf(
  manager: VolumeManager,
  session: SessionId,
  operation: FileOperation,
  use: { slot: number; sequence: number },
): Promise<() => Answer> {
  if (isQuery(operation)) {
    const mark = manager.leases.mark();
    const outcome = await manager.query(session, operation).catch(asFileError);
    return () => ({ outcome, leased: leasedOf(manager, session, operation, outcome, mark, undefined) });
  }
  try {
    const { reply, changed, after = [], mark } = await manager.mutate({ session, ...use }, operation);
    return () => ({
      outcome: reply,
      leased: {
        ...leasedOf(manager, session, operation, reply, mark, changed),
        after: after.filter(({ ino }) => mark !== undefined && manager.leases.grant(session, [ino], mark)),
      },
    });
  } catch (error) {
    const refused = asFileError(error);
    return () => ({ outcome: refused, leased: NOTHING_LEASED });
  }
}

function leasedOf(
  manager: VolumeManager,
  session: SessionId,
  operation: FileOperation,
  outcome: FileReply | FileError,
  mark: number | undefined,
  changed: Leased['changed'],
): Leased {
  const { inodes, directories } = leasable(operation, outcome);
  const grant = (inos: typeof inodes): boolean =>
    mark !== undefined && inos.length > 0 && manager.leases.grant(session, inos, mark);
  return { hasInodes: grant(inodes), hasDirectory: grant(directories), changed, after: [] };
}

function asFileError(error: unknown): FileError {
  if (error instanceof FileError) return error;
  if (error instanceof HafsError) throw error;
  throw error;
}
