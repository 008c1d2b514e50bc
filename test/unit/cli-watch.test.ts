import { stripVTControlCharacters } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import { clientAdded } from '../../brick/identity/clients.js';
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

const CLIENTS = { clients: [{ session: 1, client: 'web1:/var/www', openedAtMs: 1, connected: true }] };
const PROFILE = {
  bricks: [
    {
      ...{ brick: 'n1:24100:/b', node: 'node1', sinceMs: 1_000 },
      operations: [
        {
          operation: 'read',
          count: 1,
          totalMs: 1,
          maxMs: 1,
          latencyCounts: [1],
          files: [{ ino: 2, count: 1 }],
        },
      ],
      clients: [{ client: 'web1:/var/www', session: 1, operations: 1 }],
    },
  ],
  latencyBoundsMs: [1],
};
const PATHS = { paths: [{ ino: 2, path: '/index.html' }] };
const VERIFIED = {
  identical: true,
  index: 7,
  bricks: [{ brick: 'n1:24100:/b', node: 'node1', checksum: 'aa' }],
};
const POOL_CLIENTS = { clients: [{ id: 'c1', name: 'web1', createdAtMs: 1, grants: [{ volume: 'www' }] }] };

test.each([
  ['heal-status'],
  ['volume', 'clients', 'www'],
  ['volume', 'profile', 'www'],
  ['volume', 'top', 'www'],
  ['volume', 'status', 'www'],
  ['volume', 'scrub', 'www', '--status'],
  ['volume', 'heal', 'www', 'info'],
  ['volume', 'availability', 'www'],
  ['pool', 'list'],
  ['peer', 'status'],
])('watch: %s %s: shown again until interrupted', async (...words) => {
  const stop = new AbortController();
  const answers = { HealStatus: HEALTH, Availability: AVAILABILITY, ListNodes: NODES };
  const server = await serve({ ...answers, Clients: CLIENTS, Profile: PROFILE, Paths: PATHS });
  const watching = runCli([...words, '--json', '--watch', '--server', server.address], {
    interruption: stop.signal,
  });
  const first = (): number =>
    server.requests.filter(({ method }) => method === server.requests[0]?.method).length;
  await eventually(() => expect(first()).toBeGreaterThan(1));
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

test.each([
  ['pool', 'list'],
  ['client', 'list'],
  ['volume', 'clients', 'www'],
  ['volume', 'profile', 'www'],
  ['volume', 'top', 'www'],
  ['volume', 'verify', 'www'],
  ['volume', 'get', 'www', 'all'],
  ['pool', 'get', 'all'],
])('colours: %s %s: on a terminal only, and they change nothing else', async (...words) => {
  const server = await serve({
    ...{ ListNodes: NODES, ListClients: POOL_CLIENTS, List: { volumes: VOLUMES }, GetPoolOptions: {} },
    ...{ Clients: CLIENTS, Profile: PROFILE, Paths: PATHS, Verify: VERIFIED },
  });
  const plain = await runCli([...words, '--server', server.address]);
  const coloured = await runCli([...words, '--server', server.address], { isWatched: true });
  expect(plain).toMatchObject({ status: 0, err: '' });
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

test('volume top: an operation that nobody has asked for: says which one may be meant', async () => {
  const server = await serve({ Profile: PROFILE });
  const { status, err } = await runCli(['volume', 'top', 'www', 'raed', '--server', server.address]);
  expect(status).toBe(1);
  expect(err).toContain('nobody has asked for raed so far (did you mean read?)');
});

test('client create: a volume that is not there: says which one may be meant', () => {
  const client = { name: 'web1', grants: [{ volume: 'wwww', directory: '/', isReadOnly: false }] };
  expect(() => clientAdded({ clients: [], volumes: VOLUMES } as never, client as never)).toThrow(
    'volume wwww does not exist (did you mean www?)',
  );
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
