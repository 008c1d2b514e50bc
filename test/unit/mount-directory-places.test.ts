import { beforeEach, expect, test } from 'vitest';
import { DirectoryPlaces, type Place } from '../../mount/cache/directory-places.js';
import { NodeMap } from '../../mount/node-map.js';
import { ino } from '../../src/core/ids.js';
import { ManualClock } from '../support/manual-clock.js';

const [TOP, OTHER, DIRECTORY, SECOND] = [ino(5), ino(6), ino(7), ino(8)];
const at = (parent: typeof TOP, name: string): Place => ({ parent, name: Buffer.from(name) });

let told: string[];
let mayKeepNames: boolean;
let unlocked: Promise<void>;
let clock: ManualClock;
let places: DirectoryPlaces;

beforeEach(() => {
  told = [];
  mayKeepNames = true;
  unlocked = Promise.resolve();
  clock = new ManualClock();
  const notifier = {
    mayKeepNames: () => mayKeepNames,
    entry: (parent: number, name: Uint8Array) => {
      told.push(`${parent}/${Buffer.from(name).toString()}`);
      return unlocked;
    },
  };
  places = new DirectoryPlaces(new NodeMap(), notifier, clock);
});

test('directory places: found where it was: the kernel is told nothing', () => {
  expect(places.finding(DIRECTORY, at(TOP, 'a'))).toBeUndefined();
  expect(places.finding(DIRECTORY, at(TOP, 'a'))).toBeUndefined();
  expect(told).toEqual([]);
});

test.each([
  ['in another directory', at(OTHER, 'a')],
  ['by another name', at(TOP, 'b')],
])('directory places: found %s: it leaves where it was, once', async (_case, place) => {
  places.found(DIRECTORY, at(TOP, 'a'));
  await places.finding(DIRECTORY, place);
  expect(places.finding(DIRECTORY, place)).toBeUndefined();
  expect(told).toEqual(['5/a']);
});

test('directory places: the old place is locked: neither this answer nor the next waits for long, all until it is left', async () => {
  let unlock = (): void => undefined;
  unlocked = new Promise((resolve) => (unlock = resolve));
  places.found(DIRECTORY, at(TOP, 'a'));
  let isDone = false;
  const finding = places.finding(DIRECTORY, at(OTHER, 'a'))?.then(() => (isDone = true));
  await clock.advance(4);
  expect(isDone).toBe(false);
  await clock.advance(1);
  await finding;
  const { leaving } = places;
  expect(leaving).toBeDefined();
  unlock();
  await leaving;
  expect(places.leaving).toBeUndefined();
});

test('directory places: renamed from here: found there, the kernel is told nothing', () => {
  places.found(DIRECTORY, at(TOP, 'a'));
  places.moved(at(TOP, 'a'), at(OTHER, 'b'), false);
  expect(places.finding(DIRECTORY, at(OTHER, 'b'))).toBeUndefined();
  expect(told).toEqual([]);
});

test('directory places: exchanged from here: each found in the place of the other', () => {
  places.found(DIRECTORY, at(TOP, 'a'));
  places.found(SECOND, at(OTHER, 'b'));
  places.moved(at(TOP, 'a'), at(OTHER, 'b'), true);
  expect(places.isElsewhere(DIRECTORY, at(OTHER, 'b'))).toBe(false);
  expect(places.isElsewhere(SECOND, at(TOP, 'a'))).toBe(false);
});

test('directory places: another directory renamed over it from here: its place is the other one’s', () => {
  places.found(DIRECTORY, at(TOP, 'a'));
  places.found(SECOND, at(OTHER, 'b'));
  places.moved(at(TOP, 'a'), at(OTHER, 'b'), false);
  places.forgotten(SECOND);
  places.moved(at(OTHER, 'b'), at(TOP, 'c'), false);
  expect(places.isElsewhere(DIRECTORY, at(TOP, 'c'))).toBe(false);
});

test('directory places: forgotten by the kernel: it has it nowhere', () => {
  places.found(DIRECTORY, at(TOP, 'a'));
  places.forgotten(DIRECTORY);
  expect(places.finding(DIRECTORY, at(OTHER, 'a'))).toBeUndefined();
  expect(told).toEqual([]);
});

test('directory places: something is mounted within: the kernel is not told to let go, which would detach it', () => {
  mayKeepNames = false;
  places.found(DIRECTORY, at(TOP, 'a'));
  expect(places.finding(DIRECTORY, at(OTHER, 'a'))).toBeUndefined();
  expect(told).toEqual([]);
});
