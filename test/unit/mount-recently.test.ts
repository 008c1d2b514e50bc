import { expect, test } from 'vitest';
import { Recently } from '../../mount/cache/recently.js';

test('recently: within the time, counted from the last one: has happened', () => {
  const recently = new Recently<string>({ withinMs: 10, countMax: 9 });
  recently.happened('a', 0);
  recently.happened('a', 5);
  expect([recently.has('a', 15), recently.has('a', 16), recently.has('b', 5)]).toEqual([true, false, false]);
});

test('recently: more than are remembered: the oldest is forgotten', () => {
  const recently = new Recently<string>({ withinMs: 10, countMax: 2 });
  for (const key of ['a', 'b', 'a', 'c']) recently.happened(key, 0);
  expect(['a', 'b', 'c'].map((key) => recently.has(key, 0))).toEqual([true, false, true]);
});
