/** How the bricks of a volume stand, as their manager sees them: what `heal-status` shows. */
import { DamagedRecordError } from '../core/errors.js';
import type { BrickId } from '../core/ids.js';
import { describeKey } from '../fs/keys.js';
import type { CoreView } from '../replication/core-events.js';
import { isBarred } from '../replication/pace.js';
import type { Peer } from '../replication/manager-state.js';
import { RATE_ELAPSED_MS_MIN, type HealProgress } from './replica/heal-progress.js';
import type { BrickStore } from './replica/brick-store.js';
import type { Heals } from './replica/heals.js';
import { describeContradiction } from './contradictions.js';
import type { ReplicatedGroup } from './replicated-group.js';

/** A brick that has not answered for longer is shown as offline. */
const OFFLINE_AFTER_MS = 2_000;
const PENDING_NAMES_MAX = 1_000;

export type BrickState = 'in-sync' | 'healing' | 'stale' | 'isolated' | 'offline';

export interface BrickHealth {
  readonly brick: BrickId;
  readonly state: BrickState;
  readonly index: number;
  readonly pendingEntries: number;
  readonly pendingBytes: number;
  readonly healedEntries: number;
  readonly healedBytes: number;
  readonly bytesPerSecond: number;
  readonly etaSeconds: number | undefined;
  /** Why it is not what it should be, for people; empty when all is as usual. */
  readonly problem: string;
  /** What is to be healed, for people; at most PENDING_NAMES_MAX. */
  readonly pendingNames: readonly string[];
}

const NOTHING_PENDING = { pendingEntries: 0, pendingBytes: 0, pendingNames: [] } as const;

const WELL = {
  ...NOTHING_PENDING,
  healedEntries: 0,
  healedBytes: 0,
  bytesPerSecond: 0,
  etaSeconds: undefined,
  problem: '',
} as const;

const SLOW = 'too slow or unsteady; it is fed, but nobody waits for it';

/** @param isConnected whether the node of a brick can be reached. */
export async function brickHealths(
  group: ReplicatedGroup,
  store: BrickStore,
  nowMs: number,
  isConnected: (brick: BrickId) => boolean,
): Promise<BrickHealth[]> {
  const view = group.replica.view();
  return Promise.all(
    // Also those that are brought up to date before they become members.
    [...new Set([...view.members, ...view.peers.keys()])].map((brick) => {
      const peer = view.peers.get(brick);
      if (peer === undefined) return ownHealth(brick, view);
      const state = peerState(view, brick, nowMs, isConnected(brick));
      return peerHealth({
        brick,
        state,
        peer,
        view,
        heals: group.replica.heals,
        inSyncIndex: group.replica.word.inSync.indexOf(brick),
        nowMs,
        store,
      });
    }),
  );
}

/** The manager itself has, by definition, everything. */
const ownHealth = (brick: BrickId, view: CoreView): Promise<BrickHealth> =>
  Promise.resolve({ ...WELL, brick, state: 'in-sync', index: view.tail.index });

/** How another brick stands, as the manager sees it. */
export function peerState(view: CoreView, brick: BrickId, nowMs: number, isConnected: boolean): BrickState {
  const peer = view.peers.get(brick);
  if (view.isolated.has(brick)) return 'isolated';
  if (peer === undefined || !isConnected || nowMs - peer.heardAtMs > OFFLINE_AFTER_MS) return 'offline';
  if (peer.inSync) return 'in-sync';
  if (peer.feed.kind === 'unknown') return 'stale';
  return 'healing';
}

interface PeerFacts {
  readonly brick: BrickId;
  readonly state: BrickState;
  readonly peer: Peer;
  readonly view: CoreView;
  readonly heals: Heals;
  /** Up to where it was in sync with an earlier manager, if that is known. */
  readonly inSyncIndex: number | undefined;
  readonly nowMs: number;
  readonly store: BrickStore;
}

