import { element, setText } from './elements.js';
import uPlot from './uplot.js';

/** Ten minutes. */
const POINTS_MAX = 600;
const HEIGHT_PX = 140;
const SHORT_SECONDS = 120;

export interface ChartOptions {
  readonly title: string;
  /** One or two lines. */
  readonly series: readonly string[];
  readonly format: (value: number) => string;
}

const darkness = matchMedia('(prefers-color-scheme: dark)');

const colour = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const clockText = (atSeconds: number): string =>
  new Date(atSeconds * 1_000).toLocaleTimeString([], { hour12: false });

/** Over a short time uPlot offers many ticks, over a longer one few. */
const tickSpacePx = (_plot: uPlot, _axis: number, from: number, to: number): number =>
  to - from < SHORT_SECONDS ? 90 : 60;

/** A chart over time, with its newest values in words below it: a picture alone tells not everybody something. */
export class Chart {
  readonly figure: HTMLElement;
  private readonly place = element('div', { role: 'img' });
  /** One a line, in its colour. */
  private readonly words: readonly HTMLElement[];
  private readonly times: number[] = [];
  private readonly values: (number | null)[][];
  private plot: uPlot | undefined;

  constructor(private readonly options: ChartOptions) {
    this.values = options.series.map(() => []);
    this.words = options.series.map((_, line) => element('span', { class: `series-${line + 1}` }));
    this.figure = element(
      'figure',
      { class: 'card' },
      element('h4', {}, options.title),
      this.place,
      element('figcaption', {}, ...this.words),
    );
    this.say(options.series.map(() => null));
    new ResizeObserver(() => this.fit()).observe(this.place);
    darkness.addEventListener('change', () => this.draw());
  }

  add(atMs: number, values: readonly (number | null)[]): void {
    this.times.push(atMs / 1_000);
    for (const [line, value] of values.entries()) this.values[line]?.push(value);
    if (this.times.length > POINTS_MAX) for (const list of [this.times, ...this.values]) list.shift();
    this.say(values);
    if (this.plot === undefined) this.draw();
    else this.plot.setData([this.times, ...this.values]);
  }

  private say(values: readonly (number | null)[]): void {
    const { series, title, format } = this.options;
    const words = series.map((name, line) => {
      const value = values[line] ?? null;
      return `${name} ${value === null ? '–' : format(value)}`;
    });
    for (const [line, word] of words.entries()) setText(this.words[line] ?? this.figure, word);
    this.place.setAttribute('aria-label', `${title}: ${words.join(', ')}`);
  }

  private fit(): void {
    const width = this.place.clientWidth;
    if (this.plot !== undefined && this.plot.width !== width) this.plot.setSize({ width, height: HEIGHT_PX });
  }

  private draw(): void {
    this.plot?.destroy();
    const { series, format } = this.options;
    const axis = { stroke: colour('--faint'), grid: { stroke: colour('--line'), width: 1 } };
    const lines = series.map((label, line) => ({
      label,
      stroke: colour(`--series-${line + 1}`),
      width: 2,
      // Told apart without colours too.
      dash: line === 0 ? [] : [6, 4],
      points: { show: false },
    }));
    this.plot = new uPlot(
      {
        width: this.place.clientWidth,
        height: HEIGHT_PX,
        padding: [8, 24, 0, 0],
        legend: { show: false },
        cursor: { show: false },
        scales: { y: { range: (_plot, _low, high) => [0, high > 0 ? high * 1.1 : 1] } },
        series: [{}, ...lines],
        axes: [
          { ...axis, values: (_plot, ticks) => ticks.map(clockText), space: tickSpacePx },
          { ...axis, size: 88, values: (_plot, ticks) => ticks.map(format) },
        ],
      },
      [this.times, ...this.values],
      this.place,
    );
  }
}
