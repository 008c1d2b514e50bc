/** The part of docs/performance.md that a run writes, and the chart beside it. */
import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { CHART_FILE, PAGE_FILE } from '../places.js';
import type { RunResult } from '../results.js';
import { chartSvg } from './chart.js';
import { growthTable } from './growth-table.js';
import { figuresTable, latenciesTable, measuresTable, remarkLines, type TextTable } from './tables.js';

const BEGIN = '<!-- figures: begin (npm run bench -- --write-docs) -->';
const END = '<!-- figures: end -->';

/** @throws when the page has no place for it. */
export async function writePage(result: RunResult): Promise<void> {
  const page = await readFile(PAGE_FILE, 'utf8');
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`${PAGE_FILE} has no "${BEGIN}" with "${END}" after it`);
  const text = `${page.slice(0, begin)}${BEGIN}\n\n${sectionOf(result)}\n\n${page.slice(end)}`;
  const settings = await resolveConfig(PAGE_FILE);
  await writeFile(PAGE_FILE, await format(text, { ...settings, parser: 'markdown' }));
  await writeFile(CHART_FILE, `${chartSvg(result)}\n`);
}

function sectionOf(result: RunResult): string {
  const remarks = remarkLines(result).map((line) => `- ${line}`);
  const growth = result.growth.flatMap((axis) => [
    `### Growth: ${axis.title}`,
    `${axis.measures}.`,
    markdownOf(growthTable(axis)),
    ...axis.failures.map((failure) => `- ${failure}`),
  ]);
  return [
    conditionsOf(result),
    '![How many times better than the reference](performance.svg)',
    '### Medians',
    markdownOf(figuresTable(result)),
    '### 99th percentile, and the worst of all rounds',
    markdownOf(latenciesTable(result)),
    ...(remarks.length === 0 ? [] : ['### What went wrong meanwhile', remarks.join('\n')]),
    '### What each row measures',
    markdownOf(measuresTable(result)),
    ...growth,
  ].join('\n\n');
}

const conditionsOf = ({ machine, startedAt, version, rounds, scale }: RunResult): string => {
  const short = scale === 'quick' ? ' The short form: fewer files, 1 s instead of 5.' : '';
  const times = rounds === 1 ? '1 round' : `${rounds} rounds`;
  return `Measured at ${startedAt} with version ${version} on ${machine}; ${times}.${short}`;
};

const markdownOf = ({ heads, rows }: TextTable): string =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cellOf).join(' | ')} |`).join('\n');

const cellOf = (text: string): string => text.replaceAll('|', '\\|');
