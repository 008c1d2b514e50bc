/** Simulates the clusters that it is told of, one after the other, and says what came of each. */
import { SIMULATORS } from './simulators.js';

export interface Order {
  readonly simulator: string;
  readonly seed: number;
}

export interface Outcome extends Order {
  /** What went wrong. */
  readonly problem: string | undefined;
}

async function problemOf({ simulator, seed }: Order): Promise<string | undefined> {
  try {
    await SIMULATORS[simulator]!(seed);
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

process.on('message', (order: Order) => {
  problemOf(order)
    .then((problem) => process.send!({ ...order, problem } satisfies Outcome))
    .catch((error: unknown) => {
      console.error(error);
      process.exit(1);
    });
});
