/** One of the keys that came most often. */
export interface HotKey<Key> {
  readonly key: Key;
  readonly count: number;
  /** By so much the count may be too high: what the key whose place it took had. */
  readonly excessMax: number;
}

interface Counter {
  count: number;
  excessMax: number;
}

/**
 * The keys that come most often, without a counter for each there is: a new one takes the place of the rarest (Metwally,
 * Agrawal and El Abbadi 2005, "space saving"). Whoever has more than one in `countersMax` of all is among them.
 */
export class HotKeys<Key> {
  private readonly counters = new Map<Key, Counter>();
  /** Those that came `least` often when it was looked for; some have come again since. */
  private readonly rarest: Key[] = [];
  private least = 0;

  constructor(private readonly countersMax: number) {}

  note(key: Key): void {
    const known = this.counters.get(key);
    if (known !== undefined) known.count++;
    else {
      const excessMax = this.makeRoom();
      this.counters.set(key, { count: excessMax + 1, excessMax });
    }
  }

  /** The most frequent first. */
  top(limit: number): HotKey<Key>[] {
    return [...this.counters]
      .map(([key, counter]) => ({ key, ...counter }))
      .sort((a, b) => b.count - a.count)
      .slice(0, limit);
  }

  /** @returns how often the one came that has gone; 0: there was room. */
  private makeRoom(): number {
    if (this.counters.size < this.countersMax) return 0;
    for (;;) {
      const key = this.rarest.pop();
      if (key === undefined) this.findRarest();
      else if (this.counters.get(key)?.count === this.least) {
        this.counters.delete(key);
        return this.least;
      }
    }
  }

  /** All at once: they are looked for once in many times, not each time. */
  private findRarest(): void {
    this.least = Math.min(...[...this.counters.values()].map(({ count }) => count));
    for (const [key, { count }] of this.counters) if (count === this.least) this.rarest.push(key);
  }
}
