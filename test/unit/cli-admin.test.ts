import { afterEach, expect, test } from 'vitest';
import { VOLUME_OPTIONS } from '../../src/core/options.js';
import { runCli, type CliOutcome, type CliSetting } from '../support/cli-run.js';
import { Refusal, startAdminServer, type AdminServer, type Answers } from '../support/admin-server.js';

/** Nothing listens there. */
const DEAD = '127.0.0.1:1';
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
  runCli([...words, '--server', `${DEAD},${server.address}`], setting);

const VOLUME = { name: 'www', id: 'v1', status: 'created', bricks: [], options: { a: '1' } };
const CREATE = ['volume', 'create', 'www', 'replica', '3', 'n1:/b', 'n2:7000:/b', 'n3:/b'];

test("volume create: success: bricks go out as they are, and the message is GlusterFS's", async () => {
  const server = await serve({ Create: { volume: VOLUME } });
  expect(await ask(server, CREATE)).toMatchObject({
    status: 0,
    out: 'volume create: www: success: please start the volume to access data\n',
  });
  const [call] = server.requests;
  expect(call).toMatchObject({
    method: 'Create',
    request: {
      name: 'www',
      replicaCount: 3,
      force: false,
      encrypted: false,
      bricks: [{ address: 'n1:24100', directory: '/b' }, { address: 'n2:7000' }, {}],
    },
  });
});

test('volume create: --encrypted: is asked for, wherever it stands', async () => {
  const encryption = { cipher: 'aes-256-gcm', poolKey: '1a2b' };
  const server = await serve({ Create: { volume: { ...VOLUME, encryption } } });
  expect(await ask(server, [...CREATE, '--encrypted'])).toMatchObject({ status: 0 });
  await ask(server, [...CREATE.slice(0, 2), '--encrypted', ...CREATE.slice(2)]);
  expect(server.requests).toMatchObject([{ request: { encrypted: true } }, { request: { encrypted: true } }]);
});

test('volume create: --encrypted, of a node that does not know it: no success is told', async () => {
  expect(await ask(await serve({ Create: { volume: VOLUME } }), [...CREATE, '--encrypted'])).toMatchObject({
    status: 1,
    err: expect.stringContaining('does not encrypt') as string,
  });
});

test('node drain: refused because of a brick that was away for a moment: asked again', async () => {
  const asked = { count: 0 };
  const drain = (): object => {
    if (asked.count++ === 0) throw new Refusal('not in sync: b3');
    return {};
  };
  const status = () => ({ drained: asked.count === 2 });
  const address = await serve({ DrainStatus: status, Drain: drain });
  expect(await ask(address, ['node', 'drain', 'n1'])).toMatchObject({
    status: 0,
    out: 'node drain: n1: safe to stop\n',
  });
  expect(asked.count).toBe(2);
});

test('node drain: refused each time: the reason, after a few tries', async () => {
  const refuse = (): object => {
    throw new Refusal('n1 cannot be drained: it does not answer');
  };
  const address = await serve({ DrainStatus: {}, Drain: refuse });
  expect(await ask(address, ['node', 'drain', 'n1'])).toMatchObject({
    status: 1,
    err: 'node drain: n1: failed: n1 cannot be drained: it does not answer\n',
  });
});

test('volume create: refused: the reason on one line, exit 1', async () => {
  const refuse = (): object => {
    throw new Refusal('volume www exists already');
  };
  expect(await ask(await serve({ Create: refuse }), CREATE)).toMatchObject({
    status: 1,
    out: '',
    err: 'volume create: www: failed: volume www exists already\n',
  });
});

