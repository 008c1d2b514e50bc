import type { BrickId } from '../../core/ids.js';
import type { Service } from '../../core/service.js';
import { quorumSize } from '../../replication/entry.js';
import type { CoreView } from '../../replication/core-events.js';
import type { MessageOf } from '../../replication/message.js';
import { volumeSpace } from '../space.js';
import { inSyncBricks, InSyncWord } from './in-sync-word.js';
import type { ReplicaDeps } from './replica-ports.js';
import { LEASE_MS, LEASE_TRUSTED_MS } from '../../replication/timing.js';

/** What one brick can tell of the service that clients get. */
export interface ServiceSight {
  readonly service: Service;
  readonly manager: BrickId | undefined;
  readonly term: number;
  /**
   * Until when that is certain, on this clock: for the manager, when the heartbeat was sent that a majority has
   * answered; for the others, when they last heard the manager say so.
   */
  readonly provenAtMs: number;
}

interface Word {
  readonly from: BrickId;
  readonly term: number;
  readonly service: Service;
  readonly heardAtMs: number;
}

/** Remembers what the manager says of its service: no brick but the manager can know it. */
export class ServiceWord {
  private word: Word | undefined;

  /** Where bricks were in sync, by whoever managed. */
  readonly inSync = new InSyncWord();

  constructor(private readonly deps: Pick<ReplicaDeps, 'clock' | 'space' | 'store'>) {}

  /** As the manager: what it tells the others. */
  say(heartbeat: MessageOf<'heartbeat'>, view: CoreView): MessageOf<'heartbeat'> {
    const inSync = inSyncBricks(view, this.deps.store.identity.brick);
    this.inSync.note({ ...heartbeat, inSync });
    return { ...heartbeat, service: this.sight(view).service, inSync };
  }

  note(from: BrickId, heartbeat: MessageOf<'heartbeat'>): void {
    this.inSync.note(heartbeat);
    const { term, service } = heartbeat;
    if (service === undefined || term < (this.word?.term ?? 0)) return;
    this.word = { from, term, service, heardAtMs: this.deps.clock.monotonicMs() };
  }

  /** As this brick sees it. */
  sight(view: CoreView): ServiceSight {
    const nowMs = this.deps.clock.monotonicMs();
    return view.isManager ? this.ownSight(view, nowMs) : this.heardSight(view, nowMs);
  }

  private ownSight(view: CoreView, nowMs: number): ServiceSight {
    const { term, manager, leaseEndsAtMs } = view;
    if (!view.isReady || nowMs >= leaseEndsAtMs) return { service: 'none', manager, term, provenAtMs: nowMs };
    const hasQuorum = view.inSyncCount >= quorumSize(view.members.length);
    const hasRoom = volumeSpace(view, this.deps.space()).availableBytes > 0;
    const service = hasQuorum && hasRoom ? 'writable' : 'readable';
    return { service, manager, term, provenAtMs: Math.min(nowMs, leaseEndsAtMs - LEASE_TRUSTED_MS) };
  }

  private heardSight({ manager, term }: CoreView, nowMs: number): ServiceSight {
    const { word } = this;
    const isFresh = word?.from === manager && word?.term === term && nowMs - word.heardAtMs <= LEASE_MS;
    if (word === undefined || !isFresh)
      return { service: 'none', manager: undefined, term, provenAtMs: nowMs };
    return { service: word.service, manager, term, provenAtMs: word.heardAtMs };
  }
}
