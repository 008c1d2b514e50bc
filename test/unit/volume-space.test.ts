import { expect, test } from 'vitest';
import { GIB, MIB } from '../../src/core/limits.js';
import { reserveOf, writeBufferBytes } from '../../src/volume/space.js';

test.each([
  { disk: 40 * MIB, reserve: 20 * MIB, buffer: MIB },
  { disk: 80 * MIB, reserve: 40 * MIB, buffer: 1.25 * MIB },
  { disk: GIB, reserve: 128 * MIB, buffer: 16 * MIB },
  { disk: 4 * GIB, reserve: 512 * MIB, buffer: 64 * MIB },
  { disk: 1_000 * GIB, reserve: 512 * MIB, buffer: 64 * MIB },
])(
  'space: a disk of $disk bytes: $reserve stay free, LevelDB gathers $buffer',
  ({ disk, reserve, buffer }) => {
    const space = { totalBytes: disk, availableBytes: disk };
    expect(reserveOf(space)).toBe(reserve);
    expect(writeBufferBytes(space)).toBe(buffer);
  },
);
