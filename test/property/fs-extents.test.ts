import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chunkCount, splitRange, type Extent } from '../../src/core/extent.js';
import { CHUNK_SIZE_BYTES, FILE_SIZE_BYTES_MAX, IO_SIZE_BYTES_MAX } from '../../src/core/limits.js';

const range = fc
  .record({ offset: fc.nat({ max: FILE_SIZE_BYTES_MAX }), length: fc.nat({ max: 2 * IO_SIZE_BYTES_MAX }) })
  .filter(({ offset, length }) => offset + length <= FILE_SIZE_BYTES_MAX);

/** Byte by chunk: where each extent begins and ends in the file. */
const spans = (extents: readonly Extent[]): { from: number; to: number }[] =>
  extents.map(({ chunk, offset, length }) => {
    const from = chunk * CHUNK_SIZE_BYTES + offset;
    return { from, to: from + length };
  });

test('prop: splitRange: joining the extents gives the range back', () => {
  const joins = fc.property(range, ({ offset, length }) => {
    let at = offset;
    for (const { from, to } of spans(splitRange(offset, length))) {
      expect(from).toBe(at);
      at = to;
    }
    expect(at).toBe(offset + length);
  });
  fc.assert(joins);
});

test('prop: splitRange: each extent: is not empty and lies within its chunk', () => {
  const fits = fc.property(range, ({ offset, length }) => {
    for (const extent of splitRange(offset, length)) {
      expect(extent.length).toBeGreaterThan(0);
      expect(extent.offset + extent.length).toBeLessThanOrEqual(CHUNK_SIZE_BYTES);
      expect(extent.chunk).toBeLessThan(chunkCount(offset + length));
    }
  });
  fc.assert(fits);
});
