/** `npm run bench`: measures, and asserts nothing. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tableText } from '../../src/cli/output.js';
import { SCENARIOS } from './all-scenarios.js';
import { killCommands } from './command.js';
import { Driver } from './driver.js';
import { machineText, versionText } from './machine.js';
import { parseOptions, type Options } from './options.js';
import { placesBelow, type Places } from './places.js';
import { figuresTable, latenciesTable, remarkLines, type TextTable } from './report/tables.js';
import type { RunResult } from './results.js';
import { checkRequirements } from './requirements.js';
import { runScenarios } from './runner.js';
import { FULL, QUICK, type Scenario } from './scenario.js';
import { Session } from './session.js';
import { Ext4Side } from './sides/ext4-side.js';
import { GlusterSide } from './sides/gluster-side.js';
import { HafsSide } from './sides/hafs-side.js';
import type { Side } from './sides/side.js';

const say = (line: string): void => console.error(line);

const isChosen = (scenario: Scenario, { rows }: Options): boolean =>
  Object.values(scenario.rows).some(({ title }) => rows.test(title));

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

async function measure(options: Options): Promise<RunResult> {
  const places = placesBelow(options.directory);
  const all = allSides(places);
  const chosen = chosenOf(all, options);
  const scenarios = SCENARIOS.filter((scenario) => isChosen(scenario, options));
  await checkRequirements([...chosen, ...scenarios].flatMap(({ tools }) => tools));
  const session = await Session.begin(places, all, chosen);
  try {
    const startedAt = new Date().toISOString();
    const rows = await runScenarios({
      sides: chosen,
      scenarios,
      rounds: options.rounds,
      scale: options.isQuick ? QUICK : FULL,
      driver: await Driver.compile(join(places.tools, 'driver')),
      places,
      interrupted: interrupted.signal,
      say,
    });
    return {
      machine: await machineText(),
      startedAt,
      version: await versionText(),
      rounds: options.rounds,
      scale: options.isQuick ? 'quick' : 'full',
      sides: chosen.map(({ name, title }) => ({ name, title })),
      rows: rows.filter(({ title }) => options.rows.test(title)),
    };
  } finally {
    await session.end();
  }
}

function print({ heads, rows }: TextTable): void {
  if (rows.length > 0)
    console.log(
      `${tableText(
        heads.map((head) => ({ head })),
        rows,
      )}\n`,
    );
}

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    interrupted.abort(new Error('interrupted'));
    killCommands(); // What waits for them goes the usual way out, so everything is put away.
  });
}

const options = parseOptions(process.argv.slice(2));
const result = await measure(options);
await writeFile(options.json, `${JSON.stringify(result, undefined, 2)}\n`);
print(figuresTable(result));
print(latenciesTable(result));
for (const line of remarkLines(result)) console.log(line);
say(`The figures are in ${options.json}.`);
