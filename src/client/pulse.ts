/** What a stream to the manager does at each tick. */
export type Beat = 'rest' | 'keepAlive' | 'silent';

export const TICK_MS = 250;
const KEEP_ALIVE_TICKS = 2;
const SILENCE_TICKS_MAX = 6;

/**
 * When to send a keepalive, and when the manager has been silent for too long: nothing for 1.5 s, although
 * keepalives want an answer. A node that is frozen still accepts connections; only this finds out.
 *
 * Silence is counted in ticks. A process that was stopped or starved itself wakes up to a single late tick,
 * and does not take its own pause for the manager's.
 */
export class Pulse {
  private tickCount = 0;
  private silentTickCount = 0;
  private answerCount = 0;

  /** To be called every `TICK_MS`. @param answerCount answers of the manager up to now. */
  beat(answerCount: number): Beat {
    if (answerCount !== this.answerCount) this.silentTickCount = 0;
    this.answerCount = answerCount;
    this.tickCount++;
    this.silentTickCount++;
    if (this.silentTickCount > SILENCE_TICKS_MAX) return 'silent';
    return this.tickCount % KEEP_ALIVE_TICKS === 0 ? 'keepAlive' : 'rest';
  }
}
