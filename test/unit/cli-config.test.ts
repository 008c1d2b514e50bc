import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { InvalidRequestError } from '../../src/core/errors.js';
import {
  chooseServers,
  credentialFrom,
  loadSettings,
  parseSettings,
  serversFrom,
} from '../../src/runtime/config.js';
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

let directory = '';
let configFile = '';

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'hafs-config-'));
  configFile = join(directory, 'hafs.toml');
});
afterAll(() => rm(directory, { recursive: true }));

const EMPTY = { HAFS_SERVER: '', HAFS_CREDENTIAL: '' };

test.each([
  { flags: {}, environment: {}, servers: ['n1'], credential: '/file.pem' },
  { flags: {}, environment: EMPTY, servers: ['n1'], credential: '/file.pem' },
  { flags: {}, environment: { HAFS_SERVER: ',' }, servers: ['n1'], credential: '/file.pem' },
  { flags: { server: 'f' }, environment: {}, servers: ['f'], credential: '/file.pem' },
  { flags: {}, environment: { HAFS_SERVER: 'e' }, servers: ['e'], credential: '/file.pem' },
  { flags: {}, environment: { HAFS_CREDENTIAL: 'e.pem' }, servers: ['n1'], credential: 'e.pem' },
  {
    flags: { credential: 'f.pem' },
    environment: { HAFS_CREDENTIAL: 'e.pem' },
    servers: ['n1'],
    credential: 'f.pem',
  },
])('config: $flags, $environment: asks $servers as $credential', async ({ flags, environment, ...want }) => {
  await writeFile(configFile, 'server = "n1"\ncredential = "/file.pem"\n');
  const variables: Readonly<Record<string, string>> = environment;
  const named = { server: undefined, credential: undefined, ...flags };
  const sources = { ...named, environment: (name: string) => variables[name], configFile };
  expect({ servers: await serversFrom(sources), credential: await credentialFrom(sources) }).toEqual(want);
});

test('config: a server is named: the credential of the file was not used', async () => {
  await writeFile(configFile, 'credential = "/file.pem"\n');
  const { mounted } = await runCli(['--server', 'n1', 'mount', 'www', '/m'], { configFile });
  expect(mounted).toMatchObject([{ servers: ['n1:24100'], credentialFile: '/file.pem' }]);
});

test('config: HAFS_SERVER is empty: the file was not read', async () => {
  await writeFile(configFile, 'server = "n1"\n');
  const { mounted } = await runCli(['mount', 'www', '/m'], { configFile, environment: EMPTY });
  expect(mounted).toMatchObject([{ servers: ['n1:24100'] }]);
});

test('config: malformed file: stops a command that needs it, not one that names its server', async () => {
  await writeFile(configFile, 'server = \n');
  const without = await runCli(['pool', 'list'], { configFile });
  expect(without.err).toMatch(`pool list: failed: ${configFile}, line 1: `);
  const named = await runCli(['pool', 'list', '--server', '127.0.0.1:1'], { configFile });
  expect(named.err).toMatch('no server answers');
});
