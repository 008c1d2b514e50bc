import { NotManagerError, RefusedError } from '../../core/errors.js';
import type { BrickId } from '../../core/ids.js';
import type { Effect } from '../../replication/core-state.js';
import type { Change } from '../../replication/entry.js';
import { quorumSize } from '../../replication/entry.js';
import type { Message, Standing } from '../../replication/message.js';
import type { CoreView, Event } from '../../replication/core-events.js';
import { ReplicaCore } from '../../replication/replica-core.js';
import { nobodyObserves, type Observer } from '../observer.js';
import { tellOfBrick } from './brick-tidings.js';
import type { Checkpoints } from './checkpoints.js';
import { CommitWaiters } from './commit-waiters.js';
import type { Copy } from './fetches.js';
import type { Heals } from './heals.js';
import { leaseConfirmed } from './lease-wait.js';
import type { ReplicaMessage } from './replica-message.js';
import type { Scrub } from './scrub.js';
import { ReplicaParts } from './replica-parts.js';
import type { ReplicaDeps, ReplicaListener } from './replica-ports.js';
import { ServiceWord, type ServiceSight } from './service-sight.js';
import { TickTimer } from './tick-timer.js';

/** One brick at work: drives the pure core with a real clock, store and network. */
export class Replica {
  private readonly core: ReplicaCore;
  private readonly parts: ReplicaParts;
  private readonly waiters = new CommitWaiters();
  readonly word: ServiceWord;
  private readonly observe: Observer;
  private readonly events: Event[] = [];
  private isHandling = false;
  private isStopped = false;
  private readonly timer: TickTimer;
  private usedAtMs = -Infinity;

  constructor(
    private readonly deps: ReplicaDeps,
    private readonly listener: ReplicaListener,
  ) {
    const { store } = deps;
    this.timer = new TickTimer(deps.clock, () => this.post({ kind: 'tick' }));
    this.observe = deps.observe ?? nobodyObserves;
    this.word = new ServiceWord(deps);
    this.core = new ReplicaCore(
      store.restored(),
      deps.clock.monotonicMs(),
      deps.random.unit(),
      deps.windowLimits,
    );
    // A read may be what shows it; without its store this brick must not go on as manager.
    store.kv.onFailure((error) => this.fail(error));
    this.parts = new ReplicaParts(deps, {
      view: () => this.view(),
      post: (event) => this.post(event),
      lastUsedAtMs: () => this.usedAtMs,
      healed: () => this.listener.healed(),
      repairWanted: (key) => this.listener.repairWanted(key),
      failed: (error) => this.fail(error),
    });
  }

  get heals(): Heals {
    return this.parts.heals;
  }

  get checkpoints(): Checkpoints {
    return this.parts.checkpoints;
  }

  get scrub(): Scrub {
    return this.parts.scrub;
  }

  /** A client has asked for something of its files: heals leave it its share. */
  noteUse(): void {
    this.usedAtMs = this.deps.clock.monotonicMs();
  }

  /** When a client last did, on the clock's monotonic time. */
  get lastUsedAtMs(): number {
    return this.usedAtMs;
  }

  start(): void {
    this.parts.start();
    this.schedule();
  }

  view(): CoreView {
    return this.core.view(this.deps.clock.monotonicMs());
  }

  /** What clients get, as far as this brick knows. */
  service(): ServiceSight {
    return this.word.sight(this.view());
  }

  receive(from: BrickId, message: ReplicaMessage): void {
    const forCore = this.parts.receive(from, message);
    if (forCore === undefined) return;
    this.post({ kind: 'message', from, message: forCore });
    if (forCore.kind === 'heartbeat') this.word.note(from, forCore);
  }

  linkDown(peer: BrickId): void {
    this.heals.abort(peer);
    this.post({ kind: 'linkDown', peer });
  }

  /**
   * Gives `changes` their places and resolves once they are committed. @returns the last one's index.
   * @throws {NotManagerError} nothing was applied.
   * @throws {OutcomeUnknownError} this brick stopped being manager meanwhile.
   */
  async propose(changes: readonly Change[]): Promise<number> {
    // While a term or vote is being saved this brick is about to be something else.
    if (!this.view().isManager || this.isStopped || this.isHandling)
      throw new NotManagerError(this.view().manager);
    this.post({ kind: 'propose', changes });
    const { index } = this.view().tail;
    await this.committed(index);
    return index;
  }

  /** Resolves once everything up to `index` is committed. @throws {OutcomeUnknownError} as `propose`. */
  async committed(index: number): Promise<void> {
    if (index > this.view().commitIndex) await this.waiters.wait(index);
  }

  /** Resolves once no other brick can be manager, from before this call on until after it. */
  confirmLease(): Promise<void> {
    return leaseConfirmed(() => this.view(), this.deps.clock);
  }

  get hasQuorum(): boolean {
    const view = this.view();
    return view.isReady && view.inSyncCount >= quorumSize(view.members.length);
  }

  addLearner(peer: BrickId): void {
    this.post({ kind: 'addLearner', peer });
  }

  /** Hands over as things stand: the successor commits what is under way, since it has all that was acknowledged. */
  transfer(to: BrickId, isSlow: boolean): void {
    if (this.view().peers.get(to)?.inSync !== true) {
      throw new RefusedError(`brick ${to} is not in sync, so it cannot become volume manager`);
    }
    this.post({ kind: 'transfer', to, isSlow });
  }

