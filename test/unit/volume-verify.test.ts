import { expect, test } from 'vitest';
import { brickId } from '../../src/core/ids.js';
import { oddOnes } from '../../src/volume/verify.js';

test.each([
  { sums: ['a', 'a', 'a'], odd: [] },
  { sums: ['a', 'b', 'a'], odd: ['b1'] },
  { sums: ['b', 'a', 'a'], odd: ['b0'] },
  { sums: ['a', 'b', 'c'], odd: [] },
  // One could not be compared: two that differ say nothing of which of them is right.
  { sums: ['a', 'b', ''], odd: [] },
  { sums: ['a', 'a', ''], odd: [] },
])('verify: checksums $sums: $odd hold something else than a majority', ({ sums, odd }) => {
  const bricks = sums.map((checksum, place) => ({
    brick: brickId(`b${place}`),
    entries: 1,
    checksum,
    problem: checksum === '' ? 'it does not answer' : '',
  }));
  expect(oddOnes({ identical: false, index: 7, bricks })).toEqual(odd);
});
