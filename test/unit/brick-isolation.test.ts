import { expect, test } from 'vitest';
import { noted } from '../../brick/isolation/note-isolation.js';
import { RefusedError } from '../../src/core/errors.js';
import { contradictionOf, describeContradiction } from '../../src/volume/contradictions.js';
import type { VolumeRecord } from '../../src/volume/catalogue.js';

const VOLUME: VolumeRecord = {
  ...{ name: 'www', id: 'v1', status: 'started', group: 'g1', options: {}, createdAtMs: 0 },
  bricks: ['b1', 'b2', 'b3'].map((id) => ({ id, nodeId: id, directory: '/b' })),
};
const CAUGHT = { brick: 'b2', why: 'term-fell' };
const ISOLATED: VolumeRecord = { ...VOLUME, isolated: CAUGHT };

test('isolation: a brick is caught: it is written down, once', () => {
  const written = noted(VOLUME, { ...CAUGHT, healed: false });
  expect(written).toEqual(ISOLATED);
  expect(noted(written, { brick: 'b2', why: 'other-checksum', healed: false })).toBe(written);
});

test('isolation: a second brick is accused: refused, two of three are not given up on a word', () => {
  expect(() => noted(ISOLATED, { brick: 'b3', why: 'term-fell', healed: false })).toThrow(RefusedError);
});

test('isolation: a brick that is none of the volume: nothing is written down', () => {
  expect(noted(VOLUME, { brick: 'b9', why: 'term-fell', healed: false })).toBe(VOLUME);
});

test('isolation: the brick was healed: the mark goes; news of another one changes nothing', () => {
  expect(noted(ISOLATED, { brick: 'b2', why: '', healed: true })).toEqual(VOLUME);
  expect(noted(ISOLATED, { brick: 'b1', why: '', healed: true })).toBe(ISOLATED);
});

test('isolation: a reason that only a later version knows: is told as it is, and heeded', () => {
  expect(describeContradiction('of-tomorrow')).toBe('of-tomorrow');
  expect(contradictionOf('of-tomorrow')).toBe('broken-order');
});
