import type { Model } from './checker.js';
import { isKnown, type Operation } from './history.js';

/** The checker as dumb as can be: tries every order of every choice of operations. For seven of them at most. */
export function isLinearizable<State, Input, Output>(
  model: Model<State, Input, Output>,
  operations: readonly Operation<Input, Output>[],
): boolean {
  return orders(operations).some((order) => isFair(order, operations) && isAnswered(model, order));
}

/** Every order of every part of them. */
function orders<Item>(items: readonly Item[]): Item[][] {
  const longer = items.flatMap((item) =>
    orders(items.filter((other) => other !== item)).map((order) => [item, ...order]),
  );
  return [[], ...longer];
}

/** Whoever was told an outcome is in it, and nobody stands before one that had returned when it was called. */
function isFair<Input, Output>(
  order: readonly Operation<Input, Output>[],
  operations: readonly Operation<Input, Output>[],
): boolean {
  const isWhole = operations.every((operation) => !isKnown(operation) || order.includes(operation));
  return (
    isWhole && order.every((early, place) => order.slice(place + 1).every((late) => mayBefore(early, late)))
  );
}

const mayBefore = (early: Operation<unknown, unknown>, late: Operation<unknown, unknown>): boolean =>
  !isKnown(late) || late.returnedAt >= early.calledAt;

function isAnswered<State, Input, Output>(
  model: Model<State, Input, Output>,
  order: readonly Operation<Input, Output>[],
): boolean {
  let state: State | undefined = model.initial;
  for (const { input, outcome } of order) {
    state = model.next(state, input, outcome);
    if (state === undefined) return false;
  }
  return true;
}
