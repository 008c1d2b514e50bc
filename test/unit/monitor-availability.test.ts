import { expect, test } from 'vitest';
import { figuresOf } from '../../brick/availability/figures.js';
import { serviceRecord } from '../../brick/availability/service-record.js';
import { sightingAfter, type Look, type Sighting } from '../../brick/availability/sighting.js';

const LOOK: Look = { service: 'writable', term: 1, manager: 'n1', obstacle: '', provenMs: 0 };

const seen = (fromMs: number, toMs: number, rest: Partial<Sighting> = {}): Sighting => ({
  ...{ service: 'writable', term: 1, manager: 'n1', obstacle: '' },
  ...{ fromMs, toMs },
  ...rest,
});

const isWritable = ({ service }: Sighting): boolean => service === 'writable';

const recordOf = (sightings: readonly Sighting[], nowMs: number) =>
  serviceRecord(sightings, isWritable, nowMs)!;

test('sighting: the same again: the end moves to the new proof', () => {
  const first = sightingAfter(undefined, { ...LOOK, provenMs: 1_000 });
  expect(sightingAfter(first, { ...LOOK, provenMs: 1_100 })).toEqual(seen(1_000, 1_100));
});

test('sighting: the clock is set back: nothing proven is taken back', () => {
  const first = sightingAfter(seen(1_000, 5_000), { ...LOOK, provenMs: 3_000 });
  expect(first).toEqual(seen(1_000, 5_000));
});

test.each([
  { what: 'a proof after a long silence', look: { provenMs: 2_501 } },
  { what: 'another term', look: { provenMs: 1_100, term: 2 } },
  { what: 'less service', look: { provenMs: 1_100, service: 'readable' as const } },
  { what: 'another obstacle', look: { provenMs: 1_100, obstacle: 'full' as const } },
])('sighting: $what: is another sighting', ({ look }) => {
  const next = sightingAfter(seen(900, 1_000), { ...LOOK, ...look });
  expect(next.fromMs).toBe(look.provenMs);
});

test('availability: never seen in service: nothing is said', () => {
  const looks = [seen(0, 9_000, { service: 'none', obstacle: 'election' })];
  expect(serviceRecord(looks, isWritable, 9_000)).toBeUndefined();
});

test('availability: one of three nodes was cut off and saw nothing: that is no outage', () => {
  const witness = seen(0, 10_000);
  const cutOff = [
    seen(0, 4_000),
    seen(4_000, 9_000, { service: 'none', obstacle: 'no-majority' }),
    seen(9_000, 10_000),
  ];
  expect(recordOf([...cutOff, witness], 10_000)).toMatchObject({
    isAvailable: true,
    outages: [],
    availableMs: 10_000,
  });
});

test('availability: the manager dies: the outage is from the last proof of the old to the first of the new', () => {
  const sightings = [
    seen(0, 5_000),
    seen(5_600, 5_700, { service: 'none', manager: '', obstacle: 'election' }),
    seen(5_750, 9_000, { term: 2, manager: 'n2' }),
  ];
  expect(recordOf(sightings, 9_000).outages).toEqual([
    { fromMs: 5_000, toMs: 5_750, isOver: true, cause: 'election', before: 'n1', after: 'n2' },
  ]);
});

test('availability: one and the same manager was silent for a second: a stall, and no outage', () => {
  const pause = seen(6_000, 6_300, { service: 'none', manager: '', obstacle: 'election' });
  expect(recordOf([seen(0, 5_400), pause, seen(6_400, 9_000)], 9_000).outages).toEqual([]);
});

test('availability: the same manager after a longer silence: it had stepped down, so it is an outage', () => {
  expect(recordOf([seen(0, 5_000), seen(6_600, 9_000)], 9_000).outages).toHaveLength(1);
});

test('availability: a planned hand-over: is too short to be an outage', () => {
  const sightings = [seen(0, 5_000), seen(5_200, 9_000, { term: 2, manager: 'n2' })];
  expect(recordOf(sightings, 9_000).outages).toEqual([]);
});

test.each([
  { obstacle: 'no-majority' as const, service: 'none' as const },
  { obstacle: 'not-in-sync' as const, service: 'readable' as const },
  { obstacle: 'full' as const, service: 'readable' as const },
])('availability: nobody can write because of $obstacle: it lasts, and says why', ({ obstacle, service }) => {
  const sightings = [seen(0, 5_000), seen(5_000, 60_000, { service, obstacle })];
  const record = recordOf(sightings, 60_000);
  expect(record).toMatchObject({ isAvailable: false, sinceMs: 5_000, unavailableMs: 55_000 });
  expect(record.outages).toMatchObject([{ isOver: false, cause: obstacle }]);
});

test('availability: all nodes were down: an outage that nobody has seen', () => {
  expect(recordOf([seen(0, 5_000), seen(65_000, 70_000)], 70_000).outages).toMatchObject([
    { fromMs: 5_000, toMs: 65_000, cause: 'unseen' },
  ]);
});

test('availability: stopped on request, and started again: is counted neither as up nor as down', () => {
  const sightings = [
    seen(0, 5_000),
    seen(5_050, 60_000, { service: 'stopped', manager: '' }),
    seen(62_000, 70_000, { term: 2 }),
  ];
  expect(recordOf(sightings, 70_000)).toMatchObject({ availableMs: 13_000, unavailableMs: 0, outages: [] });
});

test('availability: it does not come up after a start: what is over the usual time is an outage', () => {
  const sightings = [
    seen(0, 5_000),
    seen(5_000, 6_000, { service: 'stopped' }),
    seen(6_000, 40_000, { service: 'none', obstacle: 'no-majority' }),
  ];
  expect(recordOf(sightings, 40_000).outages).toMatchObject([{ fromMs: 6_000, cause: 'no-majority' }]);
});

test('availability: 999 s up and 1 s down in two outages: three nines, MTBF and MTTR', () => {
  const outage = { isOver: true, cause: 'election', before: '', after: '', fromMs: 0, toMs: 500 } as const;
  const figures = figuresOf({
    ...{ isAvailable: true, sinceMs: 0, availableMs: 999_000, unavailableMs: 1_000 },
    outages: [outage, outage],
  });
  expect(figures.nines).toBeCloseTo(3);
  expect(figures).toMatchObject({ ratio: 0.999, mtbfMs: 499_500, mttrMs: 500 });
});
