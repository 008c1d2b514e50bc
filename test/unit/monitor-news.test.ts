import { expect, test } from 'vitest';
import { tellChanges } from '../../brick/events/catalogue-news.js';
import { BrickNews } from '../../brick/events/brick-news.js';
import { BrickStateNews } from '../../brick/events/brick-state-news.js';
import { fullnessAfter } from '../../brick/events/disk-news.js';
import type { Tell } from '../../brick/events/event-log.js';
import { PoolNews } from '../../brick/events/pool-news.js';
import { ServiceNews } from '../../brick/events/service-news.js';
import type { Look } from '../../brick/availability/sighting.js';
import { EMPTY_CATALOGUE, type VolumeRecord } from '../../src/volume/catalogue.js';
import { MIB } from '../../src/core/limits.js';
import type { BrickState } from '../../src/volume/volume-health.js';
import { ManualClock } from '../support/manual-clock.js';

function listener(): { readonly told: string[]; readonly tell: Tell } {
  const told: string[] = [];
  return { told, tell: (kind, message) => void told.push(`${kind}: ${message}`) };
}

const WRITABLE: Look = { service: 'writable', term: 1, manager: 'n1', obstacle: '', provenMs: 0 };
const LOST: Look = { ...WRITABLE, service: 'none', manager: '', obstacle: 'no-majority' };

test('news: a failover: the new manager says so once, and whom it follows', () => {
  const { told, tell } = listener();
  const news = new ServiceNews(tell, 'www');
  news.note(WRITABLE, false, 0);
  news.note({ ...LOST, obstacle: 'election' }, false, 500);
  news.note({ ...WRITABLE, term: 2, manager: 'n2', service: 'none' }, true, 600);
  for (const nowMs of [700, 800]) news.note({ ...WRITABLE, term: 2, manager: 'n2' }, true, nowMs);
  expect(told).toEqual(['manager-changed: n2 is volume manager, after n1 (term 2)']);
});

test('news: no quorum for 3 s: told once, and again when it is back', () => {
  const { told, tell } = listener();
  const news = new ServiceNews(tell, 'www');
  for (const nowMs of [0, 2_900, 3_000, 9_000]) news.note(LOST, false, nowMs);
  news.note(WRITABLE, false, 9_100);
  expect(told).toEqual([
    'quorum-lost: fewer bricks than a majority are within reach: it can be neither read nor written',
    'service-regained: the volume can be written again',
  ]);
});

test('news: a full disk: is told as that, and a stop on request is no news', () => {
  const { told, tell } = listener();
  const news = new ServiceNews(tell, 'www');
  const full: Look = { ...WRITABLE, service: 'readable', obstacle: 'full' };
  for (const nowMs of [0, 3_000]) news.note(full, true, nowMs);
  news.note({ ...WRITABLE, service: 'stopped' }, false, 4_000);
  expect(told.map((text) => text.split(':')[0])).toEqual(['manager-changed', 'volume-full']);
});

test('news: a new manager: waits before it calls a brick offline, and tells each change once', () => {
  const { told, tell } = listener();
  const news = new BrickStateNews(tell, 'www', (brick) => brick);
  const states = (state: BrickState) => new Map([['b2', state]]);
  news.note(states('offline'), 0);
  expect(told).toEqual([]);
  for (const nowMs of [2_500, 2_600]) news.note(states('offline'), nowMs);
  news.note(states('healing'), 3_000);
  for (const nowMs of [3_100, 3_200]) news.note(states('in-sync'), nowMs);
  expect(told).toEqual(['brick-offline: b2 does not answer', 'brick-in-sync: b2 is in sync']);
});

test("news: nodes that fall silent: told by the pool's manager, once, and when they are back", () => {
  const { told, tell } = listener();
  const news = new PoolNews(tell);
  for (const silentMs of [0, 2_600, 9_000, 10]) {
    news.note({ manager: 'n1', silenceMs: new Map([['n2', silentMs]]) }, silentMs);
  }
  expect(told).toEqual(['node-unreachable: n2 does not answer', 'node-reachable: n2 answers again']);
});

