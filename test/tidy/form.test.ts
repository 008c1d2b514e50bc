import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROGRAM_DIRECTORIES, ROOT, sourceFiles } from './source-files.js';

const LINES_MAX = 300;
/** Built from parts, so that this file does not find itself. */
const SUPPRESSIONS = ['eslint' + '-disable', '@ts' + '-ignore', '@ts' + '-expect-error', '@ts' + '-nocheck'];

const files = sourceFiles(...PROGRAM_DIRECTORIES, 'test');

test(`form: no file has more than ${LINES_MAX} lines`, () => {
  const long = files.filter((file) => file.text.trimEnd().split('\n').length > LINES_MAX);
  expect(long.map((file) => file.path)).toEqual([]);
});

test.each(SUPPRESSIONS)('form: %s: nobody silences the tools', (suppression) => {
  expect(files.filter((file) => file.text.includes(suppression)).map((file) => file.path)).toEqual([]);
});

test('form: the linter has errors only: a warning is never read', () => {
  expect(readFileSync(join(ROOT, 'eslint.config.js'), 'utf8')).not.toMatch(/['"]warn['"]/);
});
