import { expect, test } from 'vitest';
import { DirectoryPlaces } from '../../mount/cache/directory-places.js';
import { Teller } from '../../mount/cache/teller.js';
import { NodeMap } from '../../mount/node-map.js';
import { XattrKeepers } from '../../mount/xattr-keepers.js';
import { ino, ROOT_INO } from '../../src/core/ids.js';
import type { FileOperation } from '../../src/core/operation.js';
import { NOTHING_LEASED } from '../../src/core/touched.js';
import { ManualClock } from '../support/manual-clock.js';
import { MemoryVolume } from '../support/memory-volume.js';
import { uncached } from '../support/uncached.js';

/** Attributes as replies bring them, in this order: version, and whether there is an ACL. */
test.each([
  { told: [[1, false]], want: false },
  { told: [[1, true]], want: true },
  {
    told: [
      [1, true],
      [2, false],
    ],
    want: false,
  },
  {
    told: [
      [2, true],
      [1, false],
    ],
    want: true,
  },
] as const)('acl: told $told: known to have one is $want', async ({ told, want }) => {
  const volume = new MemoryVolume();
  const attr = await volume.attr(volume.make('file'));
  const acls = new XattrKeepers(({ hasAcl }) => hasAcl);
  for (const [version, hasAcl] of told) acls.note({ kind: 'attr', attr: { ...attr, version, hasAcl } });
  expect(acls.has(attr.ino)).toBe(want);
});

test('acl: set here, then forgotten: is asked for, then not', () => {
  const acls = new XattrKeepers(({ hasAcl }) => hasAcl);
  acls.add(ino(5));
  expect(acls.has(ino(5))).toBe(true);
  acls.forget(ino(5));
  expect(acls.has(ino(5))).toBe(false);
});

test('acl: forgotten by the kernel, then told again from the cache: is asked for, as if it had been told by the volume', async () => {
  const acls = new XattrKeepers(({ hasAcl }) => hasAcl);
  const clock = new ManualClock();
  const { cache, view, notifier } = uncached(clock);
  const nodes = new NodeMap();
  const teller = new Teller(
    cache,
    view,
    new DirectoryPlaces(nodes, notifier, clock),
    nodes,
    (attr) => acls.noteAttr(attr),
    () => false,
  );
  const [volume, name] = [new MemoryVolume(), Buffer.from('file')];
  const attr = { ...(await volume.attr(volume.make('file'))), hasAcl: true };
  const list: FileOperation = { kind: 'readdir', ino: ROOT_INO, cookie: 0, entriesMax: 10, withAttr: true };
  const entries = [{ name, ino: attr.ino, type: 'regular', cookie: 3, attr } as const];
  cache.reopened(0, 1);
  const leased = { ...NOTHING_LEASED, hasDirectory: true, hasInodes: true };
  cache.ended(list, { kind: 'dirents', parent: ROOT_INO, entries, end: true }, leased);
  acls.forget(attr.ino);
  expect(await teller.known(ROOT_INO, name)).toMatchObject({ kind: 'entry', attr: { hasAcl: true } });
  expect(acls.has(attr.ino)).toBe(true);
});
