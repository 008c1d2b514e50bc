import { mkdir, readFile, readlink, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { forEachBounded } from '../../src/cli/fs/bounded.js';
import { directoryOf, nameText, splitPath, utf8 } from '../../src/client/tree/byte-path.js';
import { modeText } from '../../src/cli/fs/listing.js';
import { IO_SIZE_BYTES_MAX } from '../../src/core/limits.js';
import { SystemClock } from '../../src/runtime/clock.js';
import { fs, fsDone, giveEachTestItsOwn, local, putText } from '../support/cli-fs-fixture.js';

giveEachTestItsOwn();

test('fs put: a file comes back with its bytes, mode and time', async () => {
  const data = Buffer.alloc(3 * IO_SIZE_BYTES_MAX + 17, 'hafs');
  await writeFile(join(local, 'a'), data, { mode: 0o640 });
  await utimes(join(local, 'a'), 1000.5, 1000.5);
  await fsDone('put', join(local, 'a'), 'www:/copy');
  await fsDone('get', 'www:/copy', join(local, 'back'));
  expect(data.equals(await readFile(join(local, 'back')))).toBe(true);
  const stats = await stat(join(local, 'back'));
  expect({ mode: stats.mode & 0o7777, mtimeMs: stats.mtimeMs }).toEqual({ mode: 0o640, mtimeMs: 1_000_500 });
});

test('fs put: over a file: replaced whole, and no draft is left', async () => {
  await putText('/a', 'a long first text');
  await putText('/a', 'short');
  expect(await fsDone('cat', 'www:/a')).toBe('short');
  expect(await fsDone('ls', 'www:/')).toBe('a\n');
});

test('fs put -r: a tree comes back with modes, times and links', async () => {
  await mkdir(join(local, 'site/img'), { recursive: true, mode: 0o750 });
  await writeFile(join(local, 'site/index.html'), 'hello');
  await writeFile(join(local, 'site/img/x.png'), 'png');
  await symlink('img/x.png', join(local, 'site/logo'));
  await utimes(join(local, 'site/img'), 500, 500);
  await fsDone('put', '-r', join(local, 'site'), 'www:/');
  await fsDone('get', '-r', 'www:/site', join(local, 'back'));
  expect(await readFile(join(local, 'back/img/x.png'), 'utf8')).toBe('png');
  expect(await readlink(join(local, 'back/logo'))).toBe('img/x.png');
  const stats = await stat(join(local, 'back/img'));
  expect({ mode: stats.mode & 0o7777, mtimeMs: stats.mtimeMs }).toEqual({ mode: 0o750, mtimeMs: 500_000 });
});

test('fs put -r: DIR/.: what is in the directory, not the directory', async () => {
  await mkdir(join(local, 'site'));
  await writeFile(join(local, 'site/index.html'), 'hello');
  await fsDone('put', '-r', `${local}/site/.`, 'www:/');
  expect(await fsDone('ls', 'www:/')).toBe('index.html\n');
});

test('fs put: into a directory that is there: under the local name', async () => {
  await fsDone('mkdir', 'www:/d');
  await putText('/d', 'x');
  expect(await fsDone('ls', 'www:/d')).toBe('draft\n');
});

test('fs put --json: counts as one document', async () => {
  await writeFile(join(local, 'a'), 'abc');
  expect(JSON.parse(await fsDone('put', '--json', join(local, 'a'), 'www:/a'))).toEqual({
    files: 1,
    directories: 0,
    bytes: 3,
  });
});

test('fs mkdir -p: again: no error', async () => {
  await fsDone('mkdir', '-p', 'www:/a/b/c');
  await fsDone('mkdir', '-p', 'www:/a/b/c');
  expect(await fsDone('ls', 'www:/a/b')).toBe('c\n');
});

test('fs mv: into a directory, then over a file', async () => {
  await putText('/a', 'a');
  await putText('/b', 'b');
  await fsDone('mkdir', 'www:/d');
  await fsDone('mv', 'www:/a', 'www:/d');
  await fsDone('mv', 'www:/b', 'www:/d/a');
  expect(await fsDone('cat', 'www:/d/a')).toBe('b');
  expect(await fsDone('ls', 'www:/')).toBe('d\n');
});

test('fs ln: hard and symbolic links lead to the file', async () => {
  await fsDone('mkdir', 'www:/d');
  await putText('/a', 'a');
  await fsDone('ln', 'www:/a', 'www:/hard');
  await fsDone('ln', '-s', 'www:/a', 'www:/d/soft');
  expect(await fsDone('cat', 'www:/hard', 'www:/d/soft')).toBe('aa');
  const [soft] = JSON.parse(await fsDone('stat', '--json', 'www:/d/soft')) as {
    type: string;
    target: string;
  }[];
  expect(soft).toMatchObject({ type: 'symlink', target: '../a' });
});

test('fs rm -r: everything below is gone', async () => {
  await fsDone('mkdir', '-p', 'www:/a/b');
  await putText('/a/b/c', 'c');
  await fsDone('rm', '-r', 'www:/a');
  expect(await fsDone('ls', 'www:/')).toBe('');
});

test('fs ls -l: mode, size and target', async () => {
  await putText('/a', 'abc');
  await fsDone('ln', '-s', 'nowhere', 'www:/l');
  const lines = (await fsDone('ls', '-l', 'www:/')).trim().split('\n');
  expect(lines[0]).toMatch(/^-rw-r--r-- {2}1 .* 3 {2}\d{4}-\d\d-\d\dT.*Z {2}a$/);
  expect(lines[1]).toMatch(/^lrwxrwxrwx .* l -> nowhere$/);
});

test.each([
  { words: ['cat', 'www:/nope'], err: 'fs cat: www:/nope: No such file or directory\n' },
  { words: ['cat', 'www:/'], err: 'fs cat: www:/: Is a directory\n' },
  { words: ['cat', 'www:/loop'], err: 'fs cat: www:/loop: Too many levels of symbolic links\n' },
  { words: ['rm', 'www:/d'], err: 'fs rm: www:/d: Is a directory\n' },
  { words: ['rm', '-r', 'www:/'], err: 'fs rm: www:/: Device or resource busy\n' },
  { words: ['mkdir', 'www:/d'], err: 'fs mkdir: www:/d: File exists\n' },
  { words: ['mv', 'www:/nope', 'www:/x'], err: 'fs mv: www:/nope: No such file or directory\n' },
  { words: ['ln', 'www:/nope', 'www:/x'], err: 'fs ln: www:/nope: No such file or directory\n' },
  { words: ['get', 'www:/d', '/tmp'], err: 'fs get: www:/d (-r copies directories too): Is a directory\n' },
])('fs: $words: $err', async ({ words, err }) => {
  await fsDone('mkdir', 'www:/d');
  await fsDone('ln', '-s', 'loop', 'www:/loop');
  expect(await fs(...words)).toMatchObject({ status: 1, out: '', err });
});

test.each([
  { path: '/', want: [] },
  { path: '//a//b/', want: ['a', 'b'] },
  { path: 'a/../b', want: ['a', '..', 'b'] },
])('path: $path: $want', ({ path, want }) => {
  expect(splitPath(Buffer.from(path)).map((name) => Buffer.from(name).toString())).toEqual(want);
});

test.each([
  { path: 'a', want: '.' },
  { path: '/a', want: '/' },
  { path: 'a/b', want: 'a' },
  { path: '/a/b/c', want: '/a/b' },
])('path: the directory of $path: $want', ({ path, want }) => {
  expect(nameText(directoryOf(utf8(path)))).toBe(want);
});

test.each([
  { mode: 0o755, want: '-rwxr-xr-x' },
  { mode: 0o4750, want: '-rwsr-x---' },
  { mode: 0o6644, want: '-rwSr-Sr--' },
  { mode: 0o1777, want: '-rwxrwxrwt' },
])('listing: mode $mode: $want', ({ mode, want }) => {
  expect(modeText('regular', mode)).toBe(want);
});

test('bounded: a failure: nothing new begins, and what had begun is over', async () => {
  const begun: number[] = [];
  let running = 0;
  const work = async (item: number): Promise<void> => {
    begun.push(item);
    running++;
    await new SystemClock().sleep(item === 2 ? 1 : 20);
    running--;
    if (item === 2) throw new Error('two');
  };
  await expect(forEachBounded([1, 2, 3, 4, 5, 6], 3, work)).rejects.toThrow('two');
  expect({ begun, running }).toEqual({ begun: [1, 2, 3], running: 0 });
});
