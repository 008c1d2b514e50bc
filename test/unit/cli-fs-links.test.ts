/** What `fs get` and `fs put` make of modes and links: neither side may gain by a copy of the other. */
import { execFile } from 'node:child_process';
import { chmod, lstat, mkdir, readdir, readFile, readlink, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { FileVolume } from '../../src/client/file-volume.js';
import { nameText, utf8 } from '../../src/client/tree/byte-path.js';
import { VolumeTree } from '../../src/client/tree/volume-tree.js';
import { FileError } from '../../src/core/errors.js';
import { runCli } from '../support/cli-run.js';
import { fs, fsDone, giveEachTestItsOwn, local, putText, volume } from '../support/cli-fs-fixture.js';
import { eventually } from '../support/eventually.js';

giveEachTestItsOwn();

const execute = promisify(execFile);

test('fs get: a set-user-id file: the bits stay behind, for the copy belongs to whoever made it', async () => {
  await rawFile('/bits', 0o6755);
  await fsDone('get', 'www:/bits', join(local, 'bits'));
  expect((await stat(join(local, 'bits'))).mode & 0o7777).toBe(0o755);
});

test('fs put: a set-user-id file: the bits stay behind', async () => {
  await writeFile(join(local, 'bits'), 'x');
  await chmod(join(local, 'bits'), 0o6755);
  await fsDone('put', join(local, 'bits'), 'www:/bits');
  expect(await fsDone('ls', '-l', 'www:/')).toMatch(/^-rwxr-xr-x /);
});

test('fs get: a link where the file goes: replaced, and what it leads to is not touched', async () => {
  await writeFile(join(local, 'secret'), 'mine');
  await mkdir(join(local, 'to'));
  await symlink('../secret', join(local, 'to/x'));
  await putText('/x', 'theirs');
  await fsDone('get', 'www:/x', join(local, 'to'));
  expect(await readFile(join(local, 'secret'), 'utf8')).toBe('mine');
  expect(await readFile(join(local, 'to/x'), 'utf8')).toBe('theirs');
  expect(await readdir(join(local, 'to'))).toEqual(['x']);
});

test('fs get -r: a link where a directory goes: refused, and nothing is written behind it', async () => {
  await mkdir(join(local, 'elsewhere'));
  await mkdir(join(local, 'to/d'), { recursive: true });
  await symlink('../../elsewhere', join(local, 'to/d/x'));
  await fsDone('mkdir', '-p', 'www:/d/x');
  await putText('/d/x/evil', 'theirs');
  const outcome = await fs('get', '-r', 'www:/d', join(local, 'to'));
  expect(outcome).toMatchObject({ status: 1, err: `fs get: ${local}/to/d/x: Not a directory\n` });
  expect(await readdir(join(local, 'elsewhere'))).toEqual([]);
});

test('fs get -r: a volume that shows a name as a link and then as a file: nothing is written behind it', async () => {
  await mkdir(join(local, 'elsewhere'));
  await putText('/evil', 'theirs');
  await fsDone('ln', '-s', '../elsewhere/evil', 'www:/x');
  const link = join(local, 'to/x');
  const lying = showingTwice(volume, {
    name: 'evil',
    as: 'x',
    after: () => eventually(() => lstat(link).then(() => undefined)),
  });
  const outcome = await runCli(['fs', 'get', '-r', 'www:/', join(local, 'to')], { volume: lying });
  expect(outcome).toMatchObject({ status: 0, err: '' });
  expect(await readdir(join(local, 'elsewhere'))).toEqual([]);
});

test('fs get: to a link that the user names: what it leads to is written', async () => {
  await writeFile(join(local, 'real'), 'old');
  await symlink('real', join(local, 'link'));
  await putText('/x', 'new');
  await fsDone('get', 'www:/x', join(local, 'link'));
  expect(await readFile(join(local, 'real'), 'utf8')).toBe('new');
  expect(await readlink(join(local, 'link'))).toBe('real');
});

test('fs get: where something else than a file stands: refused, and it stays', async () => {
  await execute('mkfifo', [join(local, 'fifo')]);
  await putText('/x', 'new');
  const outcome = await fs('get', 'www:/x', join(local, 'fifo'));
  expect(outcome).toMatchObject({ status: 1, err: `fs get: ${local}/fifo: File exists\n` });
  expect((await stat(join(local, 'fifo'))).isFIFO()).toBe(true);
});

test('fs get: a copy that fails half way: no draft is left', async () => {
  await putText('/x', 'text');
  const failing: FileVolume = {
    ...volume,
    execute: (operation) =>
      operation.kind === 'read' ? Promise.reject(new FileError('EIO')) : volume.execute(operation),
  };
  await mkdir(join(local, 'to'));
  const outcome = await runCli(['fs', 'get', 'www:/x', join(local, 'to')], { volume: failing });
  expect(outcome).toMatchObject({ status: 1, err: 'fs get: www:/x: Input/output error\n' });
  expect(await readdir(join(local, 'to'))).toEqual([]);
});

/** As another client would make it: `fs put` itself leaves these bits out. */
async function rawFile(path: string, mode: number): Promise<void> {
  const tree = new VolumeTree(volume, { uid: 0, gid: 0 });
  await tree.make({ ...(await tree.place(path)), type: 'regular', mode });
}

/** A volume whose listings have one page more: the file `name` again, as `as`. */
const showingTwice = (
  real: FileVolume,
  { name, as, after }: { name: string; as: string; after: () => Promise<void> },
): FileVolume => ({
  ...real,
  execute: async (operation) => {
    if (operation.kind !== 'readdir') return real.execute(operation);
    const reply = await real.execute({ ...operation, cookie: 0 });
    if (reply.kind !== 'dirents') return reply;
    if (operation.cookie === 0) return { ...reply, end: false };
    await after();
    const again = reply.entries.filter((entry) => nameText(entry.name) === name);
    return { ...reply, entries: again.map((entry) => ({ ...entry, name: utf8(as) })) };
  },
});