test.each([
  {
    words: ['volume', 'start', 'www'],
    answers: { Start: { volume: VOLUME } },
    out: 'volume start: www: success\n',
  },
  {
    words: ['volume', 'rotate-key', 'www'],
    answers: { RotateKey: { volume: { ...VOLUME, encryption: { cipher: 'aes-256-gcm', poolKey: '1a2b' } } } },
    out: 'volume rotate-key: www: success: wrapped by pool key 1a2b\n',
  },
  {
    words: ['volume', 'stop', 'www'],
    answers: { Stop: { volume: VOLUME } },
    out: 'volume stop: www: success\n',
  },
  { words: ['volume', 'delete', 'www'], answers: { Delete: {} }, out: 'volume delete: www: success\n' },
  {
    words: ['volume', 'set', 'www', 'a', '2'],
    answers: { SetOption: { volume: VOLUME } },
    out: 'volume set: success\n',
  },
  { words: ['volume', 'list'], answers: { List: { volumes: [VOLUME] } }, out: 'www\n' },
  { words: ['volume', 'list', '--json'], answers: { List: { volumes: [VOLUME] } }, out: '["www"]\n' },
  {
    words: ['volume', 'get', 'www', 'durability', '--json'],
    answers: { List: { volumes: [{ ...VOLUME, options: { durability: 'synced' } }] } },
    out: '{"durability":"synced","defaults":{"durability":"replicated"}}\n',
  },
  {
    words: ['volume', 'get', 'www', 'heal-pace', '--json'],
    answers: { List: { volumes: [VOLUME] } },
    out: '{"heal-pace":null,"defaults":{"heal-pace":"balanced"}}\n',
  },
  {
    // Of a node that knows more than we do.
    words: ['volume', 'get', 'www', 'a', '--json'],
    answers: { List: { volumes: [VOLUME] } },
    out: '{"a":"1","defaults":{"a":null}}\n',
  },
  {
    words: ['pool', 'get', 'all', '--json'],
    answers: { GetPoolOptions: { options: {} } },
    out: '{"webhook":null}\n',
  },
  { words: ['peer', 'probe', 'n2'], answers: { Probe: { node: {} } }, out: 'peer probe: success\n' },
  {
    words: ['peer', 'probe', 'n2'],
    answers: { Probe: { node: { address: 'n2:24100' }, alreadyMember: true } },
    out: 'peer probe: success: Host n2:24100 already in peer list\n',
  },
  { words: ['peer', 'detach', 'n2'], answers: { Detach: {} }, out: 'peer detach: success\n' },
  { words: ['heal-status', '--json'], answers: { HealStatus: {} }, out: '[]\n' },
  {
    words: ['volume', 'scrub', 'www'],
    answers: { Scrub: { volume: VOLUME } },
    out: 'volume scrub: www: success: started on all bricks\n"hafs volume scrub www --status" shows what it finds.\n',
  },
  {
    words: ['volume', 'scrub', 'www', '--json'],
    answers: { Scrub: { volume: VOLUME } },
    out: '{"volume":"www","scrub":"started"}\n',
  },
  {
    words: ['volume', 'scrub', 'www', '--status', '--json'],
    answers: {
      HealStatus: {
        volumes: [
          { volume: 'www', bricks: [{ brick: 'n1:1:/b', node: 'n1', scrub: { damaged: 2, repaired: 1 } }] },
        ],
      },
    },
    out: '{"volume":"www","bricks":[{"brick":"n1:1:/b","node":"n1","scrub":{"running":false,"lastEnded":null,"damaged":2,"repaired":1}}]}\n',
  },
])('admin: $words: prints $out', async ({ words, answers, out }) => {
  expect(await ask(await serve(answers), words)).toMatchObject({ status: 0, out, err: '' });
});

test('volume get: all: every option, with its default where it was not set', async () => {
  const volume = { ...VOLUME, options: { durability: 'synced' } };
  const { out } = await ask(await serve({ List: { volumes: [volume] } }), ['volume', 'get', 'www', 'all']);
  const rows = out
    .trimEnd()
    .split('\n')
    .map((line) => line.split(/  +/));
  expect(rows[0]).toEqual(['Option', 'Value']);
  expect(rows.slice(1).map(([key]) => key)).toEqual([...VOLUME_OPTIONS.keys()].sort());
  expect(rows).toContainEqual(['durability', 'synced']);
  expect(rows).toContainEqual(['scrub-interval', '7d (DEFAULT)']);
});

