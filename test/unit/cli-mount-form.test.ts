import { expect, test } from 'vitest';
import { normalizeWords } from '../../src/cli/mount-form.js';
import { runCli } from '../support/cli-run.js';

const isCommand = (word: string): boolean => ['mount', 'volume', 'fs'].includes(word);

test.each([
  { words: ['www', '/m'], want: ['mount', 'www', '/m'] },
  { words: ['www', '/m', '-o', 'rw,dev,suid'], want: ['mount', 'www', '/m', '-o', 'rw,dev,suid'] },
  { words: ['n1,n2:/www', 'm', '-o', 'rw'], want: ['mount', 'n1,n2:/www', 'm', '-o', 'rw'] },
  { words: ['volume', '/m', '-o', 'rw'], want: ['volume', '/m', '-o', 'rw'] },
  { words: ['volum', 'start', 'www'], want: ['volum', 'start', 'www'] },
  { words: ['www'], want: ['www'] },
  { words: ['--json', '/m'], want: ['--json', '/m'] },
])('mount form: hafs $words: $want', ({ words, want }) => {
  expect(normalizeWords(words, 'hafs', isCommand)).toEqual(want);
});

test.each([
  { words: ['n1:/www', '/m'], want: ['n1:/www', '/m'] },
  { words: ['n1:/www', '/m', '-n', '-o', 'rw'], want: ['n1:/www', '/m', '-o', 'rw'] },
  { words: ['n1:/www', '/m', '-sfnv'], want: ['n1:/www', '/m', '--sloppy', '--fake'] },
  { words: ['w', '/m', '-N', '/ns', '-o', 'rw', '-t', 'fuse.hafs'], want: ['w', '/m', '-o', 'rw'] },
  { words: ['volume', '/m'], want: ['volume', '/m'] },
])('mount helper: $words: mount --helper $want', ({ words, want }) => {
  expect(normalizeWords(words, 'mount.fuse.hafs', isCommand)).toEqual(['mount', '--helper', ...want]);
});

test('mount helper: unknown option: wrong usage', async () => {
  const { status, err } = await runCli(['w', '/m', '-q'], { invokedAs: 'mount.hafs' });
  expect({ status, err }).toEqual({
    status: 2,
    err: 'hafs: unknown option "-q" of a mount helper; see "hafs --help"\n',
  });
});

const FLAGS = { foreground: false, sloppy: false, fake: false, isHelper: false };
const PLAIN = { options: '', ...FLAGS, servers: ['localhost:24100'] };

test.each([
  { words: ['mount', 'www', '/m'], want: { source: 'www', directory: '/m' } },
  { words: ['www', '/m', '-o', 'rw,dev'], want: { source: 'www', directory: '/m', options: 'rw,dev' } },
  {
    words: ['mount', '-o', 'ro', '-o', 'noatime', 'w', 'm'],
    want: { source: 'w', directory: 'm', options: 'ro,noatime' },
  },
  {
    words: ['mount', '--foreground', '--server', 'n1,n2', '-s', '-o', 'rw', '--', 'n1:/www/sub', '/m'],
    want: {
      source: 'n1:/www/sub',
      directory: '/m',
      options: 'rw',
      foreground: true,
      sloppy: true,
      servers: ['n1:24100', 'n2:24100'],
    },
  },
])('mount: hafs $words: the program is asked', async ({ words, want }) => {
  const { status, mounted } = await runCli(words);
  expect({ status, mounted }).toEqual({ status: 0, mounted: [{ ...PLAIN, ...want }] });
});

test('umount: a directory: the program is asked', async () => {
  expect((await runCli(['umount', '/m'])).unmounted).toEqual(['/m']);
});

test('server: options: the program is asked, and only for what was named', async () => {
  const words = ['server', '--data', '/d', '--name', 'n1', '--http', '0.0.0.0:80', '--log-format', 'json'];
  expect((await runCli(words)).served).toEqual([
    { dataDirectory: '/d', name: 'n1', http: '0.0.0.0:80', logFormat: 'json' },
  ]);
});
