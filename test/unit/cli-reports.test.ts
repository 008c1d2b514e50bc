import { expect, test } from 'vitest';
import { healInfoText, healStatusText, healSummaryText, healthDocument } from '../../src/cli/heal-report.js';
import { tableText } from '../../src/cli/output.js';
import { optionsText } from '../../src/cli/option-report.js';
import { peerStatusText } from '../../src/cli/pool.js';
import { scrubStatusText } from '../../src/cli/scrub-report.js';
import { bytesText, durationText, timeText } from '../../src/cli/units.js';
import { infoText, statusText } from '../../src/cli/volume-report.js';
import type { BrickHealth, VolumeHealth } from '../../src/client/admin-records.js';

const WHOLE: BrickHealth = {
  brick: 'n1:24100:/b',
  nodeName: 'node1',
  state: 'in-sync',
  index: 100,
  pendingEntries: 0,
  pendingBytes: 0,
  healedEntries: 120,
  healedBytes: 4_915_200,
  bytesPerSecond: 0,
  etaSeconds: undefined,
  problem: undefined,
  totalBytes: 2 ** 40,
  availableBytes: 2 ** 39,
  processId: 77,
  pendingNames: [],
  isDrained: false,
  replaces: undefined,
  scrub: { isRunning: false, endedAtMs: 1_700_000_000_000, damagedCount: 0, repairedCount: 0 },
};

const HEALING: BrickHealth = {
  ...WHOLE,
  brick: 'n2:24100:/b',
  nodeName: 'node2',
  state: 'healing',
  index: 90,
  pendingEntries: 2,
  pendingBytes: 8192,
  bytesPerSecond: 4096,
  etaSeconds: 2,
  pendingNames: ['/index.html', '/img'],
  scrub: { isRunning: true, endedAtMs: undefined, damagedCount: 3, repairedCount: 2 },
};

const OFFLINE: BrickHealth = {
  ...WHOLE,
  brick: 'n3:24100:/b',
  nodeName: 'node3',
  state: 'offline',
  index: 0,
  healedEntries: 0,
  healedBytes: 0,
  problem: 'no answer',
  processId: undefined,
  scrub: undefined,
};

const HEALTH: VolumeHealth = {
  volume: 'www',
  status: 'started',
  hasQuorum: true,
  isInsecure: false,
  term: 4,
  manager: 'node1',
  index: 100,
  bricks: [WHOLE, HEALING, OFFLINE],
};

test('heal status: JSON: exactly the shape of the contract', () => {
  const brick = (place: string, node: string, state: string, index: number) => ({
    brick: place,
    node,
    state,
    index,
  });
  const healed = { entries: 120, bytes: 4_915_200 };
  const nothing = { entries: 0, bytes: 0 };
  expect(healthDocument(HEALTH)).toStrictEqual({
    volume: 'www',
    status: 'started',
    quorum: true,
    insecure: false,
    term: 4,
    manager: 'node1',
    index: 100,
    bricks: [
      {
        ...brick('n1:24100:/b', 'node1', 'in-sync', 100),
        pending: nothing,
        healed,
        bytesPerSecond: 0,
        etaSeconds: null,
        problem: null,
        replaces: null,
        scrub: { running: false, lastEnded: '2023-11-14T22:13:20Z', damaged: 0, repaired: 0 },
      },
      {
        ...brick('n2:24100:/b', 'node2', 'healing', 90),
        pending: { entries: 2, bytes: 8192 },
        healed,
        bytesPerSecond: 4096,
        etaSeconds: 2,
        problem: null,
        replaces: null,
        scrub: { running: true, lastEnded: null, damaged: 3, repaired: 2 },
      },
      {
        ...brick('n3:24100:/b', 'node3', 'offline', 0),
        pending: nothing,
        healed: nothing,
        bytesPerSecond: 0,
        etaSeconds: null,
        problem: 'no answer',
        replaces: null,
        scrub: null,
      },
    ],
  });
});

test('heal status: text: a table for each volume', () => {
  expect(healStatusText([HEALTH]).split('\n')).toEqual([
    'Volume www: started, quorum yes, volume manager node1, term 4, index 100',
    'Brick        Node   State               Behind      Pending         Healed       Rate  Time left  Scrubbed',
    'n1:24100:/b  node1  in-sync                  0            0  120 (4.7 MiB)          -          -  2023-11-14T22:13:20Z',
    'n2:24100:/b  node2  healing                 10  2 (8.0 KiB)  120 (4.7 MiB)  4.0 KiB/s         2s  running: 3 damaged, 2 repaired',
    'n3:24100:/b  node3  offline: no answer     100            0              0          -          -  -',
  ]);
});

test('heal and volume status: nodes that let anybody in: the first line says so', () => {
  const health = { ...HEALTH, isInsecure: true };
  expect(healStatusText([health])).toMatch(/^Volume www: started, .*, index 100, INSECURE \(--insecure\)\n/);
  expect(statusText([health])).toMatch(/^Status of volume: www \(started\), INSECURE \(--insecure\)\n/);
});

