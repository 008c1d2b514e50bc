import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { compile, compiledTo } from '../support/compiled.js';

const NO_PROCESS = 2 ** 31 - 1;

test('compiled for children: in a directory of this process’s own, and what others have left is removed', () => {
  const left = join(dirname(compiledTo('kv')), `hafs-kv-test-${NO_PROCESS}`);
  mkdirSync(left, { recursive: true });
  compile('kv');
  expect(compiledTo('kv')).toContain(`${process.pid}`);
  expect(existsSync(join(compiledTo('kv'), 'test/support/kv-process.js'))).toBe(true);
  expect(existsSync(left)).toBe(false);
});
