import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HotKeys } from '../../brick/profile/hot-keys.js';

const COUNTERS = 8;

function countAll(keys: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

test('prop: hot keys: whatever comes often is there, and no count is off by more than is said', () => {
  const stream = fc.array(fc.oneof(fc.nat(3), fc.nat(40)), { maxLength: 400 });
  const property = fc.property(stream, (keys) => {
    const hot = new HotKeys<number>(COUNTERS);
    for (const key of keys) hot.note(key);
    const real = countAll(keys);
    const told = hot.top(COUNTERS);
    expect(told.length).toBeLessThanOrEqual(COUNTERS);
    for (const { key, count, excessMax } of told) {
      expect(count).toBeGreaterThanOrEqual(real.get(key) ?? 0);
      expect(count - excessMax).toBeLessThanOrEqual(real.get(key) ?? 0);
    }
    for (const [key, count] of real) {
      if (count > keys.length / COUNTERS) expect(told.map((one) => one.key)).toContain(key);
    }
  });
  fc.assert(property);
});
