/** What all sightings of a volume together say: since when it could be used, and when not. */
import { gapsBetween, lengthMs, overlaps, union, type Interval } from './intervals.js';
import { SILENCE_MS_MAX, type Obstacle, type Sighting } from './sighting.js';

/** Heartbeats are 100 ms apart and clocks a little: less than this is no outage but the grain of the picture. */
export const OUTAGE_MS_MIN = 250;
/** How old the newest proof may be before the service counts as lost: the nodes look ten times a second. */
const FRESH_MS = 1_500;
/** A volume that was started on request may take so long until it serves. */
const STARTING_MS_MAX = 10_000;
/** Without a word about why: a manager was lost and replaced, if it took no longer. */
const ELECTION_MS_MAX = 3_000;

export interface Outage extends Interval {
  readonly isOver: boolean;
  /** `unseen`: no node that has answered was running. */
  readonly cause: Obstacle | 'unseen';
  /** Names of the managing nodes, empty where there is none. */
  readonly before: string;
  readonly after: string;
}

export interface ServiceRecord {
  readonly isAvailable: boolean;
  /** When it became what it is now. */
  readonly sinceMs: number;
  readonly availableMs: number;
  readonly unavailableMs: number;
  /** Oldest first. */
  readonly outages: readonly Outage[];
}

/** @returns `undefined` when it was never seen in service. */
export function serviceRecord(
  sightings: readonly Sighting[],
  isInService: (sighting: Sighting) => boolean,
  nowMs: number,
): ServiceRecord | undefined {
  const served = sightings.filter(isInService);
  const up = union(termsOf(served), OUTAGE_MS_MIN);
  const last = up.at(-1);
  if (last === undefined) return undefined;
  const isAvailable = nowMs - last.toMs <= FRESH_MS;
  const gaps = isAvailable ? gapsBetween(up) : [...gapsBetween(up), { fromMs: last.toMs, toMs: nowMs }];
  const stops = union(sightings.filter(({ service }) => service === 'stopped'));
  const outages = gaps
    .flatMap((gap) => unplanned(gap, stops))
    .map((gap) => outageOf(gap, { sightings, served, isOver: isAvailable || gap.toMs < nowMs }));
  return {
    isAvailable,
    sinceMs: isAvailable ? last.fromMs : last.toMs,
    availableMs: up.reduce((sum, interval) => sum + lengthMs(interval), 0),
    unavailableMs: outages.reduce((sum, outage) => sum + lengthMs(outage), 0),
    outages,
  };
}

/** For how long each manager served, as all who heard it know. */
function termsOf(served: readonly Sighting[]): Interval[] {
  const terms = new Map<string, Sighting[]>();
  for (const sighting of served) {
    const key = `${sighting.term} ${sighting.manager}`;
    const others = terms.get(key);
    if (others === undefined) terms.set(key, [sighting]);
    else others.push(sighting);
  }
  return [...terms.values()].flatMap((sightings) => union(sightings, SILENCE_MS_MAX));
}

/** The parts of a gap that nobody has asked for. */
function unplanned(gap: Interval, stops: readonly Interval[]): Interval[] {
  const within = stops.filter((stop) => overlaps(stop, gap));
  const [first, last] = [within[0], within.at(-1)];
  if (first === undefined || last === undefined) return [gap];
  const before = { fromMs: gap.fromMs, toMs: first.fromMs };
  const after = { fromMs: last.toMs, toMs: gap.toMs };
  const parts = lengthMs(before) > OUTAGE_MS_MIN ? [before] : [];
  return lengthMs(after) > STARTING_MS_MAX ? [...parts, after] : parts;
}

interface Evidence {
  readonly sightings: readonly Sighting[];
  readonly served: readonly Sighting[];
  readonly isOver: boolean;
}

/** What is known for certain comes before what any election looks like. */
const CAUSES: readonly Obstacle[] = ['full', 'not-in-sync', 'no-majority', 'election'];

function outageOf(gap: Interval, { sightings, served, isOver }: Evidence): Outage {
  const seen = new Set(
    sightings.filter((sighting) => overlaps(sighting, gap)).map(({ obstacle }) => obstacle),
  );
  const isShort = lengthMs(gap) <= ELECTION_MS_MAX;
  const cause = CAUSES.find((known) => seen.has(known)) ?? (isShort ? 'election' : 'unseen');
  const before = latest(served.filter(({ toMs }) => toMs <= gap.fromMs));
  const after = earliest(served.filter(({ fromMs }) => fromMs >= gap.toMs));
  return { ...gap, isOver, cause, before: before?.manager ?? '', after: after?.manager ?? '' };
}

const latest = (sightings: readonly Sighting[]): Sighting | undefined =>
  sightings.reduce<Sighting | undefined>(
    (best, one) => (one.toMs > (best?.toMs ?? 0) ? one : best),
    undefined,
  );

const earliest = (sightings: readonly Sighting[]): Sighting | undefined =>
  sightings.reduce<Sighting | undefined>(
    (best, one) => (one.fromMs < (best?.fromMs ?? Infinity) ? one : best),
    undefined,
  );