test.each([
  {
    words: ['volume', 'get', 'www', 'durabilty'],
    says: 'volume get: www: failed: option durabilty does not exist (did you mean durability?); there are: ',
  },
  {
    words: ['pool', 'get', 'webhok'],
    says: 'pool get: failed: pool option webhok does not exist (did you mean webhook?); there are: webhook',
  },
])('admin: $words: no such option, exit 1', async ({ words, says }) => {
  const server = await serve({ List: { volumes: [VOLUME] }, GetPoolOptions: { options: {} } });
  const { status, out, err } = await ask(server, words);
  expect({ status, out }).toEqual({ status: 1, out: '' });
  expect(err).toContain(says);
});

test('admin: a number that the wire leaves out: 0 in JSON, and null where it is unknown', async () => {
  const health = {
    volume: 'www',
    status: 'started',
    bricks: [{ brick: 'n1:1:/b', node: 'n1', state: 'stale' }],
  };
  const { out } = await ask(await serve({ HealStatus: { volumes: [health] } }), [
    'heal-status',
    'www',
    '--json',
  ]);
  expect(JSON.parse(out)).toEqual([
    {
      volume: 'www',
      status: 'started',
      quorum: false,
      insecure: false,
      term: 0,
      manager: null,
      index: 0,
      bricks: [
        {
          brick: 'n1:1:/b',
          node: 'n1',
          state: 'stale',
          index: 0,
          pending: { entries: 0, bytes: 0 },
          healed: { entries: 0, bytes: 0 },
          bytesPerSecond: 0,
          etaSeconds: null,
          problem: null,
          replaces: null,
          scrub: null,
        },
      ],
    },
  ]);
});

test.each([
  {
    answer: 'n',
    options: [],
    status: 1,
    asked: 1,
    err: 'volume stop: www: failed: not confirmed, nothing was done\n',
  },
  { answer: 'y', options: [], status: 0, asked: 1, err: '' },
  { answer: 'n', options: ['--yes'], status: 0, asked: 0, err: '' },
  { answer: 'n', options: ['--mode=script'], status: 0, asked: 0, err: '' },
])('confirm: answer $answer with $options: exit $status', async ({ answer, options, status, asked, err }) => {
  const server = await serve({ Stop: { volume: VOLUME } });
  const outcome = await ask(server, [...options, 'volume', 'stop', 'www'], { answer });
  expect(outcome).toMatchObject({ status, err });
  expect(outcome.questions).toHaveLength(asked);
});

test.each([
  { identical: true, status: 0, err: '' },
  {
    identical: false,
    status: 1,
    err: 'volume verify: www: failed: the bricks differ; "hafs volume heal www full" compares and mends them\n',
  },
])('volume verify: identical $identical: exit $status', async ({ identical, status, err }) => {
  const server = await serve({
    Verify: { identical, index: 7, bricks: [{ brick: 'n1:1:/b', checksum: 'aa' }] },
  });
  const outcome = await ask(server, ['volume', 'verify', 'www', '--json']);
  expect(outcome).toMatchObject({ status, err });
  expect(JSON.parse(outcome.out)).toMatchObject({ volume: 'www', identical, index: 7 });
});

test('heal-status --watch: elsewhere than on a terminal: a line a brick, until interrupted', async () => {
  const health = {
    volume: 'www',
    status: 'started',
    index: 5,
    bricks: [{ brick: 'n1:1:/b', state: 'stale' }],
  };
  const server = await serve({ HealStatus: { volumes: [health] } });
  const { status, out } = await ask(server, ['heal-status', '--watch']);
  expect({ status, out }).toEqual({
    status: 0,
    out: 'www n1:1:/b stale: behind 5, pending 0, healed 0, rate -, time left -, scrubbed -\n',
  });
});

test('admin: a volume that is not there: refused by name', async () => {
  const outcome = await ask(await serve({ List: {} }), ['volume', 'info', 'nope']);
  expect(outcome).toMatchObject({ status: 1, out: '' });
  expect(outcome.err).toContain('volume info: nope: failed: volume nope does not exist');
});
