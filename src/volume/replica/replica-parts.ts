import type { BrickId } from '../../core/ids.js';
import type { CoreView, Event } from '../../replication/core-events.js';
import { quorumSize } from '../../replication/entry.js';
import type { Message } from '../../replication/message.js';
import { nobodyObserves } from '../observer.js';
import { Checkpoints } from './checkpoints.js';
import { DamageReports } from './damage-reports.js';
import { Fetches } from './fetches.js';
import { HealSink } from './heal-sink.js';
import { Heals } from './heals.js';
import type { ReplicaMessage } from './replica-message.js';
import type { ReplicaDeps } from './replica-ports.js';
import { Scrub, type ScrubSettings } from './scrub.js';
import { SpaceReclaim } from './space-reclaim.js';
import { StoreWriter } from './store-writer.js';

const NO_SCRUB: ScrubSettings = { intervalMs: 0, bytesPerSecond: 1 };

/** What the parts of a replica need of the core between them. */
export interface PartsHost {
  readonly view: () => CoreView;
  readonly post: (event: Event) => void;
  /** When a client last asked for something, on the clock's monotonic time. */
  readonly lastUsedAtMs: () => number;
  /** The brick's state was replaced by a heal. */
  readonly healed: () => void;
  readonly repairWanted: (key: Uint8Array) => void;
  readonly failed: (error: unknown) => void;
}

/** What a replica does besides the core's own conversation, each part with the other brick's counterpart. */
export class ReplicaParts {
  readonly writer: StoreWriter;
  readonly checkpoints: Checkpoints;
  readonly heals: Heals;
  readonly fetches: Fetches;
  readonly damage: DamageReports;
  readonly scrub: Scrub;
  private readonly reclaim: SpaceReclaim;
  private readonly sink: HealSink;

  constructor(
    private readonly deps: ReplicaDeps,
    private readonly host: PartsHost,
  ) {
    const { store, clock, log } = deps;
    const { view, failed } = host;
    const observe = deps.observe ?? nobodyObserves;
    const send = (to: BrickId, message: ReplicaMessage): void => deps.transport.send(to, message);
    this.checkpoints = new Checkpoints(store.kv, send);
    this.damage = new DamageReports({ store, log, observe, view, send, repair: host.repairWanted });
    this.scrub = new Scrub({
      ...{ kv: store.kv, clock, log, observe, space: deps.space },
      settings: deps.scrub ?? (() => NO_SCRUB),
      report: (key) => this.damage.report(key),
    });
    this.reclaim = new SpaceReclaim({ store: store.kv, space: deps.space, clock, log });
    const isCopyOf = this.isCopyOf.bind(this);
    this.fetches = new Fetches({
      ...{ store: store.kv, clock, log, send, isCopyOf },
      isLie: (from) => host.post({ kind: 'isolate', brick: from, why: 'unsound-copy' }),
    });
    this.writer = new StoreWriter(store, () => view().commitIndex, {
      written: (entries) => this.reclaim.stored(entries),
      stored: (index) => host.post({ kind: 'stored', index }),
      checkpoint: (index) => this.checkpoints.take(index),
      failed,
    });
    this.sink = this.makeSink(send);
    this.heals = new Heals({
      ...{ store, clock, log, observe, send },
      commitIndex: () => view().commitIndex,
      lastUsedAtMs: host.lastUsedAtMs,
      share: deps.healShare,
      damaged: (key) => this.damage.report(key),
      hasMajority: () => view().inSyncCount >= quorumSize(view().members.length),
      blocked: () => host.post({ kind: 'standAside' }),
      ended: (peer, isDone) => host.post({ kind: 'healEnded', peer, isDone }),
    });
  }

  start(): void {
    this.scrub.start();
    this.reclaim.start();
  }

  /** Nothing more is begun in the background. */
  halt(): void {
    this.scrub.halt();
    this.reclaim.halt();
  }

  /** @returns the message if it is for the core. */
  receive(from: BrickId, message: ReplicaMessage): Message | undefined {
    switch (message.kind) {
      case 'voteRequest':
      case 'voteReply':
      case 'heartbeat':
      case 'standing':
      case 'append':
      case 'appendReply':
      case 'campaign':
        return message;
      case 'healBegin':
      case 'healBatch':
      case 'healEnd':
      case 'healReady':
      case 'healAck':
      case 'checksumRequest':
      case 'checksumReply':
      case 'fetchRequest':
      case 'fetchReply':
      case 'repairRequest':
        // The core does not see these; nothing that an isolated brick says is heard.
        if (!this.host.view().isolated.has(from)) this.hear(from, message);
        return undefined;
    }
  }

  private hear(from: BrickId, message: Exclude<ReplicaMessage, Message>): void {
    switch (message.kind) {
      case 'healBegin':
      case 'healBatch':
        this.sink.receive(from, message);
        return;
      case 'healEnd':
        // The brick answers with the same message once it is whole.
        if (this.isManagerOf(from, message.term)) this.sink.receive(from, message);
        else this.heals.receive(from, message);
        return;
      case 'healReady':
      case 'healAck':
        this.heals.receive(from, message);
        return;
      case 'checksumRequest':
      case 'checksumReply':
        this.checkpoints.receive(from, message);
        return;
      case 'fetchRequest':
      case 'fetchReply':
        this.fetches.receive(from, message);
        return;
      case 'repairRequest':
        if (this.isManager(message.term)) this.host.repairWanted(message.key);
        return;
    }
  }

  /** What this brick does as manager ends. */
  abortAll(): void {
    this.heals.abortAll();
    this.fetches.abortAll();
  }

  /** Resolves once the store is left alone. */
  async idle(): Promise<void> {
    await this.scrub.stop();
    await this.reclaim.stop();
    await this.writer.idle();
    await this.sink.idle();
  }

  private makeSink(send: (to: BrickId, message: ReplicaMessage) => void): HealSink {
    const { host } = this;
    const { store } = this.deps;
    return new HealSink({
      store,
      send,
      isManager: (source, term) => this.isManagerOf(source, term),
      suspend: (health, baseIndex, tail) => {
        host.post({ kind: 'healBegun', health, baseIndex, ...(tail === undefined ? {} : { tail }) });
        return this.writer.idle();
      },
      tail: () => host.view().tail,
      healed: (term, tail, commitIndex) => {
        host.healed();
        host.post({ kind: 'healed', term, tail, commitIndex, members: store.members() });
      },
      failed: host.failed,
    });
  }

  private isManager(term: number): boolean {
    const view = this.host.view();
    return view.isManager && view.term === term;
  }

  private isManagerOf(source: BrickId, term: number): boolean {
    const view = this.host.view();
    return view.term === term && view.manager === source && !view.isManager;
  }

  private isCopyOf(manager: BrickId, term: number, index: number): boolean {
    const { health, isAligned, storedIndex } = this.host.view();
    return this.isManagerOf(manager, term) && health === 'whole' && isAligned && storedIndex >= index;
  }
}
