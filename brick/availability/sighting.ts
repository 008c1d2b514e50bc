import type { Service } from '../../src/core/service.js';

/** Why clients cannot write. */
export type Obstacle =
  /** There is no manager, and enough bricks to elect one: one is being elected. */
  | 'election'
  /** Fewer bricks than a majority are within reach. */
  | 'no-majority'
  /** There is a manager, and too few bricks are in sync with it. */
  | 'not-in-sync'
  /** A brick's disk is full. */
  | 'full';

/** What a node sees at one moment. `stopped` is what the administrator wants. */
export interface Look {
  readonly service: Service | 'stopped';
  readonly term: number;
  /** Name of its node, empty when none is known. */
  readonly manager: string;
  readonly obstacle: Obstacle | '';
  /** Until when that is certain, on the wall clock. */
  readonly provenMs: number;
}

/** For how long a node could tell the same. Times on its wall clock. */
export interface Sighting extends Omit<Look, 'provenMs'> {
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * A manager that hears no majority for longer steps down, and terms only rise: who is heard before and after a shorter
 * silence, in one term, was manager all the time. Its clients have waited, as they do when a machine is busy.
 */
export const SILENCE_MS_MAX = 1_500;

/**
 * The sighting that `look` begins, or goes on with.
 * @returns the same one, extended, or a new one: then the one before is complete.
 */
export function sightingAfter(last: Sighting | undefined, { provenMs, ...look }: Look): Sighting {
  const begun = { ...look, fromMs: provenMs, toMs: provenMs };
  if (last === undefined || !isSame(last, look) || provenMs - last.toMs > SILENCE_MS_MAX) return begun;
  // The wall clock may have been set back.
  return { ...last, toMs: Math.max(last.toMs, provenMs) };
}

const isSame = (last: Sighting, look: Omit<Look, 'provenMs'>): boolean =>
  last.service === look.service &&
  last.term === look.term &&
  last.manager === look.manager &&
  last.obstacle === look.obstacle;