async function peerHealth(facts: PeerFacts): Promise<BrickHealth> {
  const { brick, state, peer, nowMs } = facts;
  const said = peer.standing?.tail.index ?? facts.inSyncIndex ?? 0;
  const index = peer.feed.kind === 'streaming' ? peer.feed.matchIndex : said;
  const healing = await healProgress(facts);
  const pending = state === 'in-sync' ? NOTHING_PENDING : await pendingOf(facts, healing);
  const progress = catchingUp(peer, pending, nowMs) ?? healing;
  const { healedEntries = 0, healedBytes = 0 } = progress ?? {};
  const isMoving = state === 'healing' && progress !== undefined;
  return {
    ...pending,
    brick,
    state,
    index,
    healedEntries,
    healedBytes,
    bytesPerSecond: isMoving ? progress.bytesPerSecond : 0,
    etaSeconds: isMoving ? progress.etaSeconds : undefined,
    problem: problemOf(facts),
  };
}

function problemOf({ brick, peer, view, nowMs }: PeerFacts): string {
  const why = view.isolated.get(brick);
  if (why !== undefined) return `${describeContradiction(why)}; see "hafs volume heal VOL full"`;
  return !peer.inSync && isBarred(peer.pace, nowMs) ? SLOW : '';
}

/** A brick that was away for a moment gets the changes themselves, one by one; their sizes are not counted. */
function catchingUp(peer: Peer, pending: Pending, nowMs: number): HealProgress | undefined {
  const { feed } = peer;
  if (feed.kind !== 'streaming') return undefined;
  const healedEntries = Math.max(0, (feed.caughtUpIndex ?? feed.matchIndex) - feed.startIndex);
  if (healedEntries === 0) return undefined;
  const elapsedMs = (feed.caughtUpAtMs ?? nowMs) - feed.startedAtMs;
  const secondsLeft = (pending.pendingEntries / healedEntries) * (elapsedMs / 1_000);
  return {
    totalEntries: healedEntries + pending.pendingEntries,
    totalBytes: 0,
    healedEntries,
    healedBytes: 0,
    bytesPerSecond: 0,
    etaSeconds: elapsedMs < RATE_ELAPSED_MS_MIN ? undefined : secondsLeft,
  };
}

type Pending = Pick<BrickHealth, 'pendingEntries' | 'pendingBytes' | 'pendingNames'>;

/** With what has changed since the heal was begun: it is brought over next, before the brick is in sync. */
async function healProgress({ heals, brick, view, store }: PeerFacts): Promise<HealProgress | undefined> {
  const targetIndex = heals.targetIndexOf(brick) ?? view.tail.index;
  const later = await journalSince(store, targetIndex, view.tail.index);
  return heals.progressOf(brick, { entries: later.pendingEntries, bytes: later.pendingBytes });
}

/** While a heal runs it knows best; before, the journal tells what the brick has missed. */
async function pendingOf(
  { peer, view, inSyncIndex, store }: PeerFacts,
  progress: HealProgress | undefined,
): Promise<Pending> {
  const known = peer.standing?.commitIndex ?? inSyncIndex ?? 0;
  const fromIndex = peer.feed.kind === 'streaming' ? Math.max(known, peer.feed.matchIndex) : known;
  const missed = await journalSince(store, fromIndex, view.tail.index);
  if (peer.feed.kind !== 'healing' || progress === undefined || progress.totalEntries === 0) return missed;
  return {
    ...missed,
    pendingEntries: Math.max(0, progress.totalEntries - progress.healedEntries),
    pendingBytes: Math.max(0, progress.totalBytes - progress.healedBytes),
  };
}

/** Exact for the first changes; beyond those only counted, so that asking stays cheap. */
async function journalSince(store: BrickStore, fromIndex: number, toIndex: number): Promise<Pending> {
  const touched = new Map<string, number>();
  let read = 0;
  try {
    for await (const { record } of store.journal(store.kv, fromIndex, toIndex)) {
      for (const { key, sizeBytes } of record.touched) touched.set(describeKey(key), sizeBytes);
      if (++read === PENDING_NAMES_MAX) break;
    }
  } catch (error) {
    // What was read so far tells enough; the scrub, or the heal itself, sees to the rest.
    if (!(error instanceof DamagedRecordError)) throw error;
  }
  const changes = Math.max(0, toIndex - fromIndex);
  const scale = read === 0 ? 0 : changes / read;
  const bytes = [...touched.values()].reduce((sum, size) => sum + size, 0);
  return {
    pendingEntries: Math.round(touched.size * scale),
    pendingBytes: Math.round(bytes * scale),
    pendingNames: [...touched.keys()].slice(0, PENDING_NAMES_MAX),
  };
}
