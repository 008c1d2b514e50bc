const PERIOD_MS = 500;
/** Who asked for less in two periods is not at work; more would leave out who gets nothing because of a flood. */
const ASKED_MIN = 2;

/** Of the time, in which it waits for something: its pace depends on this node then. */
const BUSY_SHARE_MIN = 0.25;

/** How often a client asked, the most that it wanted at once, and how much of the time it wanted anything. */
export class RecentDemand {
  private period = 0;
  private busyShare = 0;
  private lookedAtMs = 0;
  private asked: readonly [number, number] = [0, 0];
  private peaks: readonly [number, number] = [0, 0];

  /** @param wanted what it waits for and what is under way for it, this one included. */
  asks(wanted: number, nowMs: number): void {
    this.roll(wanted, nowMs);
    this.look(wanted > 1, nowMs);
    this.asked = [this.asked[0] + 1, this.asked[1]];
    this.peaks = [Math.max(this.peaks[0], wanted), this.peaks[1]];
  }

  /** Before one of what it wants is answered. */
  isAnswered(nowMs: number): void {
    this.look(true, nowMs);
  }

  isBusy(wanted: number, nowMs: number): boolean {
    this.look(wanted > 0, nowMs);
    return this.busyShare >= BUSY_SHARE_MIN;
  }

  isAtWork(wanted: number, nowMs: number): boolean {
    this.roll(wanted, nowMs);
    return this.asked[0] + this.asked[1] >= ASKED_MIN;
  }

  get peak(): number {
    return Math.max(...this.peaks);
  }

  /** An average that forgets: what was a period ago counts for a third. */
  private look(wasBusy: boolean, nowMs: number): void {
    const kept = Math.exp((this.lookedAtMs - nowMs) / PERIOD_MS);
    this.busyShare = this.busyShare * kept + (wasBusy ? 1 - kept : 0);
    this.lookedAtMs = nowMs;
  }

  private roll(wanted: number, nowMs: number): void {
    const period = Math.floor(nowMs / PERIOD_MS);
    if (period === this.period) return;
    const isNext = period === this.period + 1;
    this.asked = [0, isNext ? this.asked[0] : 0];
    this.peaks = [wanted, isNext ? this.peaks[0] : 0];
    this.period = period;
  }
}
