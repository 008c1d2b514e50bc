import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { CommandEntry } from '../../src/cli/reference/command-tree.js';
import { listItem, roffText, subheading } from '../../src/cli/reference/roff.js';
import { commandTree, runCli } from '../support/cli-run.js';

const directory = mkdtempSync(join(tmpdir(), 'hafs-man-'));
const hasMan = spawnSync('man', ['--version']).status === 0;
const testWithMan = hasMan || process.env['HAFS_NO_SKIP'] === '1' ? test : test.skip;

const leaves = (command: CommandEntry): CommandEntry[] =>
  command.commands.length === 0 ? [command] : command.commands.flatMap(leaves);

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
  const commands = leaves(commandTree());
  expect(commands.length).toBeGreaterThan(50);
  for (const { usage, description, options } of commands) {
    expect(out).toContain(`\n${subheading(usage)}\n${roffText(description)}\n`);
    for (const option of options) expect(out).toContain(`\n${listItem(option.term, option.description)}\n`);
  }
});

test.each([
  'HAFS_SERVER',
  'HAFS_CREDENTIAL',
  '/etc/hafs/hafs.toml',
  '/etc/hafs/credential.pem',
  '~/.hafs/credentials',
])('manual: hafs(8): %s: is in it', async (name) => {
  expect((await runCli(['manual-page', 'hafs'])).out).toContain(`\n.B ${name}\n`);
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

const hasZsh = spawnSync('zsh', ['--version']).status === 0;
const testWithZsh = hasZsh || process.env['HAFS_NO_SKIP'] === '1' ? test : test.skip;

testWithZsh('completion: zsh: its script: offers what the command says, with the descriptions', async () => {
  const fake = join(directory, 'hafs-for-zsh');
  writeFileSync(fake, '#!/bin/sh\necho words; printf "www:/\\ta volume\\n%s\\t\\n" "$*"\n', { mode: 0o755 });
  const script = join(directory, 'completion.zsh');
  writeFileSync(script, (await runCli(['completion', 'zsh'])).out);
  // What compinit would bring: who completes what, and how candidates are shown.
  const shell = `compdef() { registered="$*" }; _describe() { print -rl -- "\${(@P)2}" }; source ${script}; print -r -- $registered`;
  const asked = `words=(${fake} volume start w); CURRENT=4; _hafs`;
  const { stdout, stderr } = spawnSync('zsh', ['-f', '-c', `${shell}; ${asked}`], { encoding: 'utf8' });
  expect({ stdout, stderr }).toEqual({
    stdout: '_hafs hafs\nwww\\:/:a volume\ncomplete -- volume start w\n',
    stderr: '',
  });
});
