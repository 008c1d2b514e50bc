/** What it costs when nothing happens, and how long writers wait when something does. */
import { inFreshFolder } from '../folders.js';
import { cpuSecondsOf } from '../process-figures.js';
import { scenario, type Bench, type Figure, type Scenario } from '../scenario.js';
import type { Victim } from '../sides/side.js';
import { pause, secondsOf } from '../stopwatch.js';

const IDLE_MS = 10_000;
const SETTLE_MS = 2_000;
const CREATED_MAX = 1_000_000;
const KILLED_AFTER_MS = 2_000;
const WATCHED_SECONDS = 8;

const idle = scenario({
  tools: [],
  rows: {
    busiest: {
      title: 'idle: CPU of the busiest process',
      unit: '%',
      measures: 'of a core, over 10 s, mounted and left alone',
      goal: '< 1 %',
    },
  },
  measure: async (bench) => {
    const pids = await bench.side.processes();
    if (pids.length === 0) return {};
    await pause(SETTLE_MS);
    const before = await Promise.all(pids.map(cpuSecondsOf));
    const seconds = await secondsOf(() => pause(IDLE_MS));
    const after = await Promise.all(pids.map(cpuSecondsOf));
    const used = after.map((total, place) => total - (before[place] ?? 0));
    return { busiest: { value: (100 * Math.max(...used)) / seconds } };
  },
});

const stall = (victim: Victim['name'], goal: string): Scenario =>
  scenario({
    tools: ['gcc'],
    rows: {
      stall: {
        title: `longest stall of creates, ${victim} killed`,
        unit: 'ms',
        measures: 'one thread creates for 8 s; SIGKILL after 2 s',
        goal,
      },
    },
    measure: async (bench) => {
      const found = bench.side.victims.find(({ name }) => name === victim);
      if (found === undefined) return {};
      try {
        return { stall: await longestStall(bench, found) };
      } finally {
        // What was written meanwhile is gone by now: a peer that heals slowly has little left to heal.
        await found.restore();
      }
    },
  });

const longestStall = (bench: Bench, victim: Victim): Promise<Figure> =>
  inFreshFolder(bench, async (directory) => {
    const work = { directory, files: CREATED_MAX, seconds: WATCHED_SECONDS };
    const [result] = await Promise.all([
      bench.driver.run('create', work),
      pause(KILLED_AFTER_MS).then(() => victim.kill()),
    ]);
    const { worstUs, errors, firstError } = result;
    return { value: worstUs / 1_000, ...(errors > 0 && { remark: `${errors} × ${firstError}` }) };
  });

export const UPKEEP: readonly Scenario[] = [
  idle,
  stall('another node', '< 100 ms'),
  stall('manager', '< 1 s'),
];
