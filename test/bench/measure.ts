/** A whole run: what was asked for, on the sides that were asked for. */
import { join } from 'node:path';
import { SCENARIOS } from './all-scenarios.js';
import { killCommands } from './command.js';
import { Driver } from './driver.js';
import { measureGrowth, type GrowthResult } from './growth/run-growth.js';
import { machineText, versionText } from './machine.js';
import type { Options } from './options.js';
import { placesBelow, type Places } from './places.js';
import { checkRequirements } from './requirements.js';
import type { RunResult } from './results.js';
import { runScenarios, type RunPlan } from './runner.js';
import { FULL, QUICK, type Scenario } from './scenario.js';
import { Session } from './session.js';
import { Ext4Side } from './sides/ext4-side.js';
import { GlusterSide } from './sides/gluster-side.js';
import { HafsSide } from './sides/hafs-side.js';
import type { Side } from './sides/side.js';

type Manner = Pick<RunPlan, 'interrupted' | 'say'>;

const COMPILER = 'gcc';

const allSides = (places: Places): Side[] => [
  new HafsSide(join(places.disk, 'hafs'), places.mounts),
  new GlusterSide(join(places.disk, 'gluster'), places.mounts, 'default'),
  new GlusterSide(join(places.disk, 'gluster-tuned'), places.mounts, 'tuned'),
  new Ext4Side(join(places.disk, 'ext4')),
];

function chosenOf(all: readonly Side[], { sides }: Options): Side[] {
  const unknown = sides.find((name) => all.every((side) => side.name !== name));
  if (unknown !== undefined) throw new Error(`there is no side "${unknown}"`);
  return all.filter(({ name }) => sides.includes(name));
}

/** Growth fills a volume for hours, so it is a run of its own. */
const scenariosOf = ({ rows, growth }: Options): Scenario[] =>
  growth.length > 0
    ? []
    : SCENARIOS.filter((scenario) => Object.values(scenario.rows).some(({ title }) => rows.test(title)));

export async function measure(options: Options, manner: Manner): Promise<RunResult> {
  const places = placesBelow(options.directory);
  const all = allSides(places);
  const sides = chosenOf(all, options);
  const scenarios = scenariosOf(options);
  const tools = [...sides, ...scenarios].flatMap((user) => user.tools);
  await checkRequirements([...new Set([COMPILER, ...(options.growth.length > 0 ? ['fio'] : []), ...tools])]);
  const startedAt = new Date().toISOString();
  const session = await Session.begin(places, all, sides);
  // What waits for them goes the usual way out; what puts things away afterwards is left alone.
  manner.interrupted.addEventListener('abort', killCommands);
  try {
    const scale = options.isQuick ? QUICK : FULL;
    const driver = await Driver.compile(join(places.tools, 'driver'));
    const plan = { ...manner, sides, scenarios, rounds: options.rounds, scale, driver, places };
    const rows = await runScenarios(plan);
    const growth = await growAll(options, plan);
    return {
      machine: await machineText(),
      startedAt,
      version: await versionText(),
      rounds: options.rounds,
      scale: options.isQuick ? 'quick' : 'full',
      sides: sides.map(({ name, title }) => ({ name, title })),
      rows: rows.filter(({ title }) => options.rows.test(title)),
      growth,
    };
  } finally {
    manner.interrupted.removeEventListener('abort', killCommands);
    await session.end();
  }
}

async function growAll({ growth }: Options, plan: RunPlan): Promise<GrowthResult[]> {
  const { scale, driver, places, say } = plan;
  const benches = plan.sides.map((side) => ({ side, scale, driver, places }));
  const results: GrowthResult[] = [];
  for (const extent of growth) {
    plan.interrupted.throwIfAborted();
    results.push(await measureGrowth(extent, benches, say));
  }
  return results;
}
