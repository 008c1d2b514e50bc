/** Scenario after scenario, in each round side after side: whatever the machine does meanwhile hits all alike. */
import type { Driver } from './driver.js';
import type { Places } from './places.js';
import { numberText } from './report/figures.js';
import { ScenarioResults, type RowResult } from './results.js';
import type { Bench, Figures, Scale, Scenario } from './scenario.js';
import type { Side } from './sides/side.js';

export interface RunPlan {
  readonly sides: readonly Side[];
  readonly scenarios: readonly Scenario[];
  readonly rounds: number;
  readonly scale: Scale;
  readonly driver: Driver;
  readonly places: Places;
  readonly interrupted: AbortSignal;
  readonly say: (line: string) => void;
}

export async function runScenarios(plan: RunPlan): Promise<RowResult[]> {
  const rows: RowResult[] = [];
  for (const scenario of plan.scenarios) rows.push(...(await runScenario(plan, scenario)));
  return rows;
}

async function runScenario(plan: RunPlan, scenario: Scenario): Promise<RowResult[]> {
  plan.say(
    Object.values(scenario.rows)
      .map(({ title }) => title)
      .join('; '),
  );
  const results = new ScenarioResults(scenario, plan.sides);
  const ready: Bench[] = [];
  for (const bench of plan.sides.map((side) => benchOf(plan, side))) {
    if (await succeeded(plan, results, bench, () => scenario.prepare?.(bench))) ready.push(bench);
  }
  for (let round = 0; round < plan.rounds; round++) {
    for (const bench of inTurn(ready, round)) await runRound(plan, scenario, results, bench);
  }
  for (const bench of ready) await succeeded(plan, results, bench, () => scenario.finish?.(bench));
  return results.rows();
}

async function runRound(
  plan: RunPlan,
  scenario: Scenario,
  results: ScenarioResults,
  bench: Bench,
): Promise<void> {
  let figures: Figures = {};
  await succeeded(plan, results, bench, async () => {
    figures = await scenario.measure(bench);
  });
  results.add(bench.side, figures);
  const values = Object.values(figures).map((figure) => numberText(figure?.value ?? NaN));
  plan.say(`  ${bench.side.name}: ${values.join('  ')}`);
}

/** A side that cannot do something stands in the results as such; the others go on. */
async function succeeded(
  plan: RunPlan,
  results: ScenarioResults,
  { side }: Bench,
  step: () => Promise<unknown> | undefined,
): Promise<boolean> {
  plan.interrupted.throwIfAborted();
  try {
    await step();
    return true;
  } catch (error) {
    plan.interrupted.throwIfAborted();
    const message = error instanceof Error ? error.message : String(error);
    results.fail(side, message);
    plan.say(`  ${side.name} failed: ${message}`);
    return false;
  }
}

const benchOf = ({ scale, driver, places }: RunPlan, side: Side): Bench => ({ side, scale, driver, places });

/** Who comes first changes from round to round. */
const inTurn = <T>(all: readonly T[], round: number): T[] => {
  const first = all.length === 0 ? 0 : round % all.length;
  return [...all.slice(first), ...all.slice(0, first)];
};
