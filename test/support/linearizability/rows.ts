/** Histories written by hand. */
import { check, type Model } from './checker.js';
import { known, UNKNOWN, type Operation } from './history.js';

/** An operation in one line; '?' when its outcome is unknown. */
export type Row<Input, Output> = readonly [
  calledAt: number,
  returnedAt: number,
  input: Input,
  output: Output | '?',
];

export const operationsOf = <Input, Output>(
  rows: readonly Row<Input, Output>[],
): Operation<Input, Output>[] =>
  rows.map(([calledAt, returnedAt, input, output], place) => ({
    process: `p${place}`,
    object: 'x',
    input,
    outcome: output === '?' ? UNKNOWN : known(output),
    calledAt,
    returnedAt,
  }));

export function verdict<State, Input, Output>(
  model: Model<State, Input, Output>,
  rows: readonly Row<Input, Output>[],
): string {
  return check(model, operationsOf(rows)).kind;
}

export const YES = 'linearizable';
export const NO = 'not linearizable';
