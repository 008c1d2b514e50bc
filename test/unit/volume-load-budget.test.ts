import { expect, test } from 'vitest';
import { LoadBudget, LOADED_CHUNKS_MAX } from '../../src/volume/load-budget.js';

/** Each takes as many as it is told, and keeps them until the test says so. */
function bench() {
  const budget = new LoadBudget();
  const begun: string[] = [];
  const gives = new Map<string, () => void>();
  const take = (name: string, chunkCount: number): void => {
    void budget.take(chunkCount).then((give) => {
      begun.push(name);
      gives.set(name, give);
    });
  };
  return { begun, take, give: (name: string) => gives.get(name)?.() };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('load budget: more than there is: waits in the order they came', async () => {
  const { begun, take, give } = bench();
  take('a', LOADED_CHUNKS_MAX - 1);
  take('b', 200);
  take('c', 100);
  await settled();
  expect(begun).toEqual(['a']);
  give('a');
  await settled();
  expect(begun).toEqual(['a', 'b', 'c']);
});

test('load budget: one who wants little: does not wait behind one who wants much', async () => {
  const { begun, take, give } = bench();
  take('a', LOADED_CHUNKS_MAX - 100);
  take('much', 200);
  take('little', 1);
  await settled();
  expect(begun).toEqual(['a', 'little']);
  give('a');
  await settled();
  expect(begun).toEqual(['a', 'little', 'much']);
});

test('load budget: one who wants more than all there is: goes alone, and the others after him', async () => {
  const { begun, take, give } = bench();
  take('a', 1);
  take('large', 2 * LOADED_CHUNKS_MAX);
  take('b', 100);
  await settled();
  expect(begun).toEqual(['a']);
  give('a');
  await settled();
  expect(begun).toEqual(['a', 'large']);
  give('large');
  await settled();
  expect(begun).toEqual(['a', 'large', 'b']);
});
