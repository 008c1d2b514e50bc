import { expect, test } from 'vitest';
import { XattrKeepers } from '../../mount/xattr-keepers.js';
import { ino } from '../../src/core/ids.js';
import { MemoryVolume } from '../support/memory-volume.js';

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
