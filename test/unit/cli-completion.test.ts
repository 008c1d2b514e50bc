import { afterEach, expect, test } from 'vitest';
import { OWN_OPTION_NAMES } from '../../mount/options.js';
import { OWN_MOUNT_OPTIONS } from '../../src/cli/mount-option-list.js';
import { startAdminServer, type AdminServer } from '../support/admin-server.js';
import type { CommandEntry } from '../../src/cli/reference/command-tree.js';
import { FIXED_WORDS, KIND_BY_PLACE } from '../../src/cli/reference/complete.js';
import { commandTree, runCli } from '../support/cli-run.js';

const NODES = [
  { node: { id: '1', name: 'node1', address: 'n1:1' } },
  { node: { id: '2', name: 'web', address: 'n2:1' } },
];
const CLIENTS = [
  { id: '1', name: 'web1', createdAtMs: 1 },
  { id: '2', name: 'gone', createdAtMs: 1, revokedAtMs: 2 },
];
let server: AdminServer | undefined;

afterEach(() => server?.stop());

async function complete(...words: string[]): Promise<readonly string[]> {
  server = await startAdminServer({
    List: { volumes: [{ name: 'www' }, { name: 'work' }, { name: 'mail' }] },
    ListNodes: { nodes: NODES },
    ListClients: { clients: CLIENTS },
  });
  const { status, out, err } = await runCli(['--server', server.address, 'complete', '--', ...words]);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  return out
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t')[0] ?? '');
}

test.each([
  { words: ['he'], want: ['words', 'heal-status'] },
  { words: ['volume', 'st'], want: ['words', 'start', 'stop', 'status', 'statedump'] },
  { words: ['volume', 'info', 'w'], want: ['words', 'www', 'work'] },
  { words: ['--json', 'volume', 'info', 'm'], want: ['words', 'mail'] },
  { words: ['volume', 'manager', 'www', 'move', ''], want: ['words', 'node1', 'web'] },
  { words: ['heal-status', '--w'], want: ['words', '--watch'] },
  { words: ['server', '--data', ''], want: ['directories'] },
  { words: ['server', '--log-format', ''], want: ['words', 'json', 'text'] },
  { words: ['fs', 'put', ''], want: ['files'] },
  { words: ['fs', 'ls', 'ma'], want: ['words', 'mail:/'] },
  { words: ['fs', 'ls', 'mail:/a', 'www'], want: ['words', 'www:/'] },
  { words: ['mount', 'ww'], want: ['words', 'www'] },
  { words: ['mount', 'www', ''], want: ['directories'] },
  { words: ['volume', 'start', 'www', ''], want: ['words'] },
  { words: ['volume', 'set', 'www', 'scrub-'], want: ['words', 'scrub-interval', 'scrub-bytes-per-second'] },
  { words: ['volume', 'set', 'www', 'durability', ''], want: ['words', 'replicated', 'synced'] },
  { words: ['volume', 'get', 'www', 'a'], want: ['words', 'all', 'all-squash'] },
  { words: ['volume', 'heal', 'www', ''], want: ['words', 'full', 'info'] },
  { words: ['volume', 'heal', 'www', 'info', ''], want: ['words', 'summary'] },
  { words: ['volume', 'manager', 'www', ''], want: ['words', 'move'] },
  { words: ['pool', 'set', ''], want: ['words', 'webhook'] },
  { words: ['lab', 'kill', ''], want: ['words', '1', '2', '3'] },
  { words: ['mount', 'www', '/m', '-o', 'noa'], want: ['words', 'noatime', 'noauto'] },
  { words: ['mount', '-o', 'ro,op'], want: ['words', 'ro,op-timeout='] },
  { words: ['mount', '--server', 'node1,w'], want: ['words', 'node1,web'] },
  { words: ['support-bundle', '--http', ''], want: ['words'] },
  { words: ['client', 'revoke', ''], want: ['words', 'web1'] },
  { words: ['client', 'create', ''], want: ['words'] },
  { words: ['client', 'create', 'c', '--volume', 'w'], want: ['words', 'www', 'work'] },
  { words: ['client', 'list', '--h'], want: ['words', '--help'] },
  { words: ['volume', 'create', ''], want: ['words'] },
  { words: ['volume', 'create', 'new', ''], want: ['words', 'replica'] },
  { words: ['volume', 'create', 'new', 'replica', ''], want: ['words', '3'] },
])('completion: $words: what may stand there', async ({ words, want }) => {
  expect(await complete(...words)).toEqual(want);
});

test('completion: what stands there: of arguments and options that there are', () => {
  const places = (command: CommandEntry): string[] =>
    command.commands.length > 0
      ? command.commands.flatMap(places)
      : [...command.arguments.map(({ name }) => name), ...command.options.flatMap(({ names }) => names)].map(
          (name) => [...command.words, name].join(' '),
        );
  const known = places(commandTree());
  const named = [...Object.keys(FIXED_WORDS), ...KIND_BY_PLACE.keys()];
  expect(named.filter((place) => !known.includes(place))).toEqual([]);
});

test('completion: no node answers: no names, no complaint', async () => {
  const { status, out, err } = await runCli([
    '--server',
    '127.0.0.1:1',
    'complete',
    '--',
    'volume',
    'info',
    '',
  ]);
  expect({ status, out, err }).toEqual({ status: 0, out: 'words\n', err: '' });
});

test.each(['bash', 'zsh'])('completion: %s: its script asks the command', async (shell) => {
  expect((await runCli(['completion', shell])).out).toContain(' complete -- ');
});

test('completion: bash: no blank behind what goes on, as "VOL:/" and "op-timeout="', async () => {
  expect((await runCli(['completion', 'bash'])).out).toMatch(/\*:\/ .* \*= .*compopt -o nospace/);
});

test('mount options: the help and the manual page: they know those that are read', () => {
  expect(OWN_MOUNT_OPTIONS.map(({ term }) => term.split('=')[0]).sort()).toEqual(
    [...OWN_OPTION_NAMES].sort(),
  );
});