test('scrub status: text: a line a brick', () => {
  expect(scrubStatusText(HEALTH).split('\n')).toEqual([
    'Brick        Node   Scrub    Last ended            Damaged  Repaired',
    'n1:24100:/b  node1  idle     2023-11-14T22:13:20Z        0         0',
    'n2:24100:/b  node2  running  never                       3         2',
    'n3:24100:/b  node3  unknown  never                       -         -',
  ]);
});

test('heal info: a brick that was caught in a lie: its status says so, and at what', () => {
  const isolated = { ...WHOLE, state: 'isolated', problem: 'its term went back' };
  expect(healInfoText({ ...HEALTH, bricks: [isolated] })).toContain('Status: Isolated: its term went back\n');
});

test("heal info: GlusterFS's layout, and an offline brick's unknown is not zero", () => {
  expect(healInfoText(HEALTH).split('\n')).toEqual([
    'Brick n1:24100:/b',
    'Status: Connected',
    'Number of entries: 0',
    '',
    'Brick n2:24100:/b',
    'Status: Connected',
    '/index.html',
    '/img',
    'Number of entries: 2',
    '',
    'Brick n3:24100:/b',
    'Status: Transport endpoint is not connected',
    'Number of entries: -',
  ]);
});

test("heal info summary: GlusterFS's layout", () => {
  expect(healSummaryText({ ...HEALTH, bricks: [HEALING] }).split('\n')).toEqual([
    'Brick n2:24100:/b',
    'Status: Connected',
    'Total Number of entries: 2',
    'Number of entries in heal pending: 0',
    'Number of entries in split-brain: 0',
    'Number of entries possibly healing: 2',
  ]);
});

test("volume info: GlusterFS's layout", () => {
  const volume = {
    name: 'www',
    id: '8f3a',
    status: 'started',
    options: { 'quorum-reads': 'on' },
    createdAtMs: 0,
    replacement: undefined,
    encryption: { cipher: 'aes-256-gcm', poolKey: '1a2b' },
    bricks: ['n1', 'n2', 'n3'].map((host) => ({
      id: host,
      nodeName: host,
      address: `${host}:24100`,
      directory: '/b',
    })),
  };
  expect(infoText([volume]).split('\n')).toEqual([
    '',
    'Volume Name: www',
    'Type: Replicate',
    'Volume ID: 8f3a',
    'Status: Started',
    'Number of Bricks: 1 x 3 = 3',
    'Transport-type: tcp',
    'Encryption: aes-256-gcm, pool key 1a2b',
    'Bricks:',
    'Brick1: n1:24100:/b',
    'Brick2: n2:24100:/b',
    'Brick3: n3:24100:/b',
    'Options Reconfigured:',
    'quorum-reads: on',
  ]);
});

test('volume status: online, offline', () => {
  expect(statusText([{ ...HEALTH, bricks: [WHOLE, OFFLINE] }]).split('\n')).toEqual([
    'Status of volume: www (started)',
    'Brick        Node   Online  Pid  State                    Free     Size',
    'n1:24100:/b  node1  Y        77  in-sync             512.0 GiB  1.0 TiB',
    'n3:24100:/b  node3  N       N/A  offline: no answer        N/A      N/A',
  ]);
});

test("peer status: GlusterFS's layout, without the node that answers", () => {
  const node = {
    id: 'u1',
    name: 'node1',
    address: 'n1:24100',
    isConnected: true,
    isLocal: true,
    isDrained: false,
  };
  const members = [
    node,
    { ...node, id: 'u2', name: 'node2', address: 'n2:24100', isConnected: false, isLocal: false },
  ];
  expect(
    peerStatusText({ members, isInsecure: false, hasQuorum: true, term: 1, manager: 'node1' }).split('\n'),
  ).toEqual([
    'Number of Peers: 1',
    '',
    'Hostname: n2:24100',
    'Uuid: u2',
    'Name: node2',
    'State: Peer in Cluster (Disconnected)',
  ]);
});

test('options: an option that is not set: its default, and that it is one, as GlusterFS has it', () => {
  const all = [
    { key: 'a', value: '1', default: '2' },
    { key: 'b', value: undefined, default: '7d' },
    { key: 'c', value: undefined, default: undefined },
  ];
  expect(optionsText(all)).toBe('Option  Value\na       1\nb       7d (DEFAULT)\nc       (not set)');
});

test('table: without heads: rows only', () => {
  expect(
    tableText(
      [{ head: '' }, { head: '', align: 'right' }],
      [
        ['a', 1],
        ['bb', 22],
      ],
    ),
  ).toBe('a    1\nbb  22');
});

test.each([
  { bytes: 0, want: '0 B' },
  { bytes: 1023, want: '1023 B' },
  { bytes: 1536, want: '1.5 KiB' },
  { bytes: 2 ** 60, want: '1024.0 PiB' },
])('units: $bytes bytes: $want', ({ bytes, want }) => {
  expect(bytesText(bytes)).toBe(want);
});

test.each([
  { seconds: 0, want: '0s' },
  { seconds: 59.2, want: '1m 00s' },
  { seconds: 200, want: '3m 20s' },
  { seconds: 7_500, want: '2h 05m' },
])('units: $seconds seconds: $want', ({ seconds, want }) => {
  expect(durationText(seconds)).toBe(want);
});

test('units: a point in time: ISO 8601', () => {
  expect(timeText(1.9)).toBe('1970-01-01T00:00:01Z');
});
