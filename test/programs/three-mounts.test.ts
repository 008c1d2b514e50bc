import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect } from 'vitest';
import { runOk, testMounted } from '../e2e/lab.js';
import { timed, Workplace } from './support/workplace.js';

const REPLACING = fileURLToPath(new URL('support/replacing.py', import.meta.url));
const READS_MIN = 500;

interface Report {
  readonly reads: readonly number[];
  readonly wrong: readonly string[];
  readonly aloneMs: number;
  readonly watchedMs: number;
}

let place: Workplace;

beforeAll(async () => {
  place = await Workplace.open();
});

afterAll(() => place.close());

testMounted(
  'three mounts: a page replaced 1,000 times on one: two others read it whole, and never an older one',
  async () => {
    const third = await place.lab.mountVia(3);
    const replacing = runOk('python3', REPLACING, place.one, place.other, third);
    const report = JSON.parse(await timed('1,200 pages replaced', replacing)) as Report;
    const { reads, wrong, aloneMs, watchedMs } = report;
    console.log(
      `rename: ${aloneMs.toFixed(1)} ms alone, ${watchedMs.toFixed(1)} ms with ${reads.join(' and ')} reads`,
    );
    expect(wrong).toEqual([]);
    expect(Math.min(...reads)).toBeGreaterThan(READS_MIN);
  },
);
