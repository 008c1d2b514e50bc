/** `npm run bench`: measures, and asserts nothing. */
import { writeFile } from 'node:fs/promises';
import { tableText } from '../../src/cli/output.js';
import { measure } from './measure.js';
import { parseOptions } from './options.js';
import { growthTable } from './report/growth-table.js';
import { writePage } from './report/page.js';
import { figuresTable, latenciesTable, remarkLines, type TextTable } from './report/tables.js';
import type { RunResult } from './results.js';

const say = (line: string): void => console.error(line);

function print({ heads, rows }: TextTable): void {
  const columns = heads.map((head) => ({ head }));
  if (rows.length > 0) console.log(`${tableText(columns, rows)}\n`);
}

function printAll(result: RunResult): void {
  print(figuresTable(result));
  print(latenciesTable(result));
  for (const line of remarkLines(result)) console.log(line);
  for (const axis of result.growth) {
    print(growthTable(axis));
    for (const failure of axis.failures) console.log(failure);
  }
}

const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => interruption.abort(new Error('interrupted')));
}

try {
  const options = parseOptions(process.argv.slice(2));
  const result = await measure(options, { interrupted: interruption.signal, say });
  await writeFile(options.json, `${JSON.stringify(result, undefined, 2)}\n`);
  printAll(result);
  if (options.writesDocs) await writePage(result);
  say(`The figures are in ${options.json}.`);
} catch (error) {
  say(`bench: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