test('news: a node that knows no manager of the pool: says so after 4 s', () => {
  const { told, tell } = listener();
  const news = new PoolNews(tell);
  for (const nowMs of [0, 3_900, 4_000, 5_000])
    news.note({ manager: undefined, silenceMs: undefined }, nowMs);
  news.note({ manager: 'n1', silenceMs: undefined }, 6_000);
  expect(told.map((text) => text.split(':')[0])).toEqual(['pool-quorum-lost', 'pool-quorum-regained']);
});

const VOLUME: VolumeRecord = {
  ...{ name: 'www', id: 'v', status: 'created', group: 'g', bricks: [], options: {}, createdAtMs: 0 },
};

test('news: the configuration changes: each change is one event', () => {
  const { told, tell } = listener();
  const node = { id: 'a', name: 'n1', address: 'h:1' };
  const with1 = { ...EMPTY_CATALOGUE, nodes: [node], volumes: [VOLUME] };
  const started: VolumeRecord = { ...VOLUME, status: 'started', options: { 'heal-pace': 'fast' } };
  tellChanges(EMPTY_CATALOGUE, with1, tell);
  tellChanges(with1, { ...with1, volumes: [started] }, tell);
  tellChanges({ ...with1, volumes: [started] }, EMPTY_CATALOGUE, tell);
  expect(told).toEqual([
    'node-joined: n1 (h:1) has joined the pool',
    'volume-created: the volume was created',
    'volume-started: the volume was started',
    'volume-options: heal-pace: default → fast',
    'node-left: n1 (h:1) has left the pool',
    'volume-deleted: the volume was deleted',
  ]);
});

test('news: a volume is created and started between two looks: its creation is told too', () => {
  const { told, tell } = listener();
  tellChanges(EMPTY_CATALOGUE, { ...EMPTY_CATALOGUE, volumes: [{ ...VOLUME, status: 'started' }] }, tell);
  expect(told.map((text) => text.split(':')[0])).toEqual(['volume-created', 'volume-started']);
});

test('news: a rotting disk: one event, and then one with the count of the rest', async () => {
  const { told, tell } = listener();
  const clock = new ManualClock();
  const news = new BrickNews(clock, tell, 'www', (brick) => brick);
  for (const record of ['a', 'b', 'c']) news.note({ kind: 'damageFound', record });
  expect(told).toHaveLength(1);
  await clock.advance(10_000);
  expect(told[1]).toContain('c (2 in 10 s)');
});

test.each([
  { before: 'ok', availableMib: 1_100, want: 'ok' },
  { before: 'ok', availableMib: 1_000, want: 'low' },
  { before: 'low', availableMib: 1_100, want: 'low' },
  { before: 'low', availableMib: 1_300, want: 'ok' },
  { before: 'low', availableMib: 500, want: 'full' },
  { before: 'full', availableMib: 600, want: 'full' },
  { before: 'full', availableMib: 700, want: 'low' },
] as const)(
  'disk: $before, now $availableMib MiB with a reserve of 512: $want',
  ({ before, availableMib, want }) => {
    const space = { totalBytes: 100_000 * MIB, availableBytes: availableMib * MIB };
    expect(fullnessAfter(before, space)).toBe(want);
  },
);

test('news: a brick is isolated, then healed: both are told, once each', () => {
  const { told, tell } = listener();
  const volume: VolumeRecord = { ...VOLUME, bricks: [{ id: 'b1', nodeId: 'n1', directory: '/srv/b1' }] };
  const [well, caught] = [
    { ...EMPTY_CATALOGUE, volumes: [volume] },
    { ...EMPTY_CATALOGUE, volumes: [{ ...volume, isolated: { brick: 'b1', why: 'term-fell' } }] },
  ];
  for (const [before, after] of [
    [well, caught],
    [caught, caught],
    [caught, well],
  ] as const)
    tellChanges(before, after, tell);
  expect(told).toEqual([
    'brick-isolated: /srv/b1 counts for nothing any more: its term went back',
    'brick-trusted: /srv/b1 was healed or replaced, and counts again',
  ]);
});
