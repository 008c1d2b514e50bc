import type { BrickState } from '../../src/volume/volume-health.js';
import type { BrickName } from './brick-news.js';
import type { Tell } from './event-log.js';

/** A new manager gives everybody time to answer before it says that somebody is away. */
const GRACE_MS = 2_500;

/** Makes events of how the bricks of one volume stand, on the node that manages it. */
export class BrickStateNews {
  private told = new Map<string, BrickState>();
  private managesSinceMs: number | undefined;

  constructor(
    private readonly tell: Tell,
    private readonly volume: string,
    private readonly nameOf: BrickName,
  ) {}

  /** @param states of the other bricks; `undefined` on a node that does not manage. */
  note(states: ReadonlyMap<string, BrickState> | undefined, nowMs: number): void {
    if (states === undefined) {
      this.managesSinceMs = undefined;
      this.told.clear();
      return;
    }
    this.managesSinceMs ??= nowMs;
    if (nowMs - this.managesSinceMs < GRACE_MS) return;
    for (const [brick, state] of states) this.noteOne(brick, state);
  }

  private noteOne(brick: string, state: BrickState): void {
    // Before anything else is known a brick counts as in sync: only what is not is news.
    const before = this.told.get(brick) ?? 'in-sync';
    this.told.set(brick, state);
    if (state === before) return;
    if (state === 'offline') this.tell('brick-offline', `${this.nameOf(brick)} does not answer`, this.volume);
    if (state === 'in-sync') this.tell('brick-in-sync', `${this.nameOf(brick)} is in sync`, this.volume);
  }
}
