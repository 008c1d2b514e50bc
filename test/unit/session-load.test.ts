import { expect, test } from 'vitest';
import { ClientMemory } from '../../brick/clients/client-memory.js';
import { FairTurns } from '../../brick/clients/fair-turns.js';
import { SessionLoad, weightOf } from '../../brick/clients/session-load.js';
import { CHUNK_SIZE_BYTES, KIB, MIB } from '../../src/core/limits.js';
import { wire, type hafs } from '../../src/rpc/wire.js';
import { ManualClock } from '../support/manual-clock.js';

const setxattr = (bytes: number): hafs.v1.FileRequest =>
  new wire.FileRequest({ setxattr: { ino: 1, name: Buffer.from('user.a'), value: Buffer.alloc(bytes) } });

test.each([
  { what: 'nothing but a number', request: { getattr: { ino: 1 } }, least: KIB, most: 2 * KIB },
  {
    what: 'data to write',
    request: { write: { ino: 1, data: Buffer.alloc(MIB) } },
    least: MIB,
    most: 2 * MIB,
  },
  { what: 'room to read into', request: { read: { ino: 1, lengthBytes: MIB } }, least: MIB, most: 2 * MIB },
  { what: 'a value', request: setxattr(MIB), least: MIB, most: 2 * MIB },
  { what: 'a list', request: { release: { inos: new Array(100_000).fill(1) } }, least: MIB, most: 8 * MIB },
  { what: 'a long listing', request: { readdir: { ino: 1, entriesMax: 4_096 } }, least: MIB, most: 2 * MIB },
  { what: 'little to copy', request: { copy: { ino: 1, lengthBytes: 1 } }, least: KIB, most: 2 * KIB },
  {
    what: 'much to copy',
    request: { copy: { ino: 1, lengthBytes: 2 ** 40 } },
    least: 4 * MIB,
    most: 5 * MIB,
  },
  {
    what: 'a hole to punch, whose chunks the volume counts when it loads them',
    request: { allocate: { ino: 1, lengthBytes: 2 ** 40, mode: 2 } },
    least: 2 * CHUNK_SIZE_BYTES,
    most: MIB,
  },
  { what: 'a file to empty', request: { setattr: { ino: 1, sizeBytes: 0 } }, least: KIB, most: 2 * KIB },
  {
    what: 'a file to cut off within a chunk',
    request: { setattr: { ino: 1, sizeBytes: 1 } },
    least: CHUNK_SIZE_BYTES,
    most: MIB,
  },
  { what: 'a hole to look for', request: { seek: { ino: 1, wanted: 1 } }, least: MIB, most: 2 * MIB },
  {
    what: 'an attribute to tell',
    request: { getxattr: { ino: 1, name: Buffer.from('user.a') } },
    least: 64 * KIB,
    most: MIB,
  },
])('load: a request with $what counts for what it keeps in memory', ({ request, least, most }) => {
  const weight = weightOf(new wire.FileRequest(request));
  expect(weight).toBeGreaterThanOrEqual(least);
  expect(weight).toBeLessThanOrEqual(most);
});

class Flow {
  isPaused = false;
  pause(): void {
    this.isPaused = true;
  }
  resume(): void {
    this.isPaused = false;
  }
}

/** Streams of one node, whose requests end when the test says so. */
function node() {
  const turns = new FairTurns(new ManualClock());
  const memory = new ClientMemory();
  const ends: (() => void)[] = [];
  const stream = () => {
    const flow = new Flow();
    const load = new SessionLoad(flow, turns, memory);
    const run = (client: string, request: hafs.v1.FileRequest): void =>
      load.run(request, client, () => new Promise((resolve) => ends.push(resolve)));
    return { flow, run, close: (client: string) => load.close(client), unblock: () => load.unblock() };
  };
  return { stream, begunCount: () => ends.length, endAll: () => ends.splice(0).forEach((end) => end()) };
}

test('load: a client with too much on all its streams is not read from, others are, until it is answered', async () => {
  const { stream, endAll } = node();
  const mine = Array.from({ length: 6 }, stream);
  const other = stream();
  for (const { run } of mine) for (let count = 0; count < 50; count++) run('greedy', setxattr(MIB));
  other.run('modest', setxattr(1));
  expect(mine.at(-1)?.flow.isPaused).toBe(true);
  expect(other.flow.isPaused).toBe(false);
  endAll();
  await new Promise((resolve) => setImmediate(resolve));
  expect(mine.map(({ flow }) => flow.isPaused)).toEqual(mine.map(() => false));
});

test('load: a stream that takes replies again while its client has too much: is read from once that is over', async () => {
  const { stream, endAll } = node();
  const deaf = stream();
  deaf.run('greedy', setxattr(1));
  endAll();
  await new Promise((resolve) => setImmediate(resolve));
  const others = Array.from({ length: 6 }, stream);
  for (const { run } of others) for (let count = 0; count < 50; count++) run('greedy', setxattr(MIB));
  deaf.unblock();
  expect(deaf.flow.isPaused).toBe(true);
  endAll();
  await new Promise((resolve) => setImmediate(resolve));
  expect(deaf.flow.isPaused).toBe(false);
});

test('load: what a stream that has ended had not begun counts for nothing any more', async () => {
  const { stream, endAll } = node();
  const others = stream();
  const flood = Array.from({ length: 6 }, stream);
  others.run('modest', setxattr(1));
  for (const { run } of flood) for (let count = 0; count < 50; count++) run('greedy', setxattr(MIB));
  for (const { close } of flood) close('greedy');
  endAll();
  await new Promise((resolve) => setImmediate(resolve));
  const next = stream();
  next.run('greedy', setxattr(MIB));
  expect(next.flow.isPaused).toBe(false);
});

const lock = (waits: boolean): hafs.v1.FileRequest => new wire.FileRequest({ lock: { ino: 1, waits } });

test.each([
  { waits: false, want: 'takes turns', least: 1, most: 10 },
  { waits: true, want: 'is no work that others make way for', least: 502, most: 502 },
])(
  'load: many locks are asked for, waits $waits, while another client is at work: $want',
  ({ waits, least, most }) => {
    const { stream, begunCount } = node();
    const [other, flood] = [stream(), stream()];
    for (let count = 0; count < 2; count++) other.run('modest', lock(false));
    for (let count = 0; count < 500; count++) flood.run('greedy', lock(waits));
    expect(begunCount()).toBeGreaterThanOrEqual(least);
    expect(begunCount()).toBeLessThanOrEqual(most);
  },
);
