/** Names come from other people: what a command prints for people must not be obeyed by their terminals. */
import { expect, test } from 'vitest';
import { tableText } from '../../src/cli/output.js';
import { COLOURS } from '../../src/cli/paint.js';
import { failureLine } from '../../src/cli/failure-line.js';
import { CommandError } from '../../src/cli/usage-error.js';
import { utf8 } from '../../src/client/tree/byte-path.js';
import { VolumeTree } from '../../src/client/tree/volume-tree.js';
import { RefusedError } from '../../src/core/errors.js';
import { printable } from '../../src/core/printable.js';
import { SystemClock } from '../../src/runtime/clock.js';
import { textLine } from '../../src/runtime/logger.js';
import { startAdminServer } from '../support/admin-server.js';
import { runCli } from '../support/cli-run.js';
import { LocalVolume } from '../support/local-volume.js';

/** Sets the window's title, clears the screen, and begins a line of its own. */
const EVIL = 'a\x1b]0;x\x07\x1b[2J\nb\x7f\x9b31m';
const SHOWN = 'a\\x1b]0;x\\x07\\x1b[2J\\x0ab\\x7f\\x9b31m';

test.each([
  { text: EVIL, want: SHOWN },
  { text: 'Käse → 🧀 \\n', want: 'Käse → 🧀 \\n' },
])('printable: $want', ({ text, want }) => {
  expect(printable(text)).toBe(want);
});

test('table: a cell with orders to the terminal: they are shown, colours of our own stay', () => {
  const rows = [[COLOURS.bad('offline'), EVIL]];
  expect(tableText([{ head: '' }, { head: '' }], rows)).toBe(`${COLOURS.bad('offline')}  ${SHOWN}`);
});

test.each([{ words: ['ls'] }, { words: ['ls', '-l'] }, { words: ['stat'] }])(
  'fs: $words: a name with orders to the terminal: they are shown',
  async ({ words }) => {
    const volume = new LocalVolume(new SystemClock()).connect();
    const tree = new VolumeTree(volume, { uid: 0, gid: 0 });
    const root = await tree.walk('/', 'keep');
    await tree.make({ parent: root.ino, name: utf8(EVIL), type: 'symlink', mode: 0o777, target: utf8(EVIL) });
    const place = words[0] === 'stat' ? `www:/${EVIL}` : 'www:/';
    const { out } = await runCli(['fs', ...words, place], { volume });
    expect(out).toContain(SHOWN);
    expect(out.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    const json = await runCli(['fs', '--json', ...words, place], { volume });
    expect(JSON.parse(json.out)).toMatchObject([{ target: EVIL }]);
  },
);

test('volume clients: a client that calls itself by orders to the terminal: they are shown', async () => {
  const clients = [{ session: 7, client: EVIL, version: '\x1b[8m', connected: true }];
  const server = await startAdminServer({ Clients: { clients } });
  const words = ['volume', 'clients', 'www', '--server', server.address];
  const { out } = await runCli(words, { isWatched: true });
  expect(out).toContain(`${SHOWN}  `);
  expect(out).toContain('\\x1b[8m');
  const json = await runCli([...words, '--json']);
  expect(JSON.parse(json.out)).toMatchObject({ clients: [{ client: EVIL }] });
  server.stop();
});

test('failure: a message with orders to the terminal: one line that shows them', () => {
  const line = failureLine(new CommandError('peer probe', new RefusedError('no\x1b[2J\nnode')));
  expect(line).toBe('peer probe: failed: no\\x1b[2J; node');
});

test('log: text: a value with orders to the terminal stays in its line, and is shown', () => {
  expect(textLine('warn', 'client.opened', { client: EVIL })).toMatch(/client=a\\x1b.*\\x9b31m\n$/);
});
