import { isDeepStrictEqual } from 'node:util';
import type { Order } from './orders.js';
import type { Player } from './player.js';

const shown = (value: unknown): string => JSON.stringify(value);

/** What two file systems do with the same calls, step by step. */
export class Comparison {
  private sequenceCount = 0;

  constructor(
    private readonly oracle: Player,
    private readonly subject: Player,
  ) {}

  /** @throws at the first order after which they differ; both are left as they were before. */
  async play(orders: readonly Order[]): Promise<void> {
    await this.both({ do: 'begin', name: `s${++this.sequenceCount}` });
    const played: string[] = [];
    try {
      for (const order of orders) await this.step(order, played);
    } catch (error) {
      await this.both({ do: 'end' });
      throw error;
    }
    await this.compareEnds(played);
  }

  private async step(order: Order, played: string[]): Promise<void> {
    const [want, got] = await this.both(order);
    played.push(`${shown(order)} → ${shown((want as { result: unknown }).result)}`);
    this.compare(played, want, got);
  }

  /** The oracle looks once, the subject through each of its mounts. */
  private async compareEnds(played: readonly string[]): Promise<void> {
    const [[want], ends] = (await this.both({ do: 'end' })) as [unknown[], unknown[]];
    for (const got of ends) this.compare([...played, 'at the end'], want, got);
  }

  private compare(played: readonly string[], want: unknown, got: unknown): void {
    if (isDeepStrictEqual(want, got)) return;
    const differences = differencesOf(want, got).map((line) => `\n    ${line}`);
    throw new Error(
      `after\n  ${played.join('\n  ')}\nthey differ (oracle | subject):${differences.join('')}`,
    );
  }

  private both(order: Order): Promise<[unknown, unknown]> {
    return Promise.all([this.oracle.play(order), this.subject.play(order)]);
  }
}

/** Where two JSON values differ, as paths into them. */
function differencesOf(want: unknown, got: unknown, at = ''): string[] {
  if (isDeepStrictEqual(want, got)) return [];
  if (!isObject(want) || !isObject(got)) return [`${at}: ${shown(want)} | ${shown(got)}`];
  const keys = new Set([...Object.keys(want), ...Object.keys(got)]);
  return [...keys].flatMap((key) => differencesOf(want[key], got[key], `${at}/${key}`));
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
