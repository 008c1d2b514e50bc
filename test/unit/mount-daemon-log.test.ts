import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LOG_BYTES_MAX, LogBound } from '../../mount/daemon-log.js';
import { ManualClock } from '../support/manual-clock.js';

const SOME_TIME_MS = 60_000;
const TARGET = { kind: 'directory', path: '/mnt' } as const;

let directory: string;
let path: string;
let log: number;
let bound: LogBound | undefined;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'hafs-log-'));
  path = join(directory, 'mnt.log');
  log = openSync(path, 'a');
});

afterEach(() => {
  bound?.stop();
  closeSync(log);
  rmSync(directory, { recursive: true });
});

function started(named = path): ManualClock {
  const clock = new ManualClock();
  bound = new LogBound(named, TARGET, clock, log);
  bound.start();
  return clock;
}

const write = (bytes: number, letter: string): number => writeSync(log, letter.repeat(bytes));

test("mount log: above its bound: what was in it is beside it, and it goes on from nothing, for the shell's descriptor too", async () => {
  const shell = openSync(path, 'a');
  const clock = started();
  write(LOG_BYTES_MAX + 1, 'a');
  await clock.advance(SOME_TIME_MS);
  writeSync(log, 'mine ');
  writeSync(shell, "the shell's");
  closeSync(shell);
  expect(readFileSync(path, 'utf8')).toBe("mine the shell's");
  expect(readFileSync(`${path}.1`, 'utf8')).toBe('a'.repeat(LOG_BYTES_MAX + 1));
});

test('mount log: again and again above its bound: two files, and the older one goes', async () => {
  write(LOG_BYTES_MAX + 1, 'a');
  const clock = started();
  for (const letter of ['b', 'c']) {
    write(LOG_BYTES_MAX + 1, letter);
    await clock.advance(SOME_TIME_MS);
  }
  expect(readdirSync(directory).sort()).toEqual(['mnt.log', 'mnt.log.1']);
  expect(readFileSync(`${path}.1`, 'utf8')).toBe('c'.repeat(LOG_BYTES_MAX + 1));
});

test('mount log: at its bound: left alone', async () => {
  const clock = started();
  write(LOG_BYTES_MAX, 'a');
  await clock.advance(SOME_TIME_MS);
  expect(readdirSync(directory)).toEqual(['mnt.log']);
});

test('mount log: standard error is a file of whoever started it in the foreground: left alone', async () => {
  const clock = started(join(directory, 'another.log'));
  write(LOG_BYTES_MAX + 1, 'a');
  await clock.advance(SOME_TIME_MS);
  expect(readdirSync(directory)).toEqual(['mnt.log']);
});
