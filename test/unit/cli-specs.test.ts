import { expect, test } from 'vitest';
import { parseBrickSpec } from '../../src/cli/brick-spec.js';
import { parseCreateWords } from '../../src/cli/create-words.js';
import { parseFileSpec } from '../../src/cli/file-spec.js';
import { UsageError } from '../../src/cli/usage-error.js';
import { checkVolumeName } from '../../src/cli/volume-name.js';
import { RefusedError } from '../../src/core/errors.js';

test.each([
  { spec: 'n1:/data/brick', address: 'n1:24100', directory: '/data/brick' },
  { spec: 'n1:24107:/data', address: 'n1:24107', directory: '/data' },
  { spec: '10.0.0.1:/a:b', address: '10.0.0.1:24100', directory: '/a:b' },
  { spec: '[fe80::1]:/data', address: '[fe80::1]:24100', directory: '/data' },
  { spec: '[fe80::1]:7000:/data', address: '[fe80::1]:7000', directory: '/data' },
  { spec: 'n1:/data//x/../brick/', address: 'n1:24100', directory: '/data/brick' },
])('brick spec: $spec: $directory on $address', ({ spec, ...want }) => {
  expect(parseBrickSpec(spec)).toEqual(want);
});

test.each(['n1', '/data', 'n1:data', 'n1:', ':/data', 'n1:/', 'n1:99999:/data', 'n 1:/data'])(
  'brick spec: "%s": refused as wrong usage',
  (spec) => {
    expect(() => parseBrickSpec(spec)).toThrow(UsageError);
  },
);

test.each([
  { text: 'www:/', volume: 'www', path: '/' },
  { text: 'www:/a b/ü:c', volume: 'www', path: '/a b/ü:c' },
])('file spec: $text: path $path', ({ text, ...want }) => {
  expect(parseFileSpec(text)).toEqual(want);
});

test.each(['www', 'www:', 'www:a', '/a', ':/a', 'w w:/a'])(
  'file spec: "%s": refused as wrong usage',
  (text) => {
    expect(() => parseFileSpec(text)).toThrow(UsageError);
  },
);

test.each(['www', 'a', '_x', '9-lives', 'x'.repeat(63)])('volume name: "%s": taken', (name) => {
  expect(checkVolumeName(name)).toBe(name);
});

test.each(['', '-www', 'w w', 'www/', 'a.b', 'ü', 'x'.repeat(64)])('volume name: "%s": refused', (name) => {
  expect(() => checkVolumeName(name)).toThrow(RefusedError);
});

const BRICKS = ['n1:/b', 'n2:/b', 'n3:/b'];

test.each([
  { words: ['replica', '3', ...BRICKS], force: false },
  { words: ['replica', '3', ...BRICKS, 'force'], force: true },
])('create: $words: taken, force $force', ({ words, force }) => {
  const bricks = ['n1:24100', 'n2:24100', 'n3:24100'].map((address) => ({ address, directory: '/b' }));
  expect(parseCreateWords('www', words)).toEqual({ name: 'www', replicaCount: 3, bricks, force });
});

test.each([
  { words: ['replica', '2', 'n1:/b', 'n2:/b'], kind: RefusedError, says: 'replica 2 is not supported' },
  { words: ['replica', '3', 'n1:/b', 'n2:/b'], kind: RefusedError, says: 'exactly 3 bricks, not 2' },
  { words: ['replica', '3', 'n1:/b', 'n1:/b', 'n3:/b'], kind: RefusedError, says: 'named twice' },
  { words: BRICKS, kind: UsageError, says: 'replica 3' },
  { words: ['replica', 'three', ...BRICKS], kind: UsageError, says: 'not a replica count' },
])('create: $words: says "$says"', ({ words, kind, says }) => {
  expect(() => parseCreateWords('www', words)).toThrow(kind);
  expect(() => parseCreateWords('www', words)).toThrow(says);
});
