/** The rows as bars: how many times better than the reference each side is. */
import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { timesBetter, type RowResult, type RunResult, type SideResult } from '../results.js';

use([BarChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);

const WIDTH = 1_000;
const ROW_HEIGHT = 34;
const HEAD_HEIGHT = 110;
const LABELS_WIDTH = 430;
const COLORS: Readonly<Record<string, string>> = {
  hafs: '#1668b8',
  'gluster-tuned': '#e08a2c',
  gluster: '#b0452f',
  ext4: '#9aa5ad',
};

/** A peer as it comes out of the box, or where none was measured, the limit. */
function referenceOf({ sides, rows }: RunResult): string {
  const peer = rows[0]?.sides.find(({ role }) => role === 'peer')?.side;
  return peer ?? sides.find(({ name }) => name !== 'hafs')?.name ?? 'hafs';
}

export function chartSvg(run: RunResult): string {
  const reference = referenceOf(run);
  const rows = [...run.rows].reverse(); // The first bar is drawn at the bottom.
  const others = run.sides.filter(({ name }) => name !== reference);
  const title = run.sides.find(({ name }) => name === reference)?.title ?? reference;
  const height = HEAD_HEIGHT + ROW_HEIGHT * rows.length;
  const chart = init(undefined, undefined, { renderer: 'svg', ssr: true, width: WIDTH, height });
  chart.setOption({
    animation: false,
    backgroundColor: '#ffffff',
    title: { text: `Times better than ${title} (= 1), medians of ${run.rounds} rounds`, left: 10, top: 8 },
    legend: { top: 40, left: 10, data: others.map((side) => side.title) },
    grid: { left: LABELS_WIDTH, right: 30, top: HEAD_HEIGHT - 40, bottom: 30 },
    xAxis: { type: 'log', position: 'top', logBase: 10 },
    yAxis: {
      type: 'category',
      data: rows.map((row) => row.title),
      axisLabel: { width: LABELS_WIDTH - 20, overflow: 'truncate' },
    },
    series: others.map((side) => ({
      type: 'bar',
      name: side.title,
      itemStyle: { color: COLORS[side.name] ?? '#555555' },
      data: rows.map((row) => ratioOf(row, side.name, reference)),
    })),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

/** No bar where one of the two has no figure. */
function ratioOf(row: RowResult, side: string, reference: string): number | null {
  const find = (name: string): SideResult | undefined => row.sides.find((result) => result.side === name);
  const [ours, theirs] = [find(side), find(reference)];
  if (ours === undefined || theirs === undefined) return null;
  const ratio = timesBetter(row.unit, ours, theirs);
  return Number.isFinite(ratio) && ratio > 0 ? ratio : null;
}
