import { defined } from '../../src/core/assert.js';

/** What the kernel was told, until when it may tell it on. Forgets by itself what has run out. */
export class Told<V = undefined> {
  private readonly entries = new Map<string | number, { readonly untilMs: number; readonly value: V }>();

  set(key: string | number, untilMs: number, value: V): void {
    // Terms are of about the same length, so those that run out first come first.
    this.entries.delete(key);
    this.entries.set(key, { untilMs, value });
  }

  has(key: string | number, nowMs: number): boolean {
    return (this.entries.get(key)?.untilMs ?? -Infinity) >= nowMs;
  }

  delete(key: string | number): void {
    this.entries.delete(key);
  }

  clear(): void {
    this.entries.clear();
  }

  forgetBefore(nowMs: number): void {
    while (this.entries.size > 0) {
      const [key, { untilMs }] = defined(this.entries.entries().next().value);
      if (untilMs >= nowMs) return;
      this.entries.delete(key);
    }
  }

  *current(nowMs: number): Iterable<V> {
    for (const { untilMs, value } of this.entries.values()) if (untilMs >= nowMs) yield value;
  }
}
