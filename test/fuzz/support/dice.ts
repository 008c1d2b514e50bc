/** Chance from a seed, made for speed: inputs are drawn by the million. */
const GOLDEN = 0x9e3779b9;

/** Mulberry32. */
export class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = seed | 0;
  }

  /** Another one for each place in a run, so that one input can be drawn again without those before it. */
  static at(seed: number, place: number): Dice {
    return new Dice(Math.imul(seed ^ Math.imul(place + 1, GOLDEN), 0x85ebca6b) ^ place);
  }

  u32(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }

  /** 0 <= value < `end` */
  below(end: number): number {
    return Math.floor((this.u32() / 2 ** 32) * end);
  }

  isOneIn(count: number): boolean {
    return this.below(count) === 0;
  }

  pick<T>(list: readonly T[]): T {
    const chosen = list[this.below(list.length)];
    if (chosen === undefined) throw new Error('nothing to pick from');
    return chosen;
  }

  bytes(length: number): Buffer {
    const bytes = Buffer.allocUnsafe(length);
    for (let at = 0; at < length; at++) bytes[at] = this.u32();
    return bytes;
  }
}
