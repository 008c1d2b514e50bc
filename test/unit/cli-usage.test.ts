import { expect, test } from 'vitest';
import { failureLine } from '../../src/cli/failure-line.js';
import { CommandError } from '../../src/cli/usage-error.js';
import {
  AccessDeniedError,
  FileError,
  KeyUnavailableError,
  QuorumLostError,
  RefusedError,
} from '../../src/core/errors.js';
import { REVOKED } from '../../src/rpc/identity/access.js';
import { runCli } from '../support/cli-run.js';

const NOBODY = ['--server', '127.0.0.1:1'];

test('usage: --version: printed, exit 0', async () => {
  expect(await runCli(['--version'])).toMatchObject({ status: 0, out: 'hafs 1.2.3\n', err: '' });
});

test.each([[['--help']], [['volume', '--help']], [['help']], [['help', 'volume']], [['volume', 'help']]])(
  'usage: %s: help on stdout, exit 0',
  async (words) => {
    const { status, out, err } = await runCli(words);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(/^Usage: hafs/);
  },
);

test.each([[['help', 'volume', 'create']], [['volume', 'help', 'create']], [['volume', 'create', '--help']]])(
  "usage: %s: that command's own help",
  async (words) => {
    const { status, out } = await runCli(words);
    expect({ status, usage: out.split('\n')[0] }).toEqual({
      status: 0,
      usage: 'Usage: hafs volume create [options] <volume> <words...>',
    });
  },
);

test.each([
  {
    words: ['help', 'volum'],
    says: `hafs: unknown command 'volum' (did you mean volume?); see "hafs --help"\n`,
  },
  {
    words: ['help', 'volume', 'crate'],
    says: `hafs: unknown command 'crate' (did you mean create?); see "hafs volume --help"\n`,
  },
  {
    words: ['volume', 'heal', 'w', 'ful'],
    says: '"ful" is not something to heal (did you mean full?): write',
  },
  { words: ['volume', 'heal', 'w', 'info', 'sumary'], says: '(did you mean info summary?)' },
  {
    words: ['volume', 'manager', 'w', 'mve', 'n1'],
    says: '"mve" is none of its words (did you mean move?): write',
  },
  { words: ['volum'], says: `hafs: unknown command 'volum' (did you mean volume?); see "hafs --help"\n` },
  {
    words: ['volume', 'strat', 'w'],
    says: `hafs: unknown command 'strat' (did you mean start?); see "hafs volume --help"\n`,
  },
  {
    words: ['pool', 'list', '--jsn'],
    says: `hafs: unknown option '--jsn' (did you mean --json?); see "hafs pool list --help"\n`,
  },
  {
    words: ['volume', 'start'],
    says: `hafs: missing required argument 'volume'; see "hafs volume start --help"\n`,
  },
  { words: ['--server', 'a b', 'pool', 'list'], says: 'is not HOST or HOST:PORT; see "hafs --help"\n' },
  { words: ['volume', 'heal', 'w', 'fast'], says: '[full|info [summary]]; see "hafs volume heal --help"' },
  { words: ['volume', 'manager', 'w', 'move'], says: 'write: volume manager VOL [move NODE]' },
  { words: ['fs', 'ls', 'www'], says: 'write VOL:/PATH' },
  { words: ['fs', 'mv', 'a:/x', 'b:/x'], says: 'a and b are different volumes' },
  { words: ['lab', 'up', '--nodes', '2'], says: 'a lab has 3 to 9 nodes, not "2"' },
])('usage: $words: one line and exit 2', async ({ words, says }) => {
  const { status, out, err } = await runCli(words);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toContain(says);
  expect(err.split('\n')).toHaveLength(2);
});

test('usage: a group without its command: help on stderr, exit 2', async () => {
  const { status, out, err } = await runCli(['volume']);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toMatch(/^Usage: hafs volume/);
});

test.each([
  [['pool', 'list', ...NOBODY]],
  [[...NOBODY, 'pool', 'list']],
  [['volume', 'heal', 'www', ...NOBODY, 'full']],
])('failure: %s: no server answers, one line, exit 1', async (words) => {
  const { status, out, err } = await runCli(words);
  expect({ status, out }).toEqual({ status: 1, out: '' });
  expect(err).toMatch(
    /failed: no server answers \(cannot reach 127\.0\.0\.1:1: ECONNREFUSED\); is .* --server/,
  );
  expect(err.split('\n')).toHaveLength(2);
});

test('failure: HAFS_DEBUG=1: the stack follows', async () => {
  const { err } = await runCli(['pool', 'list', ...NOBODY], { environment: { HAFS_DEBUG: '1' } });
  expect(err).toMatch(/UnreachableError: .*\n +at /);
});

test.each([
  { error: new RefusedError('it exists'), line: 'volume start: www: failed: it exists' },
  { error: new RefusedError('two\n  lines'), line: 'volume start: www: failed: two; lines' },
  { error: new FileError('ENOENT', 'www:/a'), line: 'volume start: www: www:/a: No such file or directory' },
  { error: new FileError('ENOSPC'), line: 'volume start: www: No space left on the volume' },
  {
    error: new QuorumLostError('1 of 3 bricks'),
    line: 'volume start: www: failed: 1 of 3 bricks; most bricks of the volume must be up: see "hafs heal-status"',
  },
  {
    error: new AccessDeniedError('a credential for a client may not call Pool/ListNodes'),
    line: 'volume start: www: failed: a credential for a client may not call Pool/ListNodes; name another credential with --credential FILE; "hafs client list", on a node, shows whom the pool knows',
  },
  { error: new AccessDeniedError(REVOKED), line: `volume start: www: failed: ${REVOKED}` },
  {
    error: new KeyUnavailableError('there is no key in /k'),
    line: 'volume start: www: failed: there is no key in /k; that node needs --key-file or --key-command (docs/security.md)',
  },
  {
    error: new KeyUnavailableError('this node has no key: start it with --key-file or --key-command'),
    line: 'volume start: www: failed: this node has no key: start it with --key-file or --key-command',
  },
  {
    error: Object.assign(new Error("ENOENT: no such file or directory, stat '/a'"), {
      code: 'ENOENT',
      syscall: 'stat',
      path: '/a',
    }),
    line: 'volume start: www: /a: No such file or directory',
  },
  {
    error: Object.assign(new Error('spawn tar ENOENT'), {
      code: 'ENOENT',
      syscall: 'spawn tar',
      path: 'tar',
    }),
    line: 'volume start: www: failed: spawn tar ENOENT',
  },
  {
    error: Object.assign(new Error('listen EADDRINUSE'), { code: 'EADDRINUSE', syscall: 'listen' }),
    line: 'volume start: www: failed: listen EADDRINUSE',
  },
  {
    error: new TypeError('x is undefined'),
    line: 'volume start: www: failed: internal error: x is undefined (a bug of hafs; HAFS_DEBUG=1 shows where)',
  },
])('failure: $error: "$line"', ({ error, line }) => {
  expect(failureLine(new CommandError('volume start: www', error))).toBe(line);
});
