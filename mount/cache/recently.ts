/** Things that have happened within some time. Bounded; the oldest is forgotten first. */
export class Recently<K> {
  private readonly atMs = new Map<K, number>();

  constructor(private readonly limits: { readonly withinMs: number; readonly countMax: number }) {}

  happened(key: K, nowMs: number): void {
    this.atMs.delete(key);
    this.atMs.set(key, nowMs);
    if (this.atMs.size > this.limits.countMax) this.atMs.delete(this.atMs.keys().next().value as K);
  }

  has(key: K, nowMs: number): boolean {
    const atMs = this.atMs.get(key);
    if (atMs === undefined) return false;
    if (nowMs - atMs <= this.limits.withinMs) return true;
    this.atMs.delete(key);
    return false;
  }
}
