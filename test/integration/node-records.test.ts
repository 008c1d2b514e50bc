/** What a node writes down, across its restarts. */
import { appendFile, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Look } from '../../brick/availability/sighting.js';
import { SightingBook } from '../../brick/availability/sighting-book.js';
import { BoundedLines } from '../../brick/bounded-lines.js';
import { EventLog } from '../../brick/events/event-log.js';
import { SystemClock } from '../../src/runtime/clock.js';
import { silentLogger } from '../../src/runtime/logger.js';

const FILE_BYTES_MAX = 1_000;

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'hafs-records-'));
});

afterEach(async () => {
  await rm(directory, { recursive: true });
});

const deps = () => ({ directory, clock: new SystemClock(), log: silentLogger });

test('events: the node is restarted: they are there, and the numbers go on', async () => {
  const first = await EventLog.open(deps());
  first.tell('node-joined', 'n2');
  first.tell('quorum-lost', 'gone', 'www');
  await first.close();
  const second = await EventLog.open(deps());
  second.tell('service-regained', 'back', 'www');
  const shown = second.since(0).map(({ sequence, kind, volume }) => `${sequence} ${kind} ${volume}`);
  expect(shown).toEqual(['1 node-joined ', '2 quorum-lost www', '3 service-regained www']);
  expect(second.since(2)).toHaveLength(1);
  await second.close();
});

test('events: the last line was cut short by a crash: only it is missing, and the next one is whole', async () => {
  const first = await EventLog.open(deps());
  first.tell('node-joined', 'n2');
  await first.close();
  await appendFile(join(directory, 'events.jsonl'), '{"sequence":2,"atMs":1,"kind":"nod');
  const second = await EventLog.open(deps());
  second.tell('node-left', 'n2');
  await second.close();
  const third = await EventLog.open(deps());
  expect(third.since(0).map(({ kind }) => kind)).toEqual(['node-joined', 'node-left']);
  await third.close();
});

test('lines: far more than is kept: the files stay within their bound, and the newest are there', async () => {
  const options = { path: join(directory, 'lines'), fileBytesMax: FILE_BYTES_MAX, log: silentLogger };
  const isNumber = (value: unknown): value is number => typeof value === 'number';
  const { lines } = await BoundedLines.open(options, isNumber);
  for (let number = 1_000; number < 3_000; number++) {
    lines.append(number);
    if (number % 50 === 0) await lines.close();
  }
  await lines.close();
  for (const name of await readdir(directory)) {
    expect((await stat(join(directory, name))).size).toBeLessThan(2 * FILE_BYTES_MAX);
  }
  const { records } = await BoundedLines.open(options, isNumber);
  const newest = Array.from({ length: 100 }, (_, place) => 2_900 + place);
  expect(records.slice(-100)).toEqual(newest);
});

test('lines: the disk takes nothing: whoever appends is not held up, and nothing is thrown', async () => {
  const options = { path: join(directory, 'no', 'such', 'directory'), fileBytesMax: 1, log: silentLogger };
  const { lines } = await BoundedLines.open(options, (value): value is string => typeof value === 'string');
  lines.append('lost');
  await lines.close();
});

const LOOK: Look = { service: 'writable', term: 1, manager: 'n1', obstacle: '', provenMs: 0 };

test('sightings: the node is killed and started again: what it had seen is there, up to the last moments', async () => {
  const book = await SightingBook.open(deps());
  book.note('g', { ...LOOK, provenMs: 1_000 });
  book.note('g', { ...LOOK, provenMs: 1_500 });
  book.note('g', { ...LOOK, term: 2, provenMs: 9_000 });
  await book.close();
  const next = await SightingBook.open(deps());
  next.note('g', { ...LOOK, term: 3, provenMs: 20_000 });
  const spans = next.sightings('g').map(({ term, fromMs, toMs }) => ({ term, fromMs, toMs }));
  expect(spans).toEqual([
    { term: 1, fromMs: 1_000, toMs: 1_500 },
    { term: 2, fromMs: 9_000, toMs: 9_000 },
    { term: 3, fromMs: 20_000, toMs: 20_000 },
  ]);
  await next.close();
});

test('sightings: another process looks into the directory and sees nothing: it wipes out nothing', async () => {
  const book = await SightingBook.open(deps());
  book.note('g', { ...LOOK, provenMs: 1_000 });
  await book.close();
  await (await SightingBook.open(deps())).close();
  const later = await SightingBook.open(deps());
  expect(later.sightings('g').length).toBeGreaterThan(0);
  await later.close();
});

test('sightings: a volume is deleted: what was seen of it goes', async () => {
  const book = await SightingBook.open(deps());
  book.note('g', { ...LOOK, provenMs: 1_000 });
  book.forget((group) => group !== 'g');
  expect(book.sightings('g')).toEqual([]);
  await book.close();
});
