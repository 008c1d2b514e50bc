import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runCli, type CliSetting } from '../support/cli-run.js';

let directory: string;
let configFile: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'hafs-settings-'));
  configFile = join(directory, 'hafs.toml');
});

afterEach(async () => {
  await rm(directory, { recursive: true });
});

async function served(words: string[], setting: CliSetting, file = '[node]\ndata = "/file"\nname = "f"\n') {
  await writeFile(configFile, file);
  const { status, err, served: calls } = await runCli(['server', ...words], { configFile, ...setting });
  return { status, err, call: calls[0] };
}

test.each([
  { words: [], environment: {}, want: { dataDirectory: '/file', name: 'f', logFormat: 'text' } },
  { words: [], environment: { HAFS_NODE_DATA: '/env' }, want: { dataDirectory: '/env', name: 'f' } },
  { words: ['--data', '/flag'], environment: { HAFS_NODE_DATA: '/env' }, want: { dataDirectory: '/flag' } },
  { words: [], environment: { HAFS_NODE_LOG_FORMAT: 'json' }, want: { logFormat: 'json' } },
  { words: [], environment: { HAFS_NODE_NAME: '' }, want: { name: 'f' } },
])(
  'node settings: $words with $environment: flag, environment, file, default',
  async ({ words, environment, want }) => {
    const { status, call } = await served(words, { environment });
    expect(status).toBe(0);
    expect(call).toMatchObject(want);
  },
);

test.each([
  { file: '[node]\ndtaa = "/x"\n', says: '[node] knows no "dtaa" (did you mean data?); it knows data, ' },
  { file: '[node]\ndata = ["/x"]\n', says: '[node] "data" must be text' },
  { file: 'node = 5\n', says: '"node" must be a table' },
  { file: '[node\n', says: 'hafs.toml, line 1' },
])('node settings: a file with $file: says what is wrong, exit 1', async ({ file, says }) => {
  const { status, err, call } = await served([], {}, file);
  expect({ status, call }).toEqual({ status: 1, call: undefined });
  expect(err).toContain(says);
});

test('node settings: a value that the option does not take: the same error as on the command line', async () => {
  const { status, err } = await served([], {}, '[node]\ndata = "/x"\nlog-format = "xml"\n');
  expect(status).toBe(2);
  expect(err).toContain('Allowed choices are json, text');
});

test('node settings: a global option before the command: found all the same', async () => {
  await writeFile(configFile, '[node]\ndata = "/file"\n');
  const { served: calls } = await runCli(['--server', 'server', 'server'], { configFile });
  expect(calls[0]).toMatchObject({ dataDirectory: '/file' });
});

test('node settings: another command: they do not concern it', async () => {
  await writeFile(configFile, '[node]\nwrong = 1\n');
  const { mounted } = await runCli(['mount', 'www', '/m', '--server', 'n1'], { configFile });
  expect(mounted).toHaveLength(1);
});
