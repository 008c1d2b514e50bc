import { afterEach, expect, test } from 'vitest';
import { startAdminServer, type AdminServer, type Answers } from '../support/admin-server.js';
import { runCli, type CliOutcome, type CliSetting } from '../support/cli-run.js';

const servers: AdminServer[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.stop();
});

async function serve(answers: Answers): Promise<AdminServer> {
  const server = await startAdminServer(answers);
  servers.push(server);
  return server;
}

const ask = (server: AdminServer, words: string[], setting: CliSetting = {}): Promise<CliOutcome> =>
  runCli([...words, '--server', server.address], setting);

const eventAt = (sequence: number) => ({
  ...{ nodeId: 'a', node: 'n1', sequence, atMs: 1_700_000_000_000 + sequence, kind: 'brick-offline' },
  ...{ severity: 'warning', volume: 'www', message: 'n2:/b does not answer' },
});

test('events: text: time, severity, kind, volume, words, and who says it; silent nodes are named', async () => {
  const server = await serve({ Events: { events: [eventAt(1)], last: { a: 1 }, silent: ['n3'] } });
  expect(await ask(server, ['events', 'www'])).toMatchObject({
    status: 0,
    out: '2023-11-14T22:13:20.001Z warning brick-offline: www: n2:/b does not answer (n1)\n',
    err: 'hafs: n3: no answer; what was noted there is missing\n',
  });
  expect(server.requests[0]?.request).toMatchObject({ volume: 'www', after: {} });
});

test('events: json: one document', async () => {
  const server = await serve({ Events: { events: [eventAt(1), { ...eventAt(2), volume: '' }] } });
  const { out } = await ask(server, ['events', '--json']);
  expect(JSON.parse(out)).toMatchObject([
    { at: '2023-11-14T22:13:20.001Z', node: 'n1', sequence: 1, kind: 'brick-offline', volume: 'www' },
    { sequence: 2, volume: null },
  ]);
});

test.each([[[]], [['--follow']]])(
  'events: of a volume that nobody has heard of, %s: refused',
  async (options) => {
    const server = await serve({ Events: { events: [] }, List: { volumes: [{ name: 'www' }] } });
    expect(await ask(server, ['events', 'wwww', ...options])).toMatchObject({
      status: 1,
      out: '',
      err: 'events: failed: volume wwww does not exist (did you mean www?); "hafs volume list" shows those that do\n',
    });
  },
);

test('events: of a volume that is gone: what it has left', async () => {
  const server = await serve({ Events: { events: [eventAt(1)] }, List: {} });
  expect(await ask(server, ['events', 'www'])).toMatchObject({ status: 0, err: '' });
});

test('events: of a volume to which nothing has happened: nothing', async () => {
  const server = await serve({ Events: { events: [] }, List: { volumes: [{ name: 'www' }] } });
  expect(await ask(server, ['events', 'www'])).toMatchObject({ status: 0, out: '', err: '' });
});

test('events: follow: the latest ten, then only what is new, a document a line, also past a node that falls silent', async () => {
  const stop = new AbortController();
  const rounds = [
    { events: Array.from({ length: 12 }, (_, place) => eventAt(place + 1)), last: { a: 12, b: 5 } },
    { events: [eventAt(13)], last: { a: 13 }, silent: ['n2'] },
    { events: [eventAt(14)], last: { a: 14, b: 5 } },
  ];
  const server = await serve({
    Events: () => {
      const round = rounds.shift();
      if (rounds.length === 0) stop.abort();
      return round ?? { events: [] };
    },
  });
  const { out, err } = await ask(server, ['events', '--follow', '--json'], { interruption: stop.signal });
  const sequences = out
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { sequence: number }).sequence);
  expect(sequences.slice(0, 11)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
  expect(err).toContain('n2: no answer');
  // The silent node goes on where it was.
  expect(server.requests[2]?.request).toMatchObject({ after: { a: 13, b: 5 } });
});

const RECORD = {
  ...{
    available: true,
    sinceMs: 1_700_000_600_000,
    availableMs: 599_400,
    unavailableMs: 600,
    outageCount: 1,
  },
  ...{ ratio: 0.999, nines: 3, mtbfMs: 599_400, mttrMs: 600 },
  outages: [
    { fromMs: 1_700_000_599_400, toMs: 1_700_000_600_000, cause: 'election', before: 'n1', after: 'n2' },
  ],
};
const AVAILABILITY = { sinceMs: 1_700_000_000_000, untilMs: 1_700_000_700_000, write: RECORD, read: RECORD };

test('volume availability: text: figures, outages with cause and length, nodes that were not asked', async () => {
  const server = await serve({ Availability: { ...AVAILABILITY, silent: ['n3'] } });
  const { status, out } = await ask(server, ['volume', 'availability', 'www']);
  expect(status).toBe(0);
  expect(out).toMatch(/seen in service since 2023-11-14T22:13:20.000Z/);
  expect(out).toMatch(/write +available +2023-11-14T22:23:20.000Z +99.90000 % +3.00 +1 +10m 00s +600ms/);
  for (const service of ['written', 'read'])
    expect(out).toMatch(
      new RegExp(`^Not ${service} from .*\\n2023-11-14T22:23:19.400Z +600ms +election \\(n1 → n2\\)`, 'm'),
    );
  expect(out).toContain('Not asked: n3');
});

test('volume availability: json: numbers in seconds, null where there was no outage', async () => {
  const untouched = { available: true, sinceMs: 1_700_000_000_000, availableMs: 700_000, ratio: 1 };
  const server = await serve({ Availability: { ...AVAILABILITY, write: untouched } });
  const { out } = await ask(server, ['volume', 'availability', 'www', '--json']);
  expect(JSON.parse(out)).toMatchObject({
    volume: 'www',
    write: { available: true, availability: 1, nines: null, mtbfSeconds: null, outages: [] },
    read: { nines: 3, mttrSeconds: 0.6, outages: [{ cause: 'election', managerAfter: 'n2' }] },
  });
});

test('volume availability: never in service: says so', async () => {
  const server = await serve({ Availability: { untilMs: 1 } });
  expect(await ask(server, ['volume', 'availability', 'www'])).toMatchObject({
    status: 0,
    out: 'Volume www was never seen in service\n',
  });
});

test('pool options: set, get and reset go out as they are', async () => {
  const server = await serve({ SetPoolOption: {}, GetPoolOptions: { options: { webhook: 'http://h/' } } });
  expect((await ask(server, ['pool', 'set', 'webhook', 'http://h/'])).out).toBe('pool set: success\n');
  expect((await ask(server, ['pool', 'get', 'webhook'])).out).toContain('http://h/');
  expect((await ask(server, ['pool', 'reset', 'webhook'])).out).toBe('pool reset: success\n');
  expect(server.requests.map(({ request }) => request)).toMatchObject([
    { key: 'webhook', value: 'http://h/', reset: false },
    {},
    { key: 'webhook', reset: true },
  ]);
});
