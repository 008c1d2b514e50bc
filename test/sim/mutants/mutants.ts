import { drawFor, type PlannedFault } from '../support/faults.js';

interface Replacement {
  /** Of the sources. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** Cores that are broken on purpose: one line of the sources replaced. The simulator's checks must catch each. */
export interface Mutant extends Replacement {
  readonly name: string;
  /** Where two lines guard the same thing. */
  readonly also?: Replacement | readonly Replacement[];
  /** The one that brings it to light, where that is not run-seed.ts. */
  readonly scenario?: 'caches' | 'replacement' | 'blackouts';
  /** What brings it to light soonest; drawn by the seed, if not given. */
  readonly schedule?: readonly PlannedFault[];
  /** Where the hunt begins: the first that is known to bring it to light, where the ones before take long. */
  readonly firstSeed?: number;
}

/** One brick is behind, another forgets what it acknowledged, and the manager that knows it dies. */
const lostMemory = (fault: 'loseDisk' | 'losePower', managerDownMs = 9_000): PlannedFault[] => [
  { fault: 'isolateOne', beginsAtMs: 1_000, lastsMs: 4_000, draw: drawFor(0) },
  { fault, beginsAtMs: 3_000, lastsMs: 2_000, draw: 0 },
  { fault: 'crashManager', beginsAtMs: 3_050, lastsMs: managerDownMs, draw: 0 },
];

/** A manager that is cut off from the others, but not from the clients: another takes over before it gives up. */
const UNNOTICED: readonly PlannedFault[] = [500, 3_500, 6_500, 9_500, 12_500].map((beginsAtMs) => ({
  fault: 'isolateManager',
  beginsAtMs,
  lastsMs: 2_200,
  draw: 0,
}));

/** A new manager waits for clients' leases before it changes anything, which hides that the old one still answers. */
const LEASES_NOT_WAITED_FOR: Replacement = {
  file: 'src/volume/leases/leases.ts',
  from: 'if (session !== except && holder.mayHoldAnything) return false;',
  to: 'void [session, holder, except];',
};

export const MUTANTS: readonly Mutant[] = [
  {
    name: 'commit without a majority',
    firstSeed: 9,
    file: 'src/replication/manager-role.ts',
    from: 'if (stored.length < quorumOf(state)) return;',
    to: '',
  },
  {
    name: 'acknowledged before it is stored',
    file: 'src/replication/follower-role.ts',
    from: 'function take(state: CoreState, entry: Entry): void {',
    to: 'function take(state: CoreState, entry: Entry): void { state.storedIndex = entry.index;',
    schedule: [
      { fault: 'isolateOne', beginsAtMs: 1_000, lastsMs: 5_000, draw: drawFor(0) },
      { fault: 'slowDisk', beginsAtMs: 1_500, lastsMs: 4_500, draw: drawFor(1) },
      { fault: 'crashOne', beginsAtMs: 4_000, lastsMs: 600, draw: drawFor(1) },
      { fault: 'crashOne', beginsAtMs: 4_200, lastsMs: 9_000, draw: drawFor(2) },
    ],
  },
  {
    name: 'no election restriction',
    file: 'src/replication/election.ts',
    from: '&& comparePositions(request.tail, tailOf(state)) >= 0;',
    to: '&& request.tail.index >= 0;',
  },
  {
    name: 'two votes in one term',
    firstSeed: 20,
    file: 'src/replication/election.ts',
    from: 'const isFree = votedFor === undefined || votedFor === from;',
    to: 'const isFree = true;',
  },
  {
    name: 'blank bricks vote like others',
    file: 'src/replication/election.ts',
    from: "state.health !== 'blank' && comparePositions",
    to: 'comparePositions',
    also: {
      file: 'src/replication/election.ts',
      from: "if (state.health === 'blank') return 'none';",
      to: '',
    },
    schedule: lostMemory('loseDisk'),
  },
  {
    name: 'bricks that lost power vote like others',
    file: 'src/replication/election.ts',
    from: "return state.isDoubtful ? 'doubtful' : 'sure';",
    to: "return 'sure';",
    schedule: lostMemory('losePower'),
  },
  {
    name: 'who remembers more is passed over once patience is over',
    file: 'src/replication/election.ts',
    from: 'ballot.refusals.get(member)?.canStand === false',
    to: 'ballot.refusals.has(member)',
    schedule: lostMemory('losePower', 12_000),
  },
  {
    name: 'no fencing',
    firstSeed: 11,
    file: 'src/replication/replica-core.ts',
    from: 'if (message.term < state.hard.term) return this.onOldTerm(from, message);',
    to: '',
  },
  {
    name: 'lease trusted for too long',
    firstSeed: 86,
    file: 'src/replication/timing.ts',
    from: 'export const LEASE_TRUSTED_MS = 540;',
    to: 'export const LEASE_TRUSTED_MS = 6_000;',
    also: LEASES_NOT_WAITED_FOR,
    schedule: UNNOTICED,
  },
  {
    name: 'reads without a lease',
    firstSeed: 86,
    file: 'src/volume/replica/lease-wait.ts',
    from: 'if (view.isReady && nowMs < view.leaseEndsAtMs) return;',
    to: 'if (view.isReady) return;',
    also: LEASES_NOT_WAITED_FOR,
    schedule: UNNOTICED,
  },
  {
    name: 'lost dedupe',
    file: 'src/volume/replies.ts',
    from: 'if (sequence === id.sequence) return replyFromWire(wire.FileResponse.decode(reply));',
    to: 'if (sequence === id.sequence) return undefined;',
  },
  {
    name: 'heal without undo',
    file: 'src/volume/replica/heal-sink.ts',
    from: 'return { health, baseIndex, taintedKeys: [...keys].map(mapKeyToBytes) };',
    to: 'return { health, baseIndex, taintedKeys: [] };',
    schedule: UNNOTICED,
  },
  {
    name: 'votes that are not on disk',
    file: 'src/volume/replica/brick-store.ts',
    from: 'await this.kv.commit([{ key: HARD_STATE_KEY, value: encodeHardState(hard) }], { sync: true });',
    to: '',
  },
  {
    name: 'durability synced without a sync',
    file: 'src/volume/replica/brick-store.ts',
    from: '{ sync: entries.some((entry) => entry.sync) }',
    to: '{ sync: false }',
    schedule: [{ fault: 'losePowerEverywhere', beginsAtMs: 5_000, lastsMs: 1_000, draw: 0 }],
  },
  {
    name: 'a change that does not wait for its recalls',
    file: 'src/volume/leases/clearing.ts',
    from: 'if (this.port.isAnswered(session, recall)) this',
    to: 'void session; this',
    scenario: 'caches',
  },
  {
    name: 'a new manager that does not ask what clients hold',
    ...LEASES_NOT_WAITED_FOR,
    scenario: 'caches',
  },
  {
    name: 'a lease on what has changed since it was read',
    file: 'src/volume/leases/change-marks.ts',
    from: 'return (this.recent.get(ino) ?? 0) <= mark;',
    to: 'return true;',
    scenario: 'caches',
  },
  {
    name: 'a client waited for less long than its leases last',
    file: 'src/volume/leases/lease-holder.ts',
    from: 'if (this.isVoid) return;\n    this.endsAtMs = nowMs + CACHE_LEASE_WAITED_MS;',
    to: 'if (this.isVoid) return;\n    this.endsAtMs = nowMs + 300;',
    scenario: 'caches',
  },
  {
    name: 'a recalled name of a directory that is known as a whole is taken for missing',
    file: 'src/client/cache/name-cache.ts',
    from: 'if (directory.isWhole || directory.listedTo > 0) directory.names.set(key, undefined);',
    to: 'if (directory.isWhole || directory.listedTo > 0) directory.names.delete(key);',
    scenario: 'caches',
  },
  {
    name: 'a content told beside the attributes of another version',
    file: 'src/client/cache/content-cache.ts',
    from: 'if (this.cache.attrOf(ino) === held.attr) return held;',
    to: 'if (this.cache.attrOf(ino) !== undefined) return held;',
    scenario: 'caches',
  },
  {
    name: 'one brick put in the place of another in one step',
    firstSeed: 420,
    file: 'src/volume/membership.ts',
    from: 'if (joiner !== undefined && away === undefined) return changeTo([...members, joiner], isInSync);',
    to: `if (joiner !== undefined)
      return changeTo([...members.filter((member) => member === self || member !== leaving[0]), joiner], isInSync);`,
    also: [
      {
        file: 'src/replication/manager-role.ts',
        from: "assert(joining.length + leaving.length <= 1, 'members change one at a time');",
        to: 'void [joining, leaving];',
      },
      LEASES_NOT_WAITED_FOR,
    ],
    scenario: 'replacement',
  },
  {
    name: 'a heal that begins where a past ends that a majority has forgotten',
    file: 'src/volume/replica/heal-sink.ts',
    from: 'if (!isPastShared)',
    to: 'if (false)',
    scenario: 'blackouts',
  },
];
