import { SESSIONS_MAX } from '../../src/volume/sessions.js';
import type { BrickProcess } from '../brick-process.js';

/** Everything live of one brick, for bug reports: its shape may change. No names of files, no data. */
export async function stateDump(process: BrickProcess, nowMs: number): Promise<string> {
  const { volume, brick, store, manager, space, activity } = process;
  const { group, sessions, leases } = manager;
  const view = group.replica.view();
  const document = {
    volume: { ...volume, options: volume.options },
    brick,
    identity: store.identity,
    openForMs: nowMs - process.openedAtMs,
    monotonicMs: nowMs,
    core: { ...view, peers: Object.fromEntries(view.peers) },
    service: group.replica.service(),
    heals: Object.fromEntries(
      [...view.peers.keys()].map((id) => [id, group.replica.heals.progressOf(id) ?? null]),
    ),
    uncommitted: group.uncommitted,
    store: { journalBaseIndex: store.journalBaseIndex, healMark: markOf(process), members: store.members() },
    leveldb: await store.kv.stats().catch(String),
    space,
    scrub: group.replica.scrub.state(),
    leases: { count: leases.count, recalls: leases.recallCount },
    sessions: view.isManager ? sessionsOf(process, await sessions.clients(store.kv, SESSIONS_MAX)) : [],
    activity: activity.totals(),
  };
  return JSON.stringify(document);
}

/** The keys of a heal mark may be many. */
function markOf({ store: { healMark } }: BrickProcess) {
  if (healMark === undefined) return null;
  const { health, baseIndex, taintedKeys } = healMark;
  return { health, baseIndex, taintedKeyCount: taintedKeys.length };
}

type Sessions = Awaited<ReturnType<BrickProcess['manager']['sessions']['clients']>>;

function sessionsOf({ manager, clients }: BrickProcess, known: Sessions) {
  return known.map((one) => ({
    ...one,
    silentMs: manager.sessions.silentMs(one.session) ?? null,
    leases: manager.leases.countOf(one.session),
    recallsOwed: manager.leases.recallsOwedBy(one.session),
    inFlight: clients.of(one.session)?.inFlightCount ?? null,
    usage: clients.of(one.session)?.usage.figures() ?? null,
  }));
}
