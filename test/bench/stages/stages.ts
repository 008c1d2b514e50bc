/** The way of one change, from the kernel's request to its answer, cut into stages. */
import { median } from '../statistics.js';
import type { Asked, Event, ProcessNotes } from './note.js';

export interface Roles {
  readonly mount: ProcessNotes;
  readonly manager: ProcessNotes;
  readonly replicas: readonly ProcessNotes[];
}

export interface StageTimes {
  /** Microseconds, the median of all changes. */
  readonly stages: readonly { readonly title: string; readonly medianUs: number }[];
  readonly wholeUs: number;
  /** The manager's own LevelDB, beside the replicas. */
  readonly ownStoreUs: number;
  readonly count: number;
}

const TITLES = [
  'mount: request read from the device, its lease looked at, message encoded, handed to HTTP/2',
  'TLS, loopback, waking the manager',
  'manager: order, leases of others, what it changes, handed to HTTP/2 for both replicas',
  'TLS, loopback, waking the replica',
  'replica: checked, handed to LevelDB',
  "replica: LevelDB's log written",
  'replica: acknowledgement handed to HTTP/2',
  'TLS, loopback, waking the manager again',
  'manager: all in-sync bricks have it, answer handed to HTTP/2',
  'TLS, loopback, waking the mount',
  'mount: answer decoded, cache brought up to date, written to the device',
] as const;

const NS_PER_US = 1_000;

/** Back from the answer, each time to the last event that can have led to what came after it. */
const STEPS: readonly { readonly by: 'mount' | 'manager' | 'replica'; readonly event: Event }[] = [
  { by: 'mount', event: 'in Session' },
  { by: 'manager', event: 'out Session' },
  { by: 'manager', event: 'in Link' },
  { by: 'replica', event: 'out Link' },
  { by: 'replica', event: 'stored' },
  { by: 'replica', event: 'store' },
  { by: 'replica', event: 'in Link' },
  { by: 'manager', event: 'out Link' },
  { by: 'manager', event: 'in Session' },
  { by: 'mount', event: 'out Session' },
];

/** The mount asks, the manager has most to do with its session, and the others are replicas. */
export function rolesOf(notes: Iterable<ProcessNotes>): Roles {
  const all = [...notes];
  const mount = all.find(({ asked }) => asked.length > 0);
  const servers = all
    .filter((one) => one !== mount && one.count('store') > 0)
    .sort((one, other) => other.count('in Session') - one.count('in Session'));
  const [manager, ...replicas] = servers;
  if (mount === undefined || manager === undefined)
    throw new Error('there are no notes of a mount and a manager');
  return { mount, manager, replicas };
}

/** One change at a time must have been asked for, so that what lies between belongs to it. */
export function stageTimes(roles: Roles, isMeant: (asked: Asked) => boolean): StageTimes {
  const ways = roles.mount.asked.filter(isMeant).flatMap((asked) => {
    const times = timesOf(roles, asked);
    return times === undefined ? [] : [times];
  });
  const own = ways.flatMap((times) => ownStoreNs(roles, times));
  return {
    stages: TITLES.map((title, at) => ({
      title,
      medianUs: medianUs(ways.map((times) => times[at + 1]! - times[at]!)),
    })),
    wholeUs: medianUs(ways.map((times) => times.at(-1)! - times[0]!)),
    ownStoreUs: medianUs(own),
    count: ways.length,
  };
}

/** @returns the times between stages, in order; `undefined` where they cannot be told, since something else happened meanwhile. */
function timesOf(roles: Roles, { fromNs, toNs }: Asked): bigint[] | undefined {
  const times = [toNs];
  let replica: ProcessNotes | undefined;
  for (const { by, event } of STEPS) {
    const atNs = times[0]!;
    if (by === 'replica') replica ??= latest(roles.replicas, event, atNs);
    const time = (by === 'replica' ? replica : roles[by])?.last(event, atNs);
    if (time === undefined || time < fromNs) return undefined;
    times.unshift(time);
  }
  return [fromNs, ...times];
}

/** The one that came last is the one that was waited for. */
const latest = (replicas: readonly ProcessNotes[], event: Event, atNs: bigint): ProcessNotes | undefined =>
  replicas.reduce<ProcessNotes | undefined>(
    (found, one) => ((one.last(event, atNs) ?? 0n) > (found?.last(event, atNs) ?? -1n) ? one : found),
    undefined,
  );

function ownStoreNs({ manager }: Roles, times: readonly bigint[]): bigint[] {
  const storedNs = manager.last('stored', times[9]!);
  const storeNs = storedNs === undefined ? undefined : manager.last('store', storedNs);
  return storedNs === undefined || storeNs === undefined || storeNs < times[0]! ? [] : [storedNs - storeNs];
}

const medianUs = (timesNs: readonly bigint[]): number => median(timesNs.map(Number)) / NS_PER_US;
