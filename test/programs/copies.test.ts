import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { testMounted } from '../e2e/lab.js';
import { fingerprint, makeOddTree } from './support/odd-tree.js';
import { shell } from './support/shell.js';
import { timed, Workplace } from './support/workplace.js';

/** `-S` keeps holes; `--numeric-ids` owners that have no name. */
/** Without the window rsync takes times within the same second for the same. */
const RSYNC = 'rsync -aHAXS --numeric-ids --devices --specials --modify-window=-1';
const TAR = 'tar --acls --xattrs --xattrs-include=* --sparse --numeric-owner';

let place: Workplace;
let tree: string;
let wanted: string;

beforeAll(async () => {
  place = await Workplace.open();
  tree = join(place.scratch, 'tree');
  await mkdir(tree);
  await makeOddTree(tree);
  wanted = await fingerprint(tree);
});

afterAll(() => place.close());

testMounted('rsync: there and back: nothing differs, and a second run finds nothing to do', async () => {
  const there = join(place.one, 'by-rsync');
  const back = join(place.scratch, 'back-by-rsync');
  await timed('rsync to the mount', shell('/', `${RSYNC} ${tree}/ ${there}`));
  const sameThere = join(place.other, 'by-rsync');
  expect(await fingerprint(sameThere)).toBe(wanted);
  const again = `${RSYNC} -n --checksum --itemize-changes --delete ${tree}/ ${sameThere}`;
  expect(await shell('/', again)).toBe('');
  await timed('rsync from the mount', shell('/', `${RSYNC} ${sameThere}/ ${back}`));
  expect(await fingerprint(back)).toBe(wanted);
  expect(await shell('/', `${RSYNC} -n --checksum --itemize-changes --delete ${there}/ ${back}`)).toBe('');
});

testMounted('rsync: --inplace over what has changed: nothing differs', async () => {
  const there = join(place.one, 'by-rsync');
  await shell(
    there,
    `printf changed | dd of='a dir/file 20' bs=1 seek=9000 conv=notrunc status=none; rm third`,
  );
  await shell(
    '/',
    `${RSYNC} --inplace --no-whole-file --checksum --delete ${tree}/ ${there}`.replace('S ', ' '),
  );
  expect(await fingerprint(join(place.other, 'by-rsync'))).toBe(wanted);
});

testMounted('tar: there and back: nothing differs', async () => {
  const there = join(place.one, 'by-tar');
  const back = join(place.scratch, 'back-by-tar');
  await mkdir(there);
  await mkdir(back);
  await timed('tar to the mount', shell('/', `${TAR} -C ${tree} -c . | ${TAR} -C ${there} -xp`));
  expect(await fingerprint(join(place.other, 'by-tar'))).toBe(wanted);
  const archive = join(place.other, 'archive.tar');
  await timed(
    'tar from the mount',
    shell('/', `${TAR} -C ${there} -cf ${archive} .; ${TAR} -C ${back} -xpf ${archive}`),
  );
  expect(await fingerprint(back)).toBe(wanted);
  await shell('/', `${TAR} -C ${tree} --compare -f ${place.one}/archive.tar`);
});
