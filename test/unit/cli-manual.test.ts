import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCli } from '../support/cli-run.js';

const directory = mkdtempSync(join(tmpdir(), 'hafs-man-'));
const hasMan = spawnSync('man', ['--version']).status === 0;
const testWithMan = hasMan || process.env['HAFS_NO_SKIP'] === '1' ? test : test.skip;

afterAll(() => rmSync(directory, { recursive: true }));

testWithMan.each(['hafs', 'mount.hafs'])('manual: %s(8): man renders it without a warning', async (page) => {
  const { status, out } = await runCli(['manual-page', page]);
  expect(status).toBe(0);
  const file = join(directory, `${page}.8`);
  writeFileSync(file, out);
  const { stdout, stderr } = spawnSync('man', ['--warnings', '-E', 'UTF-8', '-l', file], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(stdout).toContain(`${page} - `);
});

test('manual: hafs(8): every command is in it, as its help has it', async () => {
  const { out } = await runCli(['manual-page', 'hafs']);
  expect(out).toContain('.SS hafs volume availability [options] <volume>');
  expect(out).toContain('hafs heal\\-status');
});

test('completion: bash: its script: offers what the command says, without the descriptions', async () => {
  const fake = join(directory, 'hafs');
  writeFileSync(fake, '#!/bin/sh\necho words; printf "www\\ta volume\\n%s\\t\\n" "$*"\n', { mode: 0o755 });
  const script = join(directory, 'completion.bash');
  writeFileSync(script, (await runCli(['completion', 'bash'])).out);
  const asked = `source ${script}; COMP_WORDS=(${fake} volume start w); COMP_CWORD=3; _hafs; printf '%s\n' "\${COMPREPLY[@]}"`;
  const { stdout } = spawnSync('bash', ['--norc', '-c', asked], { encoding: 'utf8' });
  expect(stdout).toBe('www\ncomplete -- volume start w\n');
});
