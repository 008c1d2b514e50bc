import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';

let scratch: string;
beforeEach(() => void (scratch = mkdtempSync(join(tmpdir(), 'hafs-make-'))));
afterEach(() => rmSync(scratch, { recursive: true }));

test('make directory: several processes make their own below one that is not there: all succeed', async () => {
  const module = new URL('../../dist/src/runtime/make-directory.js', import.meta.url).href;
  const script = `const { makeDirectory } = await import('${module}');
    for (let n = 0; n < 100; n++) makeDirectory('${scratch}/round' + n + '/a/b/' + process.pid);`;
  const make = async (): Promise<unknown> =>
    promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
  await Promise.all([make(), make(), make()]);
  expect(readdirSync(join(scratch, 'round99/a/b'))).toHaveLength(3);
});
