import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeDirectory, removeDirectories } from '../../src/runtime/make-directory.js';

let scratch: string;
beforeEach(() => void (scratch = mkdtempSync(join(tmpdir(), 'hafs-make-'))));
afterEach(() => rmSync(scratch, { recursive: true }));

const OWNER_ONLY = 0o700;
const PERMISSIONS = 0o777;

test('make directory: none of several levels is there: all are made, with the mode, and told', () => {
  const [a, b, c] = [join(scratch, 'a'), join(scratch, 'a/b'), join(scratch, 'a/b/c')];
  expect(makeDirectory(c, OWNER_ONLY)).toEqual([a, b, c]);
  for (const made of [a, b, c]) expect(statSync(made).mode & PERMISSIONS).toBe(OWNER_ONLY);
});

test('make directory: it is there: nothing is done', () => {
  expect(makeDirectory(scratch)).toEqual([]);
});

test('make directory: a file is in the way: says so, and leaves nothing behind', () => {
  mkdirSync(join(scratch, 'there'));
  writeFileSync(join(scratch, 'there', 'file'), '');
  expect(() => makeDirectory(join(scratch, 'there', 'file', 'x'))).toThrow('ENOTDIR');
  expect(() => makeDirectory(join(scratch, 'new', 'x\0'))).toThrow();
  expect(readdirSync(scratch)).toEqual(['there']);
});

test('make directory: below /proc, where nothing can be made: ends, with the reason', () => {
  expect(() => makeDirectory('/proc/hafs/x')).toThrow('ENOENT');
});

test('make directory: taken back: what somebody uses stays', () => {
  const made = makeDirectory(join(scratch, 'a/b/c'));
  writeFileSync(join(scratch, 'a', 'theirs'), '');
  removeDirectories(made);
  expect(readdirSync(join(scratch, 'a'))).toEqual(['theirs']);
});