  /** Whether this brick lets the others stand for election first. */
  setReluctant(isReluctant: boolean): void {
    this.post({ kind: 'setReluctant', isReluctant });
  }

  healFully(peer: BrickId): void {
    this.heals.wantFull(peer);
    this.post({ kind: 'demandHeal', peer });
  }

  /** Another brick was caught in a lie, or is heard again. */
  judge(verdict: Extract<Event, { kind: 'isolate' | 'pardon' }>): void {
    if (verdict.kind === 'pardon' && verdict.isHealedFirst) this.heals.wantFull(verdict.brick);
    this.post(verdict);
  }

  /** What `peer` has under `key`, as of what is committed now or later. */
  fetch(peer: BrickId, key: Uint8Array): Promise<Copy> {
    const { term, commitIndex } = this.view();
    return this.parts.fetches.fetch(peer, { term, index: commitIndex }, key);
  }

  ownCopy(key: Uint8Array): Promise<Copy> {
    return this.parts.fetches.ownCopy(key);
  }

  /** A record of this brick does not match its checksum: it is made good in the background. */
  reportDamage(key: Uint8Array): void {
    if (!this.isStopped) this.parts.damage.report(key);
  }

  /** Takes no part any more; the store can be closed when this resolves. */
  async stop(): Promise<void> {
    this.isStopped = true;
    this.timer.stop();
    this.parts.abortAll();
    this.waiters.lost();
    await this.parts.idle();
  }

  /** Handles one event after the other; a term or vote is on disk before anything that follows from it. */
  private post(event: Event): void {
    if (this.isStopped) return;
    this.events.push(event);
    if (!this.isHandling) this.handleEvents();
  }

  private handleEvents(): void {
    this.isHandling = true;
    for (let event = this.events.shift(); event !== undefined; event = this.events.shift()) {
      if (this.isStopped) break;
      const effects = this.core.step(event, this.deps.clock.monotonicMs(), this.deps.random.unit());
      const waiting = this.perform(effects);
      if (waiting === undefined) continue;
      waiting.then(() => this.handleEvents()).catch((error: unknown) => this.fail(error));
      return;
    }
    this.isHandling = false;
    this.schedule();
  }

  /** @returns a promise when the effects could not be performed at once. */
  private perform(effects: readonly Effect[]): Promise<void> | undefined {
    for (const [place, effect] of effects.entries()) {
      if (effect.kind === 'saveHardState') {
        const rest = effects.slice(place + 1);
        const { term, votedFor } = effect.hard;
        if (votedFor === this.deps.store.identity.brick) this.observe({ kind: 'campaigned', term });
        return this.deps.store.saveHardState(effect.hard).then(() => {
          this.events.unshift({ kind: 'hardStateSaved' });
          return this.isStopped ? undefined : this.perform(rest);
        });
      }
      this.performNow(effect);
    }
    return undefined;
  }

  private performNow(effect: Exclude<Effect, { kind: 'saveHardState' }>): void {
    switch (effect.kind) {
      case 'send':
        this.deps.transport.send(effect.to, this.outgoing(effect.message));
        return;
      case 'store':
        if (this.view().isManager) this.listener.proposed(effect.entries);
        this.parts.writer.add(effect.entries);
        return;
      case 'committed':
        this.listener.committed(effect.index);
        this.waiters.committed(effect.index);
        return;
      case 'heal':
        this.heals.begin(effect.peer, effect.standing, {
          term: this.view().term,
          firstIndex: effect.firstIndex,
        });
        return;
      case 'becameManager':
        this.observe({ kind: 'becameManager', term: effect.term });
        this.deps.log.info('replication.became_manager', { term: effect.term });
        this.listener.becameManager();
        return;
      case 'steppedDown':
        this.stepDown();
        return;
      case 'doubtEnded':
        this.deps.log.info('replication.doubt_ended');
        this.deps.store.endDoubt().catch((error: unknown) => this.fail(error));
        return;
      case 'giveWay':
        this.listener.slowDisk(effect.to, effect.atOnce);
        return;
      case 'isolated':
        this.heals.abort(effect.brick);
        tellOfBrick(effect, this.observe, this.deps.log);
        return;
      case 'inSyncChanged':
        if (effect.inSync) this.heals.settled(effect.peer);
        tellOfBrick(effect, this.observe, this.deps.log);
        return;
    }
  }

  private stepDown(): void {
    this.deps.log.info('replication.stepped_down', { term: this.view().term });
    this.parts.abortAll();
    this.listener.steppedDown();
    this.waiters.lost();
  }

  private outgoing(message: Message): Message | Standing {
    if (message.kind === 'heartbeat') return this.word.say(message, this.view());
    return message.kind === 'standing' ? { ...message, space: this.deps.space() } : message;
  }

  private schedule(): void {
    if (!this.isStopped) this.timer.need(this.core.nextTickAtMs);
  }

  private fail(error: unknown): void {
    if (this.isStopped) return;
    this.isStopped = true;
    this.timer.stop();
    this.parts.abortAll();
    this.parts.halt();
    this.waiters.lost();
    this.listener.failed(error);
  }
}
