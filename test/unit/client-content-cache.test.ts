import { beforeEach, expect, test } from 'vitest';
import { ContentCache } from '../../src/client/cache/content-cache.js';
import type { Attr } from '../../src/core/attr.js';
import { ino, ROOT_INO, type Ino } from '../../src/core/ids.js';
import { KIB, MIB } from '../../src/core/limits.js';
import { bytes, MemoryVolume } from '../support/memory-volume.js';

const FILE = ino(5);
const attr: Attr = {
  ...(await new MemoryVolume().attr(ROOT_INO)),
  ino: FILE,
  type: 'regular',
  version: 7,
  sizeBytes: 7,
};

let known: Map<Ino, Attr>;
let contents: ContentCache;
beforeEach(() => {
  known = new Map([[FILE, attr]]);
  contents = new ContentCache({ attrOf: (one) => known.get(one) });
});

test('content cache: a content of the version that is known: is told, in parts', () => {
  contents.keep(attr, { ino: FILE, version: 7, data: bytes('content') });
  expect(contents.read(FILE, 0, 3)).toEqual(Uint8Array.from(bytes('con')));
  expect(contents.read(FILE, 3, 100)).toEqual(Uint8Array.from(bytes('tent')));
});

test('content cache: read to its end: is not kept any longer', () => {
  contents.keep(attr, { ino: FILE, version: 7, data: bytes('content') });
  contents.read(FILE, 0, 7);
  expect(contents.has(FILE)).toBe(false);
});

test.each([
  { what: 'of a version before', version: 6 },
  { what: 'of a version that is not known yet', version: 8 },
])('content cache: a content $what: is not kept', ({ version }) => {
  contents.keep(attr, { ino: FILE, version, data: bytes('content') });
  expect(contents.read(FILE, 0, 7)).toBeUndefined();
});

test('content cache: other attributes were told while the content was on its way: it is not kept', () => {
  known.set(FILE, { ...attr });
  contents.keep(attr, { ino: FILE, version: 7, data: bytes('content') });
  expect(contents.has(FILE)).toBe(false);
});

test('content cache: a content that is shorter than the file: is not kept', () => {
  contents.keep(attr, { ino: FILE, version: 7, data: bytes('cont') });
  expect(contents.has(FILE)).toBe(false);
});

test('content cache: a file of which no attributes are known: is not kept', () => {
  known.clear();
  contents.keep(attr, { ino: FILE, version: 7, data: bytes('content') });
  known.set(FILE, attr);
  expect(contents.read(FILE, 0, 7)).toBeUndefined();
});

test('content cache: attributes were taken away, and are the same again: nobody says that nothing came between', () => {
  contents.keep(attr, { ino: FILE, version: 7, data: bytes('content') });
  known.set(FILE, { ...attr });
  expect(contents.read(FILE, 0, 7)).toBeUndefined();
  known.set(FILE, attr);
  expect(contents.read(FILE, 0, 7)).toBeUndefined();
});

test('content cache: more than it may hold: the oldest go', () => {
  for (let nth = 0; nth < 512; nth++) {
    const one = { ...attr, ino: ino(nth + 1), sizeBytes: 32 * KIB };
    known.set(one.ino, one);
    contents.keep(one, { ino: one.ino, version: 7, data: new Uint8Array(32 * KIB) });
  }
  // Their data alone would fit.
  expect(512 * 32 * KIB).toBe(16 * MIB);
  expect([contents.has(ino(1)), contents.has(ino(512))]).toEqual([false, true]);
});
