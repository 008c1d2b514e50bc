import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { InvalidRequestError } from '../../src/core/errors.js';
import { chooseServers, loadSettings, parseSettings } from '../../src/runtime/config.js';
import { runCli } from '../support/cli-run.js';

test.each([
  { flag: 'f1,f2', environment: 'e', file: ['c'], want: ['f1', 'f2'] },
  { flag: undefined, environment: ' e1 , e2:1,', file: ['c'], want: ['e1', 'e2:1'] },
  { flag: undefined, environment: undefined, file: ['c'], want: ['c'] },
  { flag: undefined, environment: '', file: ['c'], want: ['c'] },
  { flag: undefined, environment: undefined, file: undefined, want: ['localhost:24100'] },
])('config: flag $flag, environment $environment, file $file: $want', ({ flag, environment, file, want }) => {
  const settings = file === undefined ? {} : { servers: file };
  expect(chooseServers({ flag, environment, file: settings })).toEqual(want);
});

test.each([
  { text: 'server = "n1,n2"', want: { servers: ['n1', 'n2'] } },
  { text: 'server = ["n1", "n2:7000"]', want: { servers: ['n1', 'n2:7000'] } },
  { text: '# nothing', want: {} },
])('config: $text: $want', ({ text, want }) => {
  expect(parseSettings(text, 'hafs.toml')).toEqual(want);
});

test.each([
  { text: '\nserver = 5\n', says: 'hafs.toml, line 2: "server" must be text or a list of texts' },
  { text: '# a\n\nserver = "n1\n', says: 'hafs.toml, line 3: ' },
  {
    text: '# a\nserver = "n1"\nsever = "n1"\n',
    says: 'hafs.toml, line 3: nothing is called "sever" (did you mean server?); there are server, credential, [node]',
  },
  {
    text: 'server = "n1"\n[nod]\nname = "n1"\n',
    says: 'line 2: nothing is called "nod" (did you mean node?)',
  },
])('config: malformed file: the line is named', ({ text, says }) => {
  expect(() => parseSettings(text, 'hafs.toml')).toThrow(InvalidRequestError);
  expect(() => parseSettings(text, 'hafs.toml')).toThrow(says);
});

test('config: no file: no settings', async () => {
  expect(await loadSettings('/nonexistent/hafs.toml')).toEqual({});
});

test('config: malformed file: stops a command that needs it, not one that names its server', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'hafs-config-'));
  const configFile = join(directory, 'hafs.toml');
  await writeFile(configFile, 'server = \n');
  const without = await runCli(['pool', 'list'], { configFile });
  expect(without.err).toMatch(`pool list: failed: ${configFile}, line 1: `);
  const named = await runCli(['pool', 'list', '--server', '127.0.0.1:1'], { configFile });
  expect(named.err).toMatch('no server answers');
  await rm(directory, { recursive: true });
});
