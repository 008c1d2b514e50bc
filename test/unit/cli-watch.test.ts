import { stripVTControlCharacters } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import { healStatusText } from '../../src/cli/heal-report.js';
import { COLOURS } from '../../src/cli/paint.js';
import { suggestion } from '../../src/core/unknown-name.js';
import { startAdminServer, type AdminServer, type Answers } from '../support/admin-server.js';
import { runCli } from '../support/cli-run.js';
import { eventually } from '../support/eventually.js';

const servers: AdminServer[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.stop();
});

async function serve(answers: Answers): Promise<AdminServer> {
  const server = await startAdminServer(answers);
  servers.push(server);
  return server;
}

const BRICK = { brick: 'n1:24100:/b', node: 'node1', state: 'healing', pendingEntries: 3, healedEntries: 1 };
const VOLUMES = [{ name: 'www', status: 'started' }, { name: 'mail' }];
const HEALTH = { volumes: [{ volume: 'www', status: 'started', quorum: true, bricks: [BRICK] }] };
const AVAILABILITY = { untilMs: 1, silentNodes: [] };
const NODES = {
  nodes: [{ node: { id: '1', name: 'node1', address: 'n1:1' }, connected: true }],
  quorum: true,
};

test.each([
  ['heal-status'],
  ['volume', 'status', 'www'],
  ['volume', 'scrub', 'www', '--status'],
  ['volume', 'heal', 'www', 'info'],
  ['volume', 'availability', 'www'],
  ['pool', 'list'],
  ['peer', 'status'],
])('watch: %s %s: shown again until interrupted', async (...words) => {
  const stop = new AbortController();
  const server = await serve({ HealStatus: HEALTH, Availability: AVAILABILITY, ListNodes: NODES });
  const watching = runCli([...words, '--json', '--watch', '--server', server.address], {
    interruption: stop.signal,
  });
  await eventually(() => expect(server.requests.length).toBeGreaterThan(1));
  stop.abort();
  const { status, out } = await watching;
  const lines = out.trimEnd().split('\n');
  expect(status).toBe(0);
  expect(lines.length).toBeGreaterThan(1);
  expect(new Set(lines).size).toBe(1);
});

test.each([
  { words: ['volume', 'scrub', 'www', '--watch'], says: '--watch goes with --status' },
  { words: ['volume', 'heal', 'www', '--watch'], says: '--watch goes with info' },
])('watch: $words: there is nothing to watch, exit 2', async ({ words, says }) => {
  const { status, err } = await runCli(words);
  expect({ status, said: err.includes(says) }).toEqual({ status: 2, said: true });
});

test('colours: on a terminal only, and they change nothing else', async () => {
  const server = await serve({ ListNodes: NODES });
  const plain = await runCli(['pool', 'list', '--server', server.address]);
  const coloured = await runCli(['pool', 'list', '--server', server.address], { isWatched: true });
  expect(coloured.out).not.toBe(plain.out);
  expect(stripVTControlCharacters(coloured.out)).toBe(plain.out);
});

test('colours: --json: none', async () => {
  const server = await serve({ ListNodes: NODES });
  const { out } = await runCli(['pool', 'list', '--json', '--server', server.address], { isWatched: true });
  expect(stripVTControlCharacters(out)).toBe(out);
});

test('heal-status: a heal, on a terminal: a bar says how far it is', () => {
  const brick = {
    ...{ brick: 'n1:24100:/b', nodeName: 'node1', state: 'healing', index: 1, problem: undefined },
    ...{ pendingEntries: 3, pendingBytes: 300, healedEntries: 1, healedBytes: 100, bytesPerSecond: 0 },
    ...{ etaSeconds: undefined, totalBytes: 0, availableBytes: 0, processId: 1, pendingNames: [] },
    ...{ scrub: undefined, isDrained: false, replaces: undefined },
  };
  const volume = { volume: 'www', status: 'started', hasQuorum: true, isInsecure: false };
  const health = { ...volume, term: 1, manager: 'n', index: 4 };
  expect(healStatusText([{ ...health, bricks: [brick] }], COLOURS)).toContain('█████░░░░░░░░░░░░░░░ 25 %');
});

test.each([
  { given: 'ww', known: ['www', 'mail'], want: ' (did you mean www?)' },
  { given: 'mial', known: ['www', 'mail'], want: ' (did you mean mail?)' },
  { given: 'mailss', known: ['www', 'mail'], want: ' (did you mean mail?)' },
  { given: 'x', known: ['mail'], want: '' },
  { given: 'x', known: [], want: '' },
])('suggestion: $given of $known: "$want"', ({ given, known, want }) => {
  expect(suggestion(given, known)).toBe(want);
});

test.each([['info'], ['status'], ['get', 'all']])(
  'unknown volume: volume %s: says which one may be meant, and where to look',
  async (word, ...rest) => {
    const list = (request: object): object =>
      'name' in request && request.name !== '' ? {} : { volumes: VOLUMES };
    const server = await serve({ List: list, HealStatus: {} });
    const { status, err } = await runCli(['volume', word, 'wwww', ...rest, '--server', server.address]);
    expect(status).toBe(1);
    expect(err).toContain('volume wwww does not exist (did you mean www?); "hafs volume list" shows');
  },
);
